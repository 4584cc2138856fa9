import { binStarts } from '../bin-starts.js';
import type { AttributeGrid, CodedTable } from '../grid.js';
import { type ClusterAttribute, type ClusterTable, unknownLevel } from './cluster-table.js';

/** Rarer values of a category tell nothing about a group. */
const mostLevels = 24;

/** Levels that ordered attributes are joined to: fewer where there are few accounts to fill them. */
export function orderedLevels(rowCount: number): number {
  return Math.max(4, Math.min(12, Math.round(Math.sqrt(rowCount) / 2.5)));
}

/**
 * Accounts as a mixture reads them: neighbouring bins joined to few levels of about equal count, rare categories to one,
 * unknown values marked. Attributes that are the same for all are left out.
 * @param rows the accounts.
 */
export function clusterLevels({ grids, codes }: CodedTable, rows: Int32Array): ClusterTable {
  const most = orderedLevels(rows.length);
  const attributes = grids.flatMap((grid, g) => levelsOf(grid, { codes: codes[g], rows, most }) ?? []);
  return { attributes, rowCount: rows.length };
}

function levelsOf(
  grid: AttributeGrid,
  { codes, rows, most }: { codes: Uint8Array; rows: Int32Array; most: number },
): ClusterAttribute | null {
  const counts = new Float64Array(grid.binCount + 2);
  for (const row of rows) counts[codes[row]]++;
  const levelOf = new Uint8Array(grid.binCount + 2).fill(unknownLevel);
  const size = grid.kind === 'category' ? nameLevels(levelOf, counts) : joinBins(levelOf, { counts, most });
  if (size < 2) return null;
  const isOrdered = grid.kind === 'numeric';
  const levels = new Uint8Array(rows.length);
  for (let i = 0; i < levels.length; i++) levels[i] = levelOf[codes[rows[i]]];
  return { size, isOrdered, levels };
}

function joinBins(levelOf: Uint8Array, { counts, most }: { counts: Float64Array; most: number }): number {
  const bins = [...counts.subarray(0, counts.length - 2).keys()].filter((bin) => counts[bin] > 0);
  const starts = binStarts(
    bins.map((bin) => counts[bin]),
    most,
  );
  let level = 0;
  bins.forEach((bin, i) => {
    if (starts[level] === i) level++;
    levelOf[bin] = level;
  });
  return bins.length === 0 ? 0 : level + 1;
}

function nameLevels(levelOf: Uint8Array, counts: Float64Array): number {
  const present = [...counts.subarray(0, counts.length - 1).keys()].filter((code) => counts[code] > 0);
  const ranked = present.sort((a, b) => counts[b] - counts[a] || a - b);
  ranked.forEach((code, rank) => {
    levelOf[code] = Math.min(rank, mostLevels - 1);
  });
  return Math.min(ranked.length, mostLevels);
}
