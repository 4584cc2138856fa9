import { AssayError } from '../../errors.js';
import { teams, type ValueComponent, type ValueDefinition, valueKinds } from '../../model/value-definition.js';
import { type BestAccounts, chooseBest } from '../../value/choose-best.js';
import { compareMixes, type MixPair } from '../../value/compare-mixes.js';
import { type Ingredient, type Mix, mixValues } from '../../value/mix-values.js';
import { normaliseValues } from '../../value/normalise-values.js';
import { type ComponentValues, componentValues } from './component-values.js';
import type { ValueBase } from './value-base.js';
import type { ValueTable } from './value-table.js';

/** The definition carried out: value by account, by the whole mix and by what each team calls best. */
export interface DefinedValue {
  readonly definition: ValueDefinition;
  readonly gathered: readonly ComponentValues[];
  readonly mix: Mix;
  readonly best: BestAccounts;
  /** Mixes of teams that have any component of theirs, by name. */
  readonly teams: readonly {
    readonly name: string;
    readonly weights: ReadonlyMap<string, number>;
    readonly mix: Mix;
  }[];
  /** The whole mix against each team's, and teams among themselves. */
  readonly pairs: readonly MixPair[];
  /** Whether value is money and adds up. */
  readonly isMoney: boolean;
  readonly notes: readonly string[];
}

/** What the whole mix is called in comparisons. */
export const wholeMix = 'all';

/** @throws AssayError as {@link componentValues}. */
export function defineValue(
  definition: ValueDefinition,
  about: {
    base: ValueBase;
    main: ValueTable;
    others: readonly ValueTable[];
    until: number;
    lifetime: Float64Array | null;
  },
): DefinedValue {
  const gathered = definition.components.map((component) => componentValues(component, { ...about, definition }));
  const years = yearsOf(about.base);
  const ingredients = gathered.map(({ component, values }): Ingredient => {
    if (component.normalise === 'per year' && years === null) throw noYears(component);
    const scaled = normaliseValues(values, component.normalise, years ?? undefined);
    return { name: component.name, sign: component.sign, values: scaled };
  });
  const weights = new Map(definition.components.map(({ name, weight }) => [name, weight]));
  const mix = mixValues(ingredients, weights);
  const ofTeams = teamWeights(definition).map(({ name, weights: own }) => ({
    name,
    weights: own,
    mix: mixValues(ingredients, own),
  }));
  const rule = { share: definition.share, atLeast: definition.atLeast };
  const compared = [
    { name: wholeMix, values: mix.values },
    ...ofTeams.map(({ name, mix: { values } }) => ({ name, values })),
  ];
  return {
    definition,
    gathered,
    mix,
    best: chooseBest(mix.values, rule),
    teams: ofTeams,
    pairs: compareMixes(compared, rule),
    isMoney: definition.components.every(({ normalise, gather }) => normalise === 'none' && gather !== 'count'),
    notes: gathered.flatMap(notesOf),
  };
}

/** Each team's own kinds, or what the definition says of it; teams without anything are left out. */
function teamWeights({
  components,
  teams: told,
}: ValueDefinition): { name: string; weights: ReadonlyMap<string, number> }[] {
  return teams.flatMap((name) => {
    const own = told[name];
    const weights =
      own === undefined
        ? new Map(components.filter(({ of }) => valueKinds[of].team === name).map((one) => [one.name, one.weight]))
        : new Map(Object.entries(own));
    return weights.size === 0 ? [] : [{ name, weights }];
  });
}

function yearsOf({ purchases, contracts, until }: ValueBase): Float64Array | null {
  const least = 1 / 12;
  if (contracts !== null) return contracts.months.map((months) => Math.max(least, months / 12));
  if (purchases === null) return null;
  const { first } = purchases.totals;
  return Float64Array.from(first, (day) => (day < 0 ? least : Math.max(least, (until / 86_400_000 - day) / 365.25)));
}

function noYears({ name }: ValueComponent): AssayError {
  return new AssayError('USAGE', {
    detail: `${name} is to be told per year, and nothing says for how long each account has been one.`,
    hint: 'Give purchases with dates or contracts with a length, or choose another `normalise`.',
  });
}

function notesOf({ component, unknown, outside, values }: ComponentValues): string[] {
  const missing = values.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0);
  return [
    ...(unknown.rows > 0 ? [`${component.name}: ${unknown.rows} rows are of accounts that are not valued here.`] : []),
    ...(outside > 0 ? [`${component.name}: ${outside} rows are outside of its window.`] : []),
    ...(missing > 0
      ? [`${component.name}: not known for ${missing} of ${values.length} accounts; they stand in the middle.`]
      : []),
  ];
}
