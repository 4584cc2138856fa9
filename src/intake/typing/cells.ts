import type { TextColumn } from '../../model/table.js';
import { isPlaceholder } from './is-placeholder.js';
import { nameTokens } from './name-tokens.js';

/** The cells of a text column, by distinct value: everything that typing looks at. */
export interface Cells {
  readonly name: string;
  readonly rowCount: number;
  /** Without outer space; several may be alike where the raw ones differed by it. */
  readonly labels: readonly string[];
  /** Cells with that label; 0 for labels that say nothing is there. */
  readonly counts: Int32Array;
  readonly firstRow: Int32Array;
  readonly present: number;
  /** Empty cells and placeholders. */
  readonly missing: number;
  /** Distinct labels among the present cells. */
  readonly distinct: number;
}

export function weighCells(column: TextColumn): Cells {
  let isTidy = true;
  const labels = column.labels.map((label) => {
    const trimmed = label.trim();
    if (trimmed.length !== label.length) isTidy = false;
    return trimmed;
  });
  const counts = new Int32Array(labels.length);
  const firstRow = new Int32Array(labels.length).fill(-1);
  let missing = 0;
  for (let row = 0; row < column.codes.length; row++) {
    const code = column.codes[row];
    if (code < 0) missing++;
    else if (counts[code]++ === 0) firstRow[code] = row;
  }
  const keepsNa = isCountryCodes(column.name, labels);
  let distinct = 0;
  for (let code = 0; code < labels.length; code++) {
    if (counts[code] === 0) continue;
    if (isPlaceholder(labels[code]) && !(keepsNa && labels[code] === 'NA')) {
      missing += counts[code];
      counts[code] = 0;
    } else distinct++;
  }
  // Raw labels are distinct; only folding outer space can make two of them one.
  if (!isTidy) distinct = new Set(labels.filter((_, code) => counts[code] > 0)).size;
  const rowCount = column.codes.length;
  return { name: column.name, rowCount, labels, counts, firstRow, present: rowCount - missing, missing, distinct };
}

/** Among two-letter country codes, NA is Namibia. */
function isCountryCodes(name: string, labels: readonly string[]): boolean {
  if (!nameTokens(name).some((token) => ['country', 'nation', 'iso', 'land'].includes(token))) return false;
  const codes = labels.filter((label) => /^[A-Z]{2}$/.test(label)).length;
  return codes >= 10 && codes >= labels.length * 0.8;
}

/** The first distinct present labels, for a look before all of them are gone over. */
export function firstLabels({ labels, counts }: Cells, most: number): string[] {
  const found: string[] = [];
  for (let code = 0; code < labels.length && found.length < most; code++)
    if (counts[code] > 0) found.push(labels[code]);
  return found;
}

/** Share of the present cells whose label passes. */
export function shareOf(cells: Cells, passes: (label: string) => boolean): number {
  let count = 0;
  for (let code = 0; code < cells.labels.length; code++) {
    if (cells.counts[code] > 0 && passes(cells.labels[code])) count += cells.counts[code];
  }
  return cells.present === 0 ? 0 : count / cells.present;
}
