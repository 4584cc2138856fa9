import { auc } from '../stats/auc.js';
import type { AttributeSpec, CompanySpec, EffectSpec, Schedule } from './company-spec.js';
import { drawnFrom } from './drawn-from.js';
import { exactCopy, type RowPlan, respelledCopy } from './plan-rows.js';
import type { PlantedDuplicates, PlantedEffect, PlantedTruth } from './planted-truth.js';
import { spreadOf } from './spread-of.js';
import type { ColumnsByName } from './trait-mask.js';
import { effectMask } from './true-log-odds.js';

interface Drawn {
  readonly attributes: readonly AttributeSpec[];
  readonly columns: ColumnsByName;
  /** Of the accounts, without duplicates: outcomes (0, 1) and their true probabilities. */
  readonly labels: Int32Array;
  readonly chances: Float64Array;
  readonly intercept: number;
  readonly plan: RowPlan;
}

/** Writes down what was planted, with the shares and rates that it came out with. */
export function summariseTruth(spec: CompanySpec, drawn: Drawn): PlantedTruth {
  const { attributes, columns, labels, chances, intercept, plan } = drawn;
  const from = drawnFrom(attributes);
  const learnable = attributes.filter(
    (attribute) => attribute.kind !== null && !attribute.isLeak && !attribute.isHidden,
  );
  const withEffect = new Set(
    spec.effects.flatMap((effect) => effect.traits.flatMap((trait) => from[trait.attribute] ?? [])),
  );
  const unrelated = learnable.filter(({ name }) => !from[name].some((origin) => withEffect.has(origin)));
  return {
    accounts: labels.length,
    positives: labels.reduce((sum, label) => sum + label, 0),
    baseRate: spec.baseRate,
    intercept,
    bestAuc: auc(chances, labels),
    effects: spec.effects.map((effect) => measureEffect(effect, { columns, chances })),
    drift: driftOf(spec.effects),
    leaks: attributes.filter((attribute) => attribute.isLeak).map(({ name }) => name),
    duplicates: listDuplicates(plan),
    noise: unrelated.map(({ name }) => name),
    notLearnable: attributes.filter(({ kind, isHidden }) => kind === null && !isHidden).map(({ name }) => name),
    drawnFrom: from,
    spreads: Object.fromEntries(
      learnable.flatMap(({ name }) => {
        const spread = spreadOf(columns.get(name));
        return spread === null ? [] : [[name, spread]];
      }),
    ),
    beliefs: spec.beliefs?.claims ?? [],
  };
}

function measureEffect(
  effect: EffectSpec,
  { columns, chances }: { columns: ColumnsByName; chances: Float64Array },
): PlantedEffect {
  const mask = effectMask(effect, { columns, rowCount: chances.length });
  let count = 0;
  let inside = 0;
  let all = 0;
  for (let row = 0; row < chances.length; row++) {
    all += chances[row];
    if (mask[row] === 0) continue;
    count++;
    inside += chances[row];
  }
  return { ...effect, share: count / chances.length, lift: inside / count / (all / chances.length) };
}

function driftOf(effects: readonly EffectSpec[]): Schedule[] {
  const byKey = new Map<string, Schedule>();
  for (const { schedule } of effects) if (schedule !== undefined) byKey.set(JSON.stringify(schedule), schedule);
  const start = ({ from, until }: Schedule) => from ?? until ?? '';
  return [...byKey.values()].sort((a, b) => (start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : 0));
}

function listDuplicates(plan: RowPlan): PlantedDuplicates {
  const original = new Map<number, number>();
  plan.account.forEach((account, row) => {
    if (plan.copy[row] === 0) original.set(account, row);
  });
  const rows: [number, number][] = [];
  plan.copy.forEach((copy, row) => {
    if (copy !== 0) rows.push([row, original.get(plan.account[row]) as number]);
  });
  const count = (kind: number) => plan.copy.reduce((sum, copy) => sum + (copy === kind ? 1 : 0), 0);
  return { exact: count(exactCopy), respelled: count(respelledCopy), rows };
}
