import type { TableMapping } from '../../model/mapping.js';
import type { RawTable } from '../../model/table.js';
import type { Cells } from '../typing/cells.js';
import { asText } from './column-evidence.js';

/** The values that name the accounts of a table, by which keys of other tables are recognised. */
export interface KeyColumn {
  readonly file: string;
  readonly column: string;
  /** Trimmed, in lower case. */
  readonly values: ReadonlySet<string>;
}

/** By what a mapped table of accounts can be named: ids first, then names, web domains and e-mail; empty for other tables. */
export function accountKeys(raw: RawTable, mapping: TableMapping): KeyColumn[] {
  if (mapping.entity !== 'account' || mapping.use !== 'rows') return [];
  return ['id', 'name', 'domain', 'email'].flatMap((field) => {
    const own = mapping.columns.find(({ use }) => use.kind === 'field' && use.field === field);
    const column = raw.columns.find(({ name }) => name === own?.column);
    if (column === undefined) return [];
    return [{ file: raw.source, column: column.name, values: new Set(asText(column).labels.map(foldKey)) }];
  });
}

export function foldKey(value: string): string {
  return value.trim().toLowerCase();
}

/** Share of a column's distinct values that are account ids, in the table where it is highest. */
export function keyOverlap(
  labels: readonly string[],
  keys: readonly KeyColumn[],
): { share: number; key: KeyColumn | null } {
  let best: { share: number; key: KeyColumn | null } = { share: 0, key: null };
  if (keys.length === 0) return best;
  const sample: string[] = [];
  for (let at = 0; at < labels.length && sample.length < 2000; at++)
    if (labels[at].trim() !== '') sample.push(labels[at]);
  for (const key of keys) {
    const share = sample.filter((label) => key.values.has(foldKey(label))).length / Math.max(1, sample.length);
    if (share > best.share) best = { share, key };
  }
  return best;
}

/** Whether equal values say something: small whole numbers are ids of every table. */
export function isTelling({ distinct, labels }: Cells): boolean {
  return distinct >= 3 && labels.some((label) => /\D/.test(label) || label.length >= 6);
}
