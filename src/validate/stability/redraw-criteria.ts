import { coarsenGrid } from '../../learn/coarse-groups.js';
import { countCodes } from '../../learn/count-codes.js';
import type { AttributeGrid, CodedTable } from '../../learn/grid.js';
import { matchTrait } from '../../learn/match-trait.js';
import { leastGroup, testGroups } from '../../learn/test-attributes.js';
import type { Criterion } from '../../model/criterion.js';
import type { Column } from '../../model/table.js';
import { adjustBenjaminiHochberg } from '../../stats/adjust-benjamini-hochberg.js';
import { drawPoisson } from '../../stats/draw-poisson.js';
import { createRandom, type Random } from '../../stats/random.js';

export interface RedrawRequest {
  readonly coded: CodedTable;
  readonly columns: readonly Column[];
  /** 1 where the account had the outcome. */
  readonly labels: Uint8Array;
  readonly criteria: readonly Criterion[];
  readonly draws: number;
  readonly seed: number;
}

const falseDiscoveryRate = 0.05;
const z95 = 1.959964;
/** As many groups as the test of an attribute makes. */
const mostGroups = 10;

/**
 * The share of draws in which each criterion is found again: its attribute passes the tests of all attributes
 * (Benjamini–Hochberg, q ≤ .05), and the rate with the trait lies on the claimed side of that without it beyond a 95 %
 * interval. A draw is of as many accounts, with replacement; since only counts are asked for, the cells of the tables are
 * drawn instead of the accounts (Poisson's bootstrap), each attribute by itself.
 * Source: B. Efron and R. Tibshirani, An Introduction to the Bootstrap (1993); N. Meinshausen and P. Bühlmann,
 * "Stability selection", JRSS B 72 (2010) 417–473; J. Hanley and B. MacGibbon, "Creating non-parametric bootstrap samples
 * using Poisson frequencies", Computer Methods and Programs in Biomedicine 83 (2006) 57–62.
 * @returns NaN for a criterion whose attribute is not there.
 */
export function redrawCriteria({ coded, columns, labels, criteria, draws, seed }: RedrawRequest): number[] {
  const random = createRandom(seed);
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const traits = criteria.map((criterion) => readTrait(criterion, { coded, columns }));
  const tables = coded.grids.map((grid, g) => {
    const byCode = countCodes(coded.codes[g], { labels, size: grid.binCount + 2 });
    const leastAccounts = leastGroup(positives, labels.length);
    const coarse = coarsenGrid(grid, { counts: byCode.accounts, mostGroups, leastAccounts });
    const own = traits.flatMap((trait, index) => (trait?.grid === g ? [{ ...trait, index }] : []));
    const cells = own.length === 0 ? null : own.map(({ has }) => countJoint(coded.codes[g], { coarse, has, labels }));
    return { coarse, own, cells, ...groupCounts(byCode, coarse) };
  });
  const compared = tables.filter(({ coarse }) => coarse.groups.length > 1);
  const found = new Float64Array(criteria.length);
  for (let draw = 0; draw < draws; draw++) {
    const drawn = compared.map((table) => drawTable(table, random));
    const q = adjustBenjaminiHochberg(drawn.map(({ p }) => p));
    compared.forEach(({ own }, t) => {
      if (q[t] > falseDiscoveryRate) return;
      own.forEach(({ index, side }, i) => {
        if (side * drawn[t].z[i] >= z95) found[index]++;
      });
    });
  }
  return traits.map((trait, index) => (trait === null ? Number.NaN : found[index] / draws));
}

interface ReadTrait {
  readonly grid: number;
  readonly has: Uint8Array;
  readonly side: 1 | -1;
}

function readTrait(
  { trait, role, evidence }: Criterion,
  { coded, columns }: Pick<RedrawRequest, 'coded' | 'columns'>,
): ReadTrait | null {
  const column = columns.find(({ name }) => name === trait.attribute);
  const grid = coded.grids.findIndex((one) => isAbout(one, trait));
  if (column === undefined || grid < 0) return null;
  const isAgainst = evidence === undefined ? role === 'disqualifier' : evidence.lift.estimate < 1;
  return { grid, has: matchTrait(column, trait.condition), side: isAgainst ? -1 : 1 };
}

function isAbout(grid: AttributeGrid, { attribute, condition }: Criterion['trait']): boolean {
  if (grid.attribute !== attribute) return false;
  if (grid.kind !== 'member') return true;
  return (condition.kind === 'includes' || condition.kind === 'excludes') && condition.member === grid.member;
}

type Coarse = ReturnType<typeof coarsenGrid>;

/** One more cell than groups, for accounts in none. Cell of a group: 4 × group + 2 × has + label. */
function countJoint(
  codes: ArrayLike<number>,
  { coarse, has, labels }: { coarse: Coarse; has: Uint8Array; labels: Uint8Array },
): Float64Array {
  const size = coarse.groups.length;
  const cells = new Float64Array(4 * (size + 1));
  for (let row = 0; row < labels.length; row++) {
    const group = coarse.groupOf[codes[row]];
    cells[4 * (group < 0 ? size : group) + 2 * Number(has[row] === 1) + labels[row]]++;
  }
  return cells;
}

function groupCounts(byCode: { accounts: Float64Array; positives: Float64Array }, { groupOf, groups }: Coarse) {
  const accounts = new Float64Array(groups.length);
  const positives = new Float64Array(groups.length);
  groupOf.forEach((group, code) => {
    if (group < 0) return;
    accounts[group] += byCode.accounts[code];
    positives[group] += byCode.positives[code];
  });
  return { accounts, positives };
}

interface DrawnFrom {
  readonly coarse: Coarse;
  readonly cells: readonly Float64Array[] | null;
  readonly accounts: Float64Array;
  readonly positives: Float64Array;
}

/** p of the attribute and z of each of its traits in accounts drawn anew; several traits of one attribute are drawn apart. */
function drawTable({ coarse, cells, accounts, positives }: DrawnFrom, random: Random): { p: number; z: number[] } {
  const size = coarse.groups.length;
  const drawn = cells?.map((own) => own.map((count) => drawPoisson(count, random))) ?? [];
  const counts = { accounts: new Float64Array(size), positives: new Float64Array(size) };
  for (let group = 0; group < size; group++) {
    const own = drawn[0]?.subarray(4 * group, 4 * group + 4);
    const lost = own === undefined ? drawPoisson(accounts[group] - positives[group], random) : own[0] + own[2];
    const won = own === undefined ? drawPoisson(positives[group], random) : own[1] + own[3];
    counts.accounts[group] = lost + won;
    counts.positives[group] = won;
  }
  return { p: testGroups(coarse, counts), z: drawn.map(standOut) };
}

/** z of the rate with the trait against that without it, the variance pooled. */
function standOut(cells: Float64Array): number {
  const sums = [0, 0, 0, 0];
  cells.forEach((count, cell) => {
    sums[cell % 4] += count;
  });
  const [lostWithout, wonWithout, lostWith, wonWith] = sums;
  const [accounts, others] = [lostWith + wonWith, lostWithout + wonWithout];
  const rate = (wonWith + wonWithout) / (accounts + others);
  const error = Math.sqrt(rate * (1 - rate) * (1 / accounts + 1 / others));
  return error > 0 ? (wonWith / accounts - wonWithout / others) / error : 0;
}
