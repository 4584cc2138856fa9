import type { RawTable, TextColumn } from '../../model/table.js';
import { isPlaceholder } from './is-placeholder.js';
import { nameTokens } from './name-tokens.js';
import { sampleCells } from './sample-cells.js';

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
  /** Labels that stand for a missing value, such as `N/A`; empty ones are not among them. */
  readonly placeholders: readonly { readonly value: string; readonly count: number }[];
  /** Distinct labels among the present cells. */
  readonly distinct: number;
  /** Of very many labels some, by which it is decided what the column may be; else these cells themselves. */
  readonly sample: Cells;
  /** What was read from the labels before, by the way of reading; see {@link valuesOf}. */
  readonly known: Map<string, Float64Array>;
}

export function weighCells(column: TextColumn): Cells {
  const raw = column.labels;
  const isTidy = raw.every(isBare);
  const labels = isTidy ? raw : raw.map((label) => label.trim());
  const counts = new Int32Array(labels.length);
  const firstRow = new Int32Array(labels.length).fill(-1);
  let missing = 0;
  const { codes, name } = column;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row];
    if (code < 0) missing++;
    else if (counts[code]++ === 0) firstRow[code] = row;
  }
  const keepsNa = isCountryCodes(name, labels);
  const placeholders: { value: string; count: number }[] = [];
  let distinct = 0;
  for (let code = 0; code < labels.length; code++) {
    if (counts[code] === 0) continue;
    if (isPlaceholder(labels[code]) && !(keepsNa && labels[code] === 'NA')) {
      missing += counts[code];
      if (labels[code] !== '') placeholders.push({ value: labels[code], count: counts[code] });
      counts[code] = 0;
    } else distinct++;
  }
  // Raw labels are distinct; only folding outer space can make two of them one.
  if (!isTidy) distinct = new Set(labels.filter((_, code) => counts[code] > 0)).size;
  const rowCount = codes.length;
  const about = {
    name,
    rowCount,
    labels,
    counts,
    firstRow,
    present: rowCount - missing,
    missing,
    placeholders,
    distinct,
  };
  return withSample({ ...about, known: new Map() });
}

function withSample(cells: Omit<Cells, 'sample'>): Cells {
  const some = sampleCells(cells);
  if (some !== null) return { ...cells, sample: withoutSample({ ...cells, ...some, known: new Map() }) };
  return withoutSample(cells);
}

/** Cells that are their own sample. */
function withoutSample(cells: Omit<Cells, 'sample'>): Cells {
  const whole: Omit<Cells, 'sample'> & { sample?: Cells } = { ...cells };
  whole.sample = whole as Cells;
  return whole as Cells;
}

/** A table whose columns are weighed once, however often they are asked for. */
interface WeighedTable extends RawTable {
  readonly weigh: (column: TextColumn) => Cells;
}

export function weighOnce(raw: RawTable): RawTable {
  const known = new Map<TextColumn, Cells>();
  const weigh = (column: TextColumn): Cells => {
    const cells = known.get(column) ?? weighCells(column);
    known.set(column, cells);
    return cells;
  };
  const weighed: WeighedTable = { ...raw, weigh };
  return weighed;
}

/** How the columns of a table are weighed: once, where it came from {@link weighOnce}. */
export function weigherOf(raw: RawTable): (column: TextColumn) => Cells {
  return 'weigh' in raw ? (raw as WeighedTable).weigh : weighCells;
}

/** What each label reads as, NaN for those that say nothing or cannot be read; made once for each way of reading. */
export function valuesOf(cells: Cells, { as, read }: { as: string; read: (label: string) => number }): Float64Array {
  const known = cells.known.get(as);
  if (known !== undefined) return known;
  const { labels, counts } = cells;
  const values = new Float64Array(labels.length);
  for (let code = 0; code < values.length; code++) values[code] = counts[code] > 0 ? read(labels[code]) : Number.NaN;
  cells.known.set(as, values);
  return values;
}

/** Share of the present cells that have a value. */
export function shareRead({ counts, present }: Cells, values: Float64Array): number {
  let count = 0;
  for (let code = 0; code < values.length; code++) if (!Number.isNaN(values[code])) count += counts[code];
  return present === 0 ? 0 : count / present;
}

/** Whether a label has no outer space; nearly always its first and last sign tell. */
function isBare(label: string): boolean {
  if (label === '') return true;
  const [first, last] = [label.charCodeAt(0), label.charCodeAt(label.length - 1)];
  if (first > 32 && last > 32 && first < 160 && last < 160) return true;
  return label.trim().length === label.length;
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

/** The labels that say something. */
export function presentLabels({ labels, counts }: Cells): string[] {
  return labels.filter((_, code) => counts[code] > 0);
}

/** Share of the present cells whose label passes. */
export function shareOf(cells: Cells, passes: (label: string) => boolean): number {
  let count = 0;
  for (let code = 0; code < cells.labels.length; code++) {
    if (cells.counts[code] > 0 && passes(cells.labels[code])) count += cells.counts[code];
  }
  return cells.present === 0 ? 0 : count / cells.present;
}
