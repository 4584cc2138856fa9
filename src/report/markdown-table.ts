import { escapeMarkdown } from './escape-markdown.js';

/** A table; heads that begin with `>` are aligned right. Empty without rows. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const isRight = heads.map((head) => head.startsWith('>'));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(heads.map((head) => escapeMarkdown(head.replace(/^>/, '')))),
    line(isRight.map((right) => (right ? '---:' : '---'))),
    ...rows.map((row) => line(row.map(escapeMarkdown))),
  ].join('\n');
}
