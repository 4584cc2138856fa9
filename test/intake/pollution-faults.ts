import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFile } from '../../src/intake/read-file.js';
import type { TortureFile } from './torture-corpus.js';

/** What is wrong with how a file was read; empty where nothing is. */
export async function pollutionFaults(
  { bytes, records, damaged, width }: TortureFile,
  { folder }: { folder: string },
): Promise<string[]> {
  const path = join(folder, 'export.csv');
  await writeFile(path, bytes);
  const table = await readFile(path);
  const got = Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map((column) => (column.type === 'text' ? (column.labels[column.codes[row]] ?? '') : '')),
  );
  const kept = got.filter(([id]) => id !== 'bad');
  const wrong = records.findIndex((record, i) => JSON.stringify(record) !== JSON.stringify(kept[i]));
  return [
    ...(wrong < 0 && kept.length === records.length ? [] : [`record ${wrong}: ${JSON.stringify(kept[wrong])}`]),
    ...(table.rowCount + table.quarantined.length === records.length + damaged
      ? []
      : [`${table.rowCount} + ${table.quarantined.length} records, not ${records.length} + ${damaged}`]),
    ...(table.quarantined.every(({ raw }) => /^ ?["']?(bad|id|Total)/.test(raw))
      ? []
      : ['a sound record is quarantined']),
    ...(table.columns.length === width ? [] : [`${table.columns.length} columns`]),
    ...(damaged === table.quarantined.length ? [] : ['a damaged record is accepted']),
  ].map((fault) => fault.slice(0, 200));
}
