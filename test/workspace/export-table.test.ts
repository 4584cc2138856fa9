import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { decodeParquet } from '../../src/engine/parquet/decode-parquet.js';
import { encodeParquet } from '../../src/engine/parquet/encode-parquet.js';
import { readCsv } from '../../src/intake/csv/read-csv.js';
import { readFile } from '../../src/intake/read-file.js';
import type { RawColumn } from '../../src/model/table.js';
import { initWorkspace } from '../../src/store/init-workspace.js';
import { exportTable, printTable } from '../../src/workspace/export-table.js';
import { importFiles } from '../../src/workspace/import-files.js';
import { naughtyStrings } from '../intake/naughty-strings.js';

const folder = mkdtempSync(join(tmpdir(), 'assay-export-'));
afterAll(() => rmSync(folder, { recursive: true }));
const now = () => new Date('2026-01-02T03:04:05Z');

const cellsOf = (columns: readonly RawColumn[], rowCount: number) =>
  Array.from({ length: rowCount }, (_, row) =>
    columns.map((column) => (column.type === 'text' ? (column.labels[column.codes[row]] ?? '') : '')),
  );

/** Through the bytes of a snapshot and out again as CSV. */
function survive(text: string) {
  const { columns, rowCount, lines, quarantined } = readCsv(Buffer.from(text), {
    file: 'x',
    invalidAt: [],
    delimiter: ',',
  });
  const bytes = Buffer.concat([...encodeParquet({ columns, rowCount, lines, facts: {} })]);
  const kept = decodeParquet(
    bytes,
    columns.map(({ type }) => type),
  );
  const texts = kept.columns.filter((column) => column.type === 'text');
  return { quarantined, csv: printTable({ columns: texts, rowCount: kept.rowCount }).csv };
}

describe('exportTable', () => {
  it('gives naughty strings back byte for byte, through import and snapshot', async () => {
    const rows = naughtyStrings.map((text, i) => [`${100 + i}`, `Firma ${i} GmbH`, text, 'x']);
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const path = join(folder, 'companies.csv');
    writeFileSync(
      path,
      ['Record ID,Company name,Notes,Country', ...rows.map((row) => row.map(quoted).join(','))].join('\n'),
    );
    const workspace = join(folder, 'ws');
    await initWorkspace(workspace, { now });
    const report = await importFiles([path], { folder: workspace, now });
    expect(report).toMatchObject({ status: 'imported', files: [{ quarantined: [] }] });
    const { csv, formulas } = await exportTable(workspace, { table: 'companies', now });
    expect(formulas).toBeGreaterThan(2);
    const out = join(folder, 'out.csv');
    writeFileSync(out, csv);
    const again = await readFile(out, { delimiter: ',' });
    expect(cellsOf(again.columns, again.rowCount)).toEqual(rows);
    await expect(exportTable(workspace, { table: 'other', now })).rejects.toMatchObject({
      code: 'USAGE',
      hint: 'Its tables are: companies.csv.',
    });
  });

  it('is what a second import and export of it give (law)', () => {
    const cell = fc.oneof(
      fc.constantFrom(...naughtyStrings),
      fc.string({ unit: 'binary', maxLength: 8 }).map((text) => Buffer.from(text).toString()),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), (rows) => {
        const columns = [0, 1].map((c): RawColumn => {
          const labels = [...new Set(rows.map((row) => row[c]))].filter((text) => text !== '');
          return { type: 'text', name: `c${c}`, labels, codes: Int32Array.from(rows, (row) => labels.indexOf(row[c])) };
        });
        const { csv } = printTable({ columns, rowCount: rows.length });
        const once = survive(csv);
        expect(once.quarantined).toEqual([]);
        expect(once.csv).toBe(csv);
      }),
      { numRuns: 200 },
    );
  });
});
