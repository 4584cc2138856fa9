import type { Assignment, Experiment } from '../../model/experiment.js';
import { goodnessOfFit } from '../../stats/goodness-of-fit.js';
import { sampleMoments } from '../../stats/sample-moments.js';

/** How alike the arms came out. */
export interface ArmBalance {
  readonly arm: string;
  readonly accounts: number;
  readonly planned: number;
  /** Mean fit; null where none is known. */
  readonly fit: number | null;
  readonly byStratum: readonly { readonly stratum: string; readonly accounts: number }[];
}

export interface Balance {
  readonly arms: readonly ArmBalance[];
  /** Of the sizes against the shares. */
  readonly p: number;
  /** The furthest mean fit of an arm from that of the hold-out, in standard deviations; null where none is known. */
  readonly largestFitGap: number | null;
}

/** The sizes of the arms beside the plan, by stratum (or tier), and whether the fit came out alike. */
export function balanceArms(assignments: readonly Assignment[], { arms }: Pick<Experiment, 'arms'>): Balance {
  const groupOf = ({ stratum, tier }: Assignment) => stratum ?? tier ?? '';
  const groups = [...new Set(assignments.map(groupOf))].filter((group) => group !== '').sort();
  const fits = (own: readonly Assignment[]) => sampleMoments(own.flatMap(({ fit }) => (fit === null ? [] : [fit])));
  const moments = new Map(arms.map(({ name }) => [name, fits(assignments.filter(({ arm }) => arm === name))]));
  const held = moments.get(arms.find(({ isHoldout }) => isHoldout)?.name ?? '');
  const gaps = [...moments.values()].flatMap((own) => {
    if (held === undefined || own === held) return [];
    const spread = Math.sqrt((own.variance + held.variance) / 2);
    return spread > 0 ? [Math.abs(own.mean - held.mean) / spread] : [];
  });
  const counts = arms.map(({ name }) => assignments.filter(({ arm }) => arm === name).length);
  return {
    arms: arms.map(({ name, share }, i) => {
      const own = assignments.filter(({ arm }) => arm === name);
      const fit = moments.get(name)?.mean ?? Number.NaN;
      return {
        arm: name,
        accounts: counts[i],
        planned: share * assignments.length,
        fit: Number.isNaN(fit) ? null : fit,
        byStratum: groups.map((stratum) => ({
          stratum,
          accounts: own.filter((one) => groupOf(one) === stratum).length,
        })),
      };
    }),
    p: goodnessOfFit(
      counts,
      arms.map(({ share }) => share),
    ),
    largestFitGap: gaps.length === 0 ? null : Math.max(...gaps),
  };
}
