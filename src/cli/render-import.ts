import pc from 'picocolors';
import { shellWord } from '../model/shell-word.js';
import { layOutTable, layOutText } from '../report/terminal-table.js';
import { describeJoin, describeKeys } from '../workspace/describe-joins.js';
import type { FileReport, ImportReport } from '../workspace/import-files.js';
import { isPoorlyJoined } from '../workspace/table-join.js';
import { describeMapping } from './describe-mapping.js';
import { plainText } from './plain-text.js';

const labelWidth = 10;
const shownMerges = 5;

/** What an import did or would do, file by file, and what it must ask. */
export function renderImport(
  report: ImportReport,
  { color, width, workspace }: { color: boolean; width: number; workspace: string },
): string {
  const paint = pc.createColors(color);
  const lines: string[] = [];
  for (const file of report.files) {
    lines.push(paint.bold(plainText(file.path)), ...fileLines(file, width), '');
  }
  if (report.questions.length > 0) {
    lines.push(paint.bold('Only you know'));
    for (const { question, answers, fix } of report.questions) {
      const text = `${question} ${answers.length > 0 ? `(${answers.join(' | ')})` : ''}`;
      lines.push(...layOutText(plainText(text), width), ...layOutText(plainText(`→ ${fix}`), width), '');
    }
  }
  lines.push(
    ...resolutionLines(report, width),
    ...joinLines(report, { width, warn: paint.yellow }),
    lastLine(report, workspace),
  );
  return lines.join('\n');
}

function fileLines(file: FileReport, width: number): string[] {
  const { records, accepted, quarantined, mapping, isKept, notes } = file;
  const rows: [string, string][] = [
    ['records', `${count(accepted)} accepted + ${count(quarantined.length)} quarantined = ${count(records)}`],
    ...describeMapping(mapping, { isKept }),
    ...placeholderRows(file),
    ...changeRows(file),
    ...notes.map((note): [string, string] => ['note', note]),
  ];
  return layOutTable(
    rows.map((row) => row.map(plainText)),
    [{ width: labelWidth }, { width: width - labelWidth - 6 }],
  );
}

/** How many columns with placeholders, and how many of each, are named. */
const mostColumns = 20;
const mostValues = 6;

function placeholderRows({ placeholders }: FileReport): [string, string][] {
  if (placeholders.length === 0) return [];
  const texts = placeholders.slice(0, mostColumns).map(({ column, count: cells, values }) => {
    const named = values.slice(0, mostValues).map(({ value, count: times }) => `${value} ${count(times)}`);
    const more = values.length > mostValues ? ', …' : '';
    return `${column} ${count(cells)} (${named.join(', ')}${more})`;
  });
  const rest = placeholders.length > mostColumns ? `; and ${placeholders.length - mostColumns} more columns` : '';
  return [['missing', `cells that say that nothing is there: ${texts.join('; ')}${rest}`]];
}

function changeRows({ changes, snapshot }: FileReport): [string, string][] {
  if (snapshot === null) return [];
  if (changes === null) return [['changed', 'nothing to compare with: the first import of this file']];
  const { rows, matchedBy, columns, columnsAdded, columnsRemoved } = changes;
  if (changes.isSame) return [['changed', 'nothing: the same rows as at the last import']];
  const parts = [
    `${count(rows.added)} rows added, ${count(rows.removed)} removed, ${count(rows.changed)} changed, ${count(rows.same)} the same`,
    matchedBy === null ? 'matched by all of their cells' : `matched by ${matchedBy}`,
  ];
  const cells = columns.filter(({ changedCells }) => changedCells > 0).sort((a, b) => b.changedCells - a.changedCells);
  if (cells.length > 0)
    parts.push(
      `cells changed in ${cells.map(({ column, changedCells }) => `${column} (${count(changedCells)})`).join(', ')}`,
    );
  const fresh = columns.filter(({ newValues }) => newValues.length > 0 && newValues.length < 5);
  for (const { column, newValues } of fresh.filter(({ column }) => column !== matchedBy))
    parts.push(`new in ${column}: ${newValues.join(', ')}`);
  if (columnsAdded.length > 0) parts.push(`new columns ${columnsAdded.join(', ')}`);
  if (columnsRemoved.length > 0) parts.push(`columns gone ${columnsRemoved.join(', ')}`);
  return [['changed', parts.join('; ')]];
}

function resolutionLines({ resolution }: ImportReport, width: number): string[] {
  if (resolution === null) return [];
  const { rows, accounts, merges, review } = resolution;
  const lines = layOutText(`${count(rows)} account rows are ${count(accounts)} accounts.`, width);
  const show = (list: typeof merges, verb: string) => {
    for (const { id, kept, merged, score, reason } of list.slice(0, shownMerges)) {
      const text = `${merged} ${verb} ${kept} (${Math.round(100 * score)} %): ${reason}`;
      lines.push(...layOutTable([[id, plainText(text)]], [{ width: 8 }, { width: width - 14 }]));
    }
    if (list.length > shownMerges) lines.push(`  … and ${count(list.length - shownMerges)} more`);
  };
  show(merges, 'is');
  if (review.length > 0) {
    lines.push(...layOutText(`${count(review.length)} pairs may be one account and were left apart:`, width));
    show(review, 'may be');
  }
  if (merges.length + review.length > 0)
    lines.push(...layOutText('All of them: assay merges. Take apart: --undo ID; accept: --accept ID.', width));
  return [...lines, ''];
}

/** Rows of other tables with and without an account: what belongs to none is counted nowhere. */
function joinLines(
  { resolution }: ImportReport,
  { width, warn }: { width: number; warn: (text: string) => string },
): string[] {
  const joins = resolution?.joins ?? [];
  if (joins.length === 0) return [];
  const lines = joins.flatMap((join) => {
    const text = plainText(describeJoin(join));
    return isPoorlyJoined(join) ? layOutText(`⚠ ${text}`, width).map(warn) : layOutText(text, width);
  });
  const keys = joins.flatMap(describeKeys).flatMap((text) => layOutText(plainText(text), width));
  return [...lines, ...keys, ''];
}

function lastLine({ status, importId, mappingFile, questions, files }: ImportReport, workspace: string): string {
  const place = workspace === '.' ? '' : ` --workspace ${shellWord(workspace)}`;
  const what = files.length === 1 ? '1 file' : `${files.length} files`;
  if (status === 'imported') return `Import ${importId}: ${what}, read by ${mappingFile}. See it: assay data${place}`;
  if (status === 'asked') return `Nothing was imported. The mapping that was recognised is in ${mappingFile}.`;
  const asks = questions.length === 0 ? '' : ` An import would ask ${questions.length} of the above first.`;
  return `Nothing was written: this was a dry run of ${what}.${asks}`;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
