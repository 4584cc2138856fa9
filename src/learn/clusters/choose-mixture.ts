import { adjustedRand, crossTable } from '../../stats/adjusted-rand.js';
import { createRandom, type Random } from '../../stats/random.js';
import { type ClusterTable, takeAccounts } from './cluster-table.js';
import { drawNull, nullModel } from './draw-null.js';
import { assignAccounts, fitMixture, type Mixture } from './fit-mixture.js';

/** A number of groups that was tried. */
export interface TriedCount {
  readonly count: number;
  /** Mean adjusted Rand index of two groupings, each made from one half of the accounts, over all accounts. */
  readonly agreement: number;
  /** Of each group, how much of it the halves find again: mean Jaccard index with the nearest of theirs. */
  readonly recovered: readonly number[];
  readonly mixture: Mixture;
}

export interface ChosenMixture {
  /** Null: one group. */
  readonly chosen: TriedCount | null;
  readonly tried: readonly TriedCount[];
  /** Whether a grouping was stable, but no clearer than a continuum without groups would give. */
  readonly isContinuum: boolean;
}

const mostGroups = 8;
const halvings = 5;
/** A number of groups whose first halves lose a group to this degree is not looked at any longer. */
const hopeless = 0.5;
const leastAgreement = 0.75;
/** C. Hennig, Computational Statistics and Data Analysis 52 (2007) 258–271: a group under .6 is dissolved more than found. */
const leastRecovered = 0.6;
/** The chosen number must be clearer than all of these, so that a continuum passes in one of twenty at most. */
const nullDraws = 19;
/** Accounts that this is judged on: with more it takes longer and turns out the same. */
const mostJudged = 800;

/**
 * The largest number of groups that halves of the accounts agree on, each group found again; and only if the likelihood
 * gains more by it than it does on accounts of one continuum with the same attributes.
 * @param options `leastShare`: of all accounts that each group must hold, 0–1.
 */
export function chooseMixture(
  table: ClusterTable,
  { seed, leastShare }: { readonly seed: number; readonly leastShare: number },
): ChosenMixture {
  const tried: TriedCount[] = [];
  for (let count = 2; count <= mostGroups; count++) {
    tried.push(tryCount(table, { count, random: createRandom(seed * 31 + count), leastShare }));
    if (count >= 4 && tried.slice(-2).every((one) => !isStable(one))) break;
  }
  const chosen = tried.findLast(isStable) ?? null;
  if (chosen === null) return { chosen, tried, isContinuum: false };
  const isClear = isClearerThanNull(table, { count: chosen.count, random: createRandom(seed * 31 + 1) });
  return { chosen: isClear ? chosen : null, tried, isContinuum: !isClear };
}

function isStable({ agreement, recovered }: TriedCount): boolean {
  return agreement >= leastAgreement && recovered.every((share) => share >= leastRecovered);
}

function tryCount(
  table: ClusterTable,
  { count, random, leastShare }: { count: number; random: Random; leastShare: number },
): TriedCount {
  const mixture = fitMixture(table, { count, random });
  const groups = assignAccounts(table, mixture);
  const sizes = new Float64Array(count);
  for (const group of groups) sizes[group]++;
  const none = { count, agreement: 0, recovered: new Array<number>(count).fill(0), mixture };
  if (sizes.some((size) => size < leastShare * table.rowCount)) return none;
  const sums = new Float64Array(count);
  let agreement = 0;
  let done = 0;
  while (done < halvings && (done < 2 || sums.every((sum) => sum >= hopeless * 2 * done))) {
    const [a, b] = halve(table.rowCount, random).map((rows) =>
      assignAccounts(table, fitMixture(takeAccounts(table, rows), { count, random })),
    );
    agreement += adjustedRand(a, b);
    for (const half of [a, b]) for (const [g, share] of nearest(groups, half, count).entries()) sums[g] += share;
    done++;
  }
  return { count, agreement: agreement / done, recovered: [...sums.map((sum) => sum / (2 * done))], mixture };
}

/** Jaccard index of each group of `groups` with that group of `others` that is most like it. */
function nearest(groups: Uint8Array, others: Uint8Array, count: number): number[] {
  const { cells, rows, columns } = crossTable(groups, others);
  return Array.from({ length: count }, (_, g) => {
    let best = 0;
    for (let o = 0; o < columns.length && g < rows.length; o++) {
      const both = cells[g * columns.length + o];
      best = Math.max(best, both / Math.max(1, rows[g] + columns[o] - both));
    }
    return best;
  });
}

function halve(rowCount: number, random: Random): [Int32Array, Int32Array] {
  const rows = Int32Array.from({ length: rowCount }, (_, row) => row);
  for (let i = rowCount - 1; i > 0; i--) {
    const j = random.int(i + 1);
    const kept = rows[i];
    rows[i] = rows[j];
    rows[j] = kept;
  }
  const middle = rowCount >> 1;
  return [rows.slice(0, middle).sort(), rows.slice(middle).sort()];
}

function isClearerThanNull(table: ClusterTable, { count, random }: { count: number; random: Random }): boolean {
  const rows = halve(table.rowCount, random).flatMap((half) => [...half]);
  const some = rows.length <= mostJudged ? table : takeAccounts(table, Int32Array.from(rows.slice(0, mostJudged)));
  const gain = gainOf(some, { count, random });
  const model = nullModel(some, random);
  for (let draw = 0; draw < nullDraws; draw++) {
    if (gainOf(drawNull(model, random), { count, random }) >= gain) return false;
  }
  return true;
}

/** Log-likelihood of groups over that of none. */
function gainOf(table: ClusterTable, { count, random }: { count: number; random: Random }): number {
  const one = fitMixture(table, { count: 1, random });
  return fitMixture(table, { count, random, starts: 6 }).logLikelihood - one.logLikelihood;
}
