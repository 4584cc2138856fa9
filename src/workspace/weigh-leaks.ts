import { openKernels } from '../kernels/open-kernels.js';
import { termsOf } from '../learn/fit-additive.js';
import { fitMains, fullTermsOf } from '../learn/fit-mains.js';
import type { CodedTable } from '../learn/grid.js';
import type { LeakEffect, LeakFinding } from '../model/leak.js';
import { auc } from '../stats/auc.js';
import { aucDifference } from '../stats/auc-difference.js';
import type { AccountSplit } from '../validate/account-split.js';
import { listRounds } from '../validate/list-rounds.js';
import type { ProgressOptions } from './progress.js';

/** Accounts that the comparison is made on, and suspects that are compared, at most. */
const mostAccounts = 4000;
const mostSuspects = 6;
const mostRounds = 3;

/**
 * What happens without each suspect: the additive model fitted on the same learnt accounts once without any suspect and once with
 * this one, both judged on the same held-out accounts. On a sample of the accounts, and of the gravest suspects only.
 * @param from `coded`: all that was audited. @returns the findings, the gravest of them with their effects.
 */
export function weighLeaks(
  leaks: readonly LeakFinding[],
  from: { readonly coded: CodedTable; readonly labels: Uint8Array; readonly split: AccountSplit } & ProgressOptions,
): LeakFinding[] {
  const { coded, labels, split, onProgress } = from;
  const suspects = leaks.filter(({ use }) => use !== 'unused');
  const weighed = suspects.slice(0, mostSuspects);
  const rounds = listRounds(split).slice(0, mostRounds);
  if (weighed.length === 0 || rounds.length === 0) return [...leaks];
  onProgress?.('learning with and without what may know the outcome');
  const isSuspect = new Set(suspects.map(({ attribute }) => attribute));
  const sampled = rounds.map(({ learnt, heldOut }) =>
    sampleRound(coded, { labels, learnt, heldOut, most: mostAccounts / rounds.length }),
  );
  const without = sampled.map((round) => predict(round, (attribute) => !isSuspect.has(attribute)));
  const held = sampled.flatMap((round) => [...round.heldLabels]);
  const effects = new Map(
    weighed.map(({ attribute }) => {
      const beside = sampled.map((round) => predict(round, (name) => name === attribute || !isSuspect.has(name)));
      return [attribute, compare(beside.flat(), { without: without.flat(), held })] as const;
    }),
  );
  return leaks.map((leak) => {
    const effect = effects.get(leak.attribute);
    return effect === undefined || Number.isNaN(effect.difference.estimate) ? leak : { ...leak, effect };
  });
}

function compare(beside: number[], { without, held }: { without: number[]; held: number[] }): LeakEffect {
  const { estimate, lower, upper } = aucDifference([beside, without], held);
  return {
    with: auc(beside, held),
    without: auc(without, held),
    difference: { estimate, lower, upper },
    accounts: held.length,
  };
}

interface SampledRound {
  readonly coded: CodedTable;
  readonly labels: Uint8Array;
  /** 0 of the accounts that are judged. */
  readonly weights: Float64Array;
  readonly heldLabels: Uint8Array;
}

function sampleRound(
  coded: CodedTable,
  { labels, learnt, heldOut, most }: { labels: Uint8Array; learnt: Int32Array; heldOut: Int32Array; most: number },
): SampledRound {
  const some = [everyNth(learnt, most), everyNth(heldOut, most)];
  const rows = [...some[0], ...some[1]];
  return {
    coded: {
      grids: coded.grids,
      codes: coded.codes.map((codes) => Uint8Array.from(rows, (row) => codes[row])),
      rowCount: rows.length,
    },
    labels: Uint8Array.from(rows, (row) => labels[row]),
    weights: Float64Array.from(rows, (_, i) => (i < some[0].length ? 1 : 0)),
    heldLabels: Uint8Array.from(some[1], (row) => labels[row]),
  };
}

function everyNth(rows: Int32Array, most: number): Int32Array {
  const stride = Math.max(1, Math.ceil(rows.length / most));
  return rows.filter((_, i) => i % stride === 0);
}

/** Log-odds of the held-out accounts, by the attributes that are wanted. */
function predict(
  { coded, labels, weights, heldLabels }: SampledRound,
  isWanted: (attribute: string) => boolean,
): number[] {
  const isKept = (_: unknown, grid: number) => isWanted(coded.grids[grid].attribute);
  const kept = { grids: coded.grids.filter(isKept), codes: coded.codes.filter(isKept), rowCount: coded.rowCount };
  if (kept.grids.length === 0) return Array.from(heldLabels, () => 0);
  const fit = fitMains({ terms: fullTermsOf(termsOf(kept, null)), labels }, { weights, kernels: openKernels() });
  return [...fit.final.logOdds.subarray(coded.rowCount - heldLabels.length)];
}
