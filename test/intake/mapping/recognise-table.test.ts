import { describe, expect, it } from 'vitest';
import { assignTypes } from '../../../src/intake/assign-types.js';
import { recogniseTable } from '../../../src/intake/mapping/recognise-table.js';
import { cellsOf, rawTable } from '../raw-table.js';
import { genericExports } from './generic-exports.js';
import { moreToolExports } from './more-tool-exports.js';
import { type ToolExport, toolExports } from './tool-exports.js';

function recognise(file: string, columns: Readonly<Record<string, readonly string[]>>) {
  const raw = { ...rawTable(columns), source: file };
  return recogniseTable(raw, { typed: assignTypes(raw) });
}

/** Nine rows; `a|b` alternates. */
function tableOf({ file, cells }: ToolExport) {
  const columns = Object.entries(cells).map(([name, cell]) => {
    const choices = cell.split('|');
    return [name, cellsOf(9, (row) => choices[row % choices.length].replaceAll('#', String(row + 1)))] as const;
  });
  return recognise(file, Object.fromEntries(columns));
}

function fieldsOfMapping({ mapping }: ReturnType<typeof recognise>) {
  return Object.fromEntries(
    mapping.columns.flatMap(({ column, use }) => (use.kind === 'field' ? [[use.field, column]] : [])),
  );
}

describe('recogniseTable', () => {
  it.each([...toolExports, ...moreToolExports].map((table) => [table.title, table] as const))(
    'knows %s',
    (_, table) => {
      const found = tableOf(table);
      expect([found.mapping.source, found.mapping.entity, found.mapping.use]).toEqual([
        table.source,
        table.entity,
        'rows',
      ]);
      expect(fieldsOfMapping(found)).toEqual(table.fields);
    },
  );

  it.each(genericExports.map((table) => [table.title, table] as const))('understands %s', (_, table) => {
    const found = tableOf(table);
    expect([found.mapping.source, found.mapping.entity]).toEqual([table.source, table.entity]);
    expect(fieldsOfMapping(found)).toMatchObject(table.fields);
  });
});
