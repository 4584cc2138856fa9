import type { ClusterTrait } from '../../model/clustering.js';
import type { Column, NumberColumn } from '../../model/table.js';
import type { Condition, Trait } from '../../model/trait.js';
import { rateRatioInterval } from '../../stats/rate-ratio-interval.js';
import { binValues } from '../bin-values.js';
import { type CoarseGroups, coarsenGrid } from '../coarse-groups.js';
import type { AttributeGrid, CodedTable } from '../grid.js';
import { valueCondition } from '../value-condition.js';

/** Values that an attribute is cut into, so that a trait can be said aloud. */
const mostGroups = 8;
/** Values of one category that a trait names at most. */
const mostTogether = 3;
const mostTraits = 6;
/** A trait worth telling is this much more frequent inside than outside, in share and as a ratio. */
const leastDifference = 0.15;
const leastRatio = 1.25;
/** Jaccard index over which two traits are one. */
const mostOverlap = 0.85;
/** A range with two ends says less to a person than one that is open. */
const closedRange = 0.8;

/** What a cluster is told apart from. */
export interface ClusterAccounts {
  readonly coded: CodedTable;
  readonly columns: readonly Column[];
  /** The best accounts. */
  readonly rows: Int32Array;
  /** Cluster of each of them. */
  readonly assigned: Uint8Array;
}

/**
 * The traits that set one cluster apart from the other best accounts, one of each attribute (or member), most telling
 * first: by the difference of their shares in standard errors of a single account, so that a trait of nearly all inside
 * and few outside comes before one that is only rare outside.
 */
export function describeCluster(of: ClusterAccounts, cluster: number): ClusterTrait[] {
  const byName = new Map(of.columns.map((column) => [column.name, column]));
  const rated = of.coded.grids.flatMap((grid, g) => {
    const column = byName.get(grid.attribute);
    return column === undefined ? [] : (bestTrait(grid, { of, cluster, codes: of.coded.codes[g], column }) ?? []);
  });
  const ranked = rated.sort((a, b) => b.rating - a.rating);
  return withoutEchoes(ranked).slice(0, mostTraits);
}

interface Rated extends ClusterTrait {
  readonly rating: number;
  /** 1 for each best account with the trait. */
  readonly has: Uint8Array;
}

interface Groups {
  /** Accounts of each coarse group in the cluster and elsewhere. */
  readonly inside: Float64Array;
  readonly outside: Float64Array;
  /** Of those whose attribute is known. */
  readonly insideAll: number;
  readonly outsideAll: number;
}

function bestTrait(
  grid: AttributeGrid,
  from: { of: ClusterAccounts; cluster: number; codes: Uint8Array; column: Column },
): Rated | null {
  const { of, codes, column } = from;
  const counts = new Float64Array(grid.binCount + 2);
  for (const row of of.rows) counts[codes[row]]++;
  const coarse = coarsenGrid(grid, { counts, mostGroups, leastAccounts: Math.ceil(0.02 * of.rows.length) });
  const groups = countGroups(coarse, from);
  let best: Rated | null = null;
  for (const chosen of candidates(grid, { coarse, groups })) {
    const accounts = chosen.reduce((sum, g) => sum + groups.inside[g], 0);
    const others = chosen.reduce((sum, g) => sum + groups.outside[g], 0);
    const [inside, outside] = [accounts / groups.insideAll, others / groups.outsideAll];
    if (!(inside - outside >= leastDifference) || inside < leastRatio * outside) continue;
    const trait = traitOf(grid, { chosen, coarse, column });
    const rating = rate(inside, outside) * (isClosed(trait.condition) ? closedRange : 1);
    if (best !== null && rating <= best.rating) continue;
    const ratio = rateRatioInterval({
      positives: accounts,
      accounts: groups.insideAll,
      otherPositives: others,
      otherAccounts: groups.outsideAll,
    });
    const has = Uint8Array.from(of.rows, (row) => (chosen.includes(coarse.groupOf[codes[row]]) ? 1 : 0));
    best = { trait, accounts, inside, outside, ratio, rating, has };
  }
  return best;
}

function isClosed(condition: Condition): boolean {
  return (
    condition.kind === 'range' &&
    condition.lower !== null &&
    condition.upper !== null &&
    condition.lower !== condition.upper
  );
}

/** Difference of two shares over the spread of one account of the two together. */
function rate(inside: number, outside: number): number {
  const middle = (inside + outside) / 2;
  return (inside - outside) / Math.sqrt(middle * (1 - middle) + 0.01);
}

function countGroups(
  { groups, groupOf }: CoarseGroups,
  { of, cluster, codes }: { of: ClusterAccounts; cluster: number; codes: Uint8Array },
): Groups {
  const inside = new Float64Array(groups.length);
  const outside = new Float64Array(groups.length);
  for (let i = 0; i < of.rows.length; i++) {
    const group = groupOf[codes[of.rows[i]]];
    if (group < 0 || groups[group].kind === 'missing') continue;
    if (of.assigned[i] === cluster) inside[group]++;
    else outside[group]++;
  }
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  return { inside, outside, insideAll: sum(inside), outsideAll: sum(outside) };
}

/** Neighbouring groups of an ordered attribute; of others the values that the cluster has more often, few at a time. */
function candidates(grid: AttributeGrid, { coarse, groups }: { coarse: CoarseGroups; groups: Groups }): number[][] {
  const values = [...coarse.groups.keys()].filter((g) => coarse.groups[g].kind === 'value');
  if (grid.kind === 'member') return values.map((g) => [g]);
  if (grid.kind === 'numeric') {
    const runs = values.flatMap((first) => values.slice(first).map((last) => values.slice(first, last + 1)));
    return runs.filter((run) => run.length < values.length);
  }
  const excess = (g: number) => groups.inside[g] / groups.insideAll - groups.outside[g] / groups.outsideAll;
  const ranked = values.filter((g) => excess(g) > 0).sort((a, b) => excess(b) - excess(a) || a - b);
  return ranked.slice(0, mostTogether).map((_, i) => ranked.slice(0, i + 1).sort((a, b) => a - b));
}

function traitOf(
  grid: AttributeGrid,
  { chosen, coarse, column }: { chosen: readonly number[]; coarse: CoarseGroups; column: Column },
): Trait {
  return { attribute: grid.attribute, condition: conditionOf(grid, { chosen, coarse, column }) };
}

function conditionOf(
  grid: AttributeGrid,
  { chosen, coarse, column }: { chosen: readonly number[]; coarse: CoarseGroups; column: Column },
): Condition {
  const { first } = coarse.groups[chosen[0]];
  const { last } = coarse.groups[chosen[chosen.length - 1]];
  if (grid.kind === 'member') return { kind: first === 1 ? 'includes' : 'excludes', member: grid.member };
  if (grid.kind === 'category') {
    return { kind: 'in', values: chosen.flatMap((g) => binValues(grid, coarse.groups[g].first)) };
  }
  const empty: NumberColumn = { type: 'number', name: grid.attribute, values: new Float64Array(0), whole: grid.whole };
  const cuts = { lower: grid.cuts[first - 1] ?? null, upper: grid.cuts[last] ?? null };
  return valueCondition(column.type === 'number' ? column : empty, cuts);
}

/** What picks nearly the same accounts (`No internet service`, six times over) is said once. */
function withoutEchoes(rated: readonly Rated[]): ClusterTrait[] {
  const kept: Rated[] = [];
  for (const one of rated) if (!kept.some((other) => overlap(one.has, other.has) > mostOverlap)) kept.push(one);
  return kept.map(({ rating: _, has: __, ...trait }) => trait);
}

function overlap(a: Uint8Array, b: Uint8Array): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    both += a[i] & b[i];
    either += a[i] | b[i];
  }
  return both / Math.max(1, either);
}
