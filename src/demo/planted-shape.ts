import type { AttributeSpec, CompanySpec, EffectSpec } from './company-spec.js';
import { traits } from './traits.js';

export const plantedShapes = ['nothing', 'additive', 'interaction', 'niche', 'drifting', 'leaky'] as const;
export type PlantedShape = (typeof plantedShapes)[number];

export interface ShapeOptions {
  /** Attributes that have nothing to do with anything; default 20. */
  readonly noise?: number;
  /** Share of positives, 0–1; default 0.2. */
  readonly baseRate?: number;
  /** Size of each planted effect in log-odds, or of one after the other in turn; default ln 3, an odds ratio of 3. */
  readonly logOdds?: number | readonly number[];
  /** Default 1,000. */
  readonly accounts?: number;
  /** Share of the cells that are empty in every attribute, 0–1; default 0. */
  readonly missing?: number;
  /** Columns that follow an attribute that may have an effect, and have none themselves; default 0. */
  readonly followers?: number;
  /** Number of the first account's id; default 1. Two companies without a common id have no account in common. */
  readonly firstId?: number;
}

const attributes: readonly AttributeSpec[] = [
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
  const { noise = 20, baseRate = 0.2, logOdds = Math.log(3), accounts = 1000, missing = 0 } = options;
  const { followers = 0, firstId = 1 } = options;
  const sizes = typeof logOdds === 'number' ? [logOdds] : logOdds;
  const id: AttributeSpec = { name: 'id', kind: null, values: { kind: 'identifier', prefix: 'A', start: firstId } };
  const drawn = [id, ...attributes, ...Array.from({ length: followers }, (_, i) => follower(i))].map((attribute) =>
    missing === 0 || attribute.kind === null ? attribute : { ...attribute, missing: { share: missing } },
  );
  return {
    name: shape,
    title: `Planted: ${shape}`,
    market: 'b2b',
    story: `Accounts whose outcome follows a truth of the shape "${shape}".`,
    accounts,
    attributes: shape === 'leaky' ? [...drawn, leak] : drawn,
    noise: { columns: noise, missing },
    outcome: { column: 'outcome', positive: 'yes', negative: 'no', id: 'id', time: 'seen_on' },
    baseRate,
    effects: effectsOf(shape).map((effect, i) => ({ ...effect, logOdds: sizes[i % sizes.length] })),
  };
}

/** Numbers that rise with size or visits, and categories that go with the sector, in turn. */
function follower(i: number): AttributeSpec {
  const name = `follower_${i + 1}`;
  const about = i % 3 === 0 ? { attribute: 'size', about: 100 } : { attribute: 'visits', about: 3 };
  if (i % 3 === 1) {
    const given = [{ when: traits('sector = B')[0], weights: { East: 6, West: 2, South: 1 } }];
    return { name, kind: 'geographic', values: { kind: 'category', weights: { East: 1, West: 2, South: 2 }, given } };
  }
  const follows = [{ ...about, slope: 0.8 }];
  return { name, kind: 'behavioural', values: { kind: 'lognormal', median: 50, spread: 0.6, min: 1, follows } };
}

function effectsOf(shape: PlantedShape): Omit<EffectSpec, 'logOdds'>[] {
  const singles = ['size 150–499', 'sector = B', 'opted_in = yes', 'visits 4+', 'tools includes X'];
  switch (shape) {
    case 'nothing':
    case 'leaky':
      return [];
    case 'additive':
      return singles.map((text) => ({ traits: traits(text) }));
    case 'interaction':
      return [{ traits: traits('opted_in = yes', 'visits 4+') }];
    case 'niche':
      return [{ traits: traits('size 150–499', 'sector = B', 'opted_in = yes') }];
    case 'drifting':
      return [
        { traits: traits('sector = B'), schedule: { until: '2024-01-01' } },
        { traits: traits('sector = C'), schedule: { from: '2024-01-01' } },
        { traits: traits('opted_in = yes') },
      ];
  }
}
