import type { AttributeSpec, CompanySpec, EffectSpec } from './company-spec.js';
import { traits } from './traits.js';

export const plantedShapes = ['nothing', 'additive', 'interaction', 'niche', 'drifting', 'leaky'] as const;
export type PlantedShape = (typeof plantedShapes)[number];

export interface ShapeOptions {
  /** Attributes that have nothing to do with anything; default 20. */
  readonly noise?: number;
  /** Share of positives, 0–1; default 0.2. */
  readonly baseRate?: number;
  /** Size of each planted effect in log-odds; default ln 3, an odds ratio of 3. */
  readonly logOdds?: number;
  /** Default 1,000. */
  readonly accounts?: number;
}

const attributes: readonly AttributeSpec[] = [
  { name: 'id', kind: null, values: { kind: 'identifier', prefix: 'A', start: 1 } },
  { name: 'seen_on', kind: null, values: { kind: 'date', from: '2023-01-01', to: '2025-01-01' } },
  { name: 'size', kind: 'firmographic', values: { kind: 'lognormal', median: 100, spread: 1.2, min: 1 } },
  { name: 'sector', kind: 'firmographic', values: { kind: 'category', weights: { A: 4, B: 3, C: 2, D: 1 } } },
  { name: 'opted_in', kind: 'behavioural', values: { kind: 'category', weights: { yes: 3, no: 7 } } },
  { name: 'visits', kind: 'behavioural', values: { kind: 'count', mean: 3, spread: 0.8 } },
  {
    name: 'tools',
    kind: 'technographic',
    values: { kind: 'set', members: { X: 0.3, Y: 0.3, Z: 0.3 }, ifEmpty: 'none' },
  },
];

const leak: AttributeSpec = {
  name: 'account_manager',
  kind: 'behavioural',
  isLeak: true,
  values: { kind: 'category', weights: { North: 1, South: 1 } },
  missing: { share: 1, given: [{ when: traits('outcome = yes')[0], share: 0.05 }] },
};

/**
 * A small company whose truth has one shape, for tests of what a method finds and does not find. Each of the five planted
 * traits has the same log-odds and holds for 20–35 % of the accounts; a niche is one conjunction, 3 % of them.
 */
export function plantedShape(shape: PlantedShape, options: ShapeOptions = {}): CompanySpec {
  const { noise = 20, baseRate = 0.2, logOdds = Math.log(3), accounts = 1000 } = options;
  return {
    name: shape,
    title: `Planted: ${shape}`,
    market: 'b2b',
    story: `Accounts whose outcome follows a truth of the shape "${shape}".`,
    accounts,
    attributes: shape === 'leaky' ? [...attributes, leak] : attributes,
    noise: { columns: noise },
    outcome: { column: 'outcome', positive: 'yes', negative: 'no', id: 'id', time: 'seen_on' },
    baseRate,
    effects: effectsOf(shape, logOdds),
  };
}

function effectsOf(shape: PlantedShape, logOdds: number): EffectSpec[] {
  const singles = ['size 150–499', 'sector = B', 'opted_in = yes', 'visits 4+', 'tools includes X'];
  const additive = singles.map((text) => ({ traits: traits(text), logOdds }));
  switch (shape) {
    case 'nothing':
    case 'leaky':
      return [];
    case 'additive':
      return additive;
    case 'interaction':
      return [{ traits: traits('opted_in = yes', 'visits 4+'), logOdds }];
    case 'niche':
      return [{ traits: traits('size 150–499', 'sector = B', 'opted_in = yes'), logOdds }];
    case 'drifting':
      return [
        { traits: traits('sector = B'), logOdds, schedule: { until: '2024-01-01' } },
        { traits: traits('sector = C'), logOdds, schedule: { from: '2024-01-01' } },
        { traits: traits('opted_in = yes'), logOdds },
      ];
  }
}
