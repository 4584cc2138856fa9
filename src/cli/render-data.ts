import pc from 'picocolors';
import type { ColumnMapping } from '../model/mapping.js';
import { layOutTable, layOutText } from '../report/terminal-table.js';
import type { ColumnHealth, DataReport, TableHealth } from '../workspace/list-data.js';
import { whatIsARow } from './describe-mapping.js';
import { plainText } from './plain-text.js';

const useWidth = 26;
const sensitiveWidth = 14;
const numberWidth = 9;

/** Imports, and the health of each column of each current table. */
export function renderData({ imports, tables, merges }: DataReport, page: { color: boolean; width: number }): string {
  const paint = pc.createColors(page.color);
  if (imports.length === 0) return 'Nothing is imported yet. Next: assay import FILE…';
  const lines = [paint.bold('Imports')];
  for (const { id, createdAt, undoneAt, files } of imports) {
    const names = files.map(
      ({ manifest }) =>
        `${manifest.source.name} (${manifest.accepted} + ${manifest.quarantined} quarantined = ${manifest.source.records})`,
    );
    const row = [
      String(id),
      createdAt.slice(0, 16).replace('T', ' '),
      `${names.join(', ')}${undoneAt === null ? '' : ' — undone'}`,
    ];
    lines.push(
      ...layOutTable([row.map(plainText)], [{ width: 4, align: 'right' }, { width: 16 }, { width: page.width - 30 }]),
    );
  }
  for (const table of tables) lines.push('', ...tableLines(table, { paint, width: page.width }));
  if (merges.length > 0) lines.push('', `${merges.length} account rows are known to be others (all with --json).`);
  return lines.join('\n');
}

function tableLines(
  { file, before, columns }: TableHealth,
  { paint, width }: { paint: ReturnType<typeof pc.createColors>; width: number },
): string[] {
  const { manifest, mapping, importId } = file;
  const since = before === null ? 'imported once' : `drift since import ${before.importId}`;
  const head = `${manifest.source.name}: ${whatIsARow(mapping)}, ${manifest.accepted} rows, import ${importId}, ${since}`;
  const rows = columns.map((column) => [
    column.column,
    useText(column.mapping),
    sensitivityText(column.mapping),
    `${Math.floor(100 * column.fill)} %`,
    String(column.distinct),
    driftText(column, before !== null),
    column.leak === null ? '' : column.leak.severity === 'set aside' ? 'suspected' : 'look',
  ]);
  const named = width - 6 - useWidth - sensitiveWidth - 4 * numberWidth - 12;
  const titles = ['column', 'use', 'sensitive', 'filled', 'distinct', 'drift', 'leak'];
  const right = { width: numberWidth, align: 'right' as const };
  return [
    paint.bold(plainText(head)),
    ...layOutTable(
      [titles, ...rows].map((row) => row.map(plainText)),
      [
        { width: Math.max(16, named) },
        { width: useWidth },
        { width: sensitiveWidth },
        right,
        right,
        right,
        { width: numberWidth },
      ],
    ),
    ...placeholderLines(columns, width),
    ...columns.flatMap(({ leak }) => (leak === null ? [] : [plainText(`  leak? ${leak.detail}`)])),
  ];
}

function placeholderLines(columns: readonly ColumnHealth[], width: number): string[] {
  const found = columns.filter(({ placeholders }) => placeholders > 0);
  if (found.length === 0) return [];
  const names = found.map(({ column, placeholders }) => `${column} ${placeholders}`).join(', ');
  return layOutText(plainText(`Cells that say that nothing is there (N/A, - …): ${names}`), width);
}

function useText({ use }: ColumnMapping): string {
  if (use.kind === 'field') return use.field;
  return use.kind === 'attribute' ? `${use.attributeKind}, ${use.type}` : `ignored: ${use.reason}`;
}

function sensitivityText({ sensitivity, proxyFor }: ColumnMapping): string {
  if (sensitivity !== 'none') return sensitivity;
  return proxyFor === undefined ? '' : `proxy: ${proxyFor}`;
}

function driftText({ drift, isBeyondNoise, isNew }: ColumnHealth, hasBefore: boolean): string {
  if (isNew) return 'new';
  if (drift === null) return hasBefore ? '–' : '';
  return isBeyondNoise ? drift.toFixed(2) : drift === 0 ? '0' : 'noise';
}
