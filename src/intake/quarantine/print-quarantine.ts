import type { RawTable } from '../../model/table.js';
import { delimiterName } from './mark.js';

/**
 * The quarantined records of a file as a file of its own: the header, and each record as it stands in the file under a
 * line that says where it was and what is wrong. Once mended it is imported like any other: the lines about it begin
 * with a mark that readers pass over. Text files keep their delimiter; records of workbooks are apart by tabs; JSON
 * records take one line each.
 * @returns null where nothing was quarantined.
 */
export function printQuarantine(raw: Pick<RawTable, 'source' | 'format' | 'columns' | 'quarantined' | 'delimiter'>) {
  const { source, format, columns, quarantined } = raw;
  if (quarantined.length === 0) return null;
  const isJson = format === 'jsonl';
  const delimiter = raw.delimiter ?? (format === 'csv' ? ',' : '\t');
  const records = quarantined.map(({ raw: text }) => (isJson ? text.replace(/[\r\n]+/g, ' ') : text));
  const mark = freeMark(records);
  const count = records.length === 1 ? '1 record' : `${records.length} records`;
  const apart = isJson || delimiter === '' ? '' : `, fields apart by ${delimiterName(delimiter)}`;
  const lines = [
    `${mark} ${count} of ${JSON.stringify(source)}${apart}. Mend what the lines above the records say and import this file; lines that begin with ${mark} are passed over.`,
  ];
  if (!isJson) lines.push(columns.map(({ name }) => field(name, delimiter)).join(delimiter));
  for (const [i, { line, reason }] of quarantined.entries()) {
    const about = reason.replace(/[\r\n]+/g, ' ');
    lines.push(`${mark} ${about.includes(`line ${line}`) ? about : `line ${line}: ${about}`}`, records[i]);
  }
  return `${lines.join('\n')}\n`;
}

/** A mark that no line of a record begins with. */
function freeMark(records: readonly string[]): string {
  let mark = '#>';
  while (
    records.some((record) => record.split(/[\r\n]+/).some((line) => line.replace(/^"/, '').startsWith(`${mark} `)))
  )
    mark += '>';
  return mark;
}

function field(text: string, delimiter: string): string {
  return /["\r\n]/.test(text) || (delimiter !== '' && text.includes(delimiter))
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}
