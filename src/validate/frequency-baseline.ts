import type { AttributeGrid, CodedTable } from '../learn/grid.js';
import { coarsenBins } from './coarsen-bins.js';

/** The learnt scheme: log-odds that add up, by code of each grid; 0 where the scheme skips. */
export interface FrequencyScheme {
  readonly prior: number;
  readonly logOdds: readonly Float64Array[];
}

/** Every count of won and lost starts here. */
const startCount = 0.1;
/** Multi-valued tags count from this many outcomes on. */
const minTagOutcomes = 50;

/**
 * Odoo's predictive lead scoring, the open scheme in widest use, as a baseline: naive Bayes over (field, value) counts
 * of won and lost, each starting at 0.1. Values never seen and empty cells are skipped; the tags of a set count only with
 * at least 50 outcomes; numbers, which Odoo does not have, enter as deciles.
 * @param labels 1 for won, by row of the table. @param rows accounts to learn from; all unless given.
 */
export function learnFrequencyScheme(
  table: CodedTable,
  { labels, rows = everyRow(table) }: { readonly labels: ArrayLike<number>; readonly rows?: ArrayLike<number> },
): FrequencyScheme {
  let won = 0;
  for (let i = 0; i < rows.length; i++) won += labels[rows[i]] > 0 ? 1 : 0;
  const counts = table.grids.map((grid, a) => countCodes(grid, { codes: table.codes[a], labels, rows }));
  const tagTotals = totalTags(table.grids, counts);
  return {
    prior: Math.log((won + startCount) / (rows.length - won + startCount)),
    logOdds: table.grids.map((grid, a) =>
      grid.kind === 'member'
        ? weighTag(counts[a], tagTotals.get(grid.attribute) as OutcomeCount)
        : weighValues(grid, counts[a]),
    ),
  };
}

/** Probability of each account in `rows`, clamped to 0.01–99.99 % as in Odoo. */
export function predictFrequency(
  scheme: FrequencyScheme,
  { table, rows = everyRow(table) }: { readonly table: CodedTable; readonly rows?: ArrayLike<number> },
): Float64Array {
  return Float64Array.from({ length: rows.length }, (_, i) => {
    let logit = scheme.prior;
    for (let a = 0; a < table.codes.length; a++) logit += scheme.logOdds[a][table.codes[a][rows[i]]];
    return Math.min(Math.max(1 / (1 + Math.exp(-logit)), 0.0001), 0.9999);
  });
}

interface OutcomeCount {
  readonly won: number;
  readonly lost: number;
}

interface CodeCounts {
  readonly won: Float64Array;
  readonly all: Float64Array;
}

function countCodes(
  grid: AttributeGrid,
  from: { codes: Uint8Array; labels: ArrayLike<number>; rows: ArrayLike<number> },
): CodeCounts {
  const counts = { won: new Float64Array(grid.binCount + 2), all: new Float64Array(grid.binCount + 2) };
  for (let i = 0; i < from.rows.length; i++) {
    const row = from.rows[i];
    counts.all[from.codes[row]]++;
    if (from.labels[row] > 0) counts.won[from.codes[row]]++;
  }
  return counts;
}

function weighValues(grid: AttributeGrid, counts: CodeCounts): Float64Array {
  const coarse = coarsenBins(grid, counts.all);
  const missing = coarse.count - 1;
  const values = Array.from({ length: coarse.count }, () => ({ won: startCount, lost: startCount, seen: 0 }));
  coarse.bins.forEach((bin, code) => {
    values[bin].won += counts.won[code];
    values[bin].lost += counts.all[code] - counts.won[code];
    values[bin].seen += counts.all[code];
  });
  const counted = values.filter(({ seen }, bin) => seen > 0 && bin !== missing);
  const total = sum(counted);
  return Float64Array.from(coarse.bins, (bin) =>
    bin === missing || values[bin].seen === 0 ? 0 : weigh(values[bin], total),
  );
}

/** Tags of one set share their totals, as the values of one field do; lacking a tag says nothing. */
function totalTags(grids: readonly AttributeGrid[], counts: readonly CodeCounts[]): Map<string, OutcomeCount> {
  const tags = new Map<string, OutcomeCount[]>();
  grids.forEach((grid, a) => {
    if (grid.kind !== 'member') return;
    const known = tags.get(grid.attribute) ?? [];
    if (counts[a].all[1] > 0) known.push(tagCount(counts[a]));
    tags.set(grid.attribute, known);
  });
  return new Map([...tags].map(([attribute, known]) => [attribute, sum(known)]));
}

function weighTag(counts: CodeCounts, total: OutcomeCount): Float64Array {
  const logOdds = new Float64Array(counts.all.length);
  if (counts.all[1] >= minTagOutcomes) logOdds[1] = weigh(tagCount(counts), total);
  return logOdds;
}

function tagCount(counts: CodeCounts): OutcomeCount {
  return { won: startCount + counts.won[1], lost: startCount + counts.all[1] - counts.won[1] };
}

function weigh(value: OutcomeCount, total: OutcomeCount): number {
  return Math.log(value.won / total.won) - Math.log(value.lost / total.lost);
}

function sum(counts: readonly OutcomeCount[]): OutcomeCount {
  return counts.reduce((all, { won, lost }) => ({ won: all.won + won, lost: all.lost + lost }), { won: 0, lost: 0 });
}

function everyRow(table: CodedTable): ArrayLike<number> {
  return Uint32Array.from({ length: table.rowCount }, (_, row) => row);
}
