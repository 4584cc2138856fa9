import Table from 'cli-table3';

export interface TerminalColumn {
  readonly width: number;
  readonly align?: 'left' | 'right';
}

/** Stands for a space that must not break: `cli-table3` breaks lines at the real one too. */
const fixedSpace = '\ue000';
const gap = 2;

/**
 * Cells laid out in columns without borders, long ones wrapped at words, words longer than their column cut with `…`.
 * @returns lines without trailing space, each indented by two.
 */
export function layOutTable(rows: readonly (readonly string[])[], columns: readonly TerminalColumn[]): string[] {
  if (rows.length === 0) return [];
  const table = new Table({
    chars: borderless,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    colWidths: columns.flatMap(({ width }, i) => (i === 0 ? [width] : [gap, width])),
    colAligns: columns.flatMap(({ align = 'left' }, i) => (i === 0 ? [align] : ['left' as const, align])),
    wordWrap: true,
  });
  for (const row of rows) {
    const cells = row.map((cell) => cell.replaceAll('\u00a0', fixedSpace));
    table.push(cells.flatMap((cell, i) => (i === 0 ? [cell] : ['', cell])));
  }
  return table
    .toString()
    .split('\n')
    .map((line) => `  ${line.replaceAll(fixedSpace, ' ').trimEnd()}`);
}

/** One paragraph, wrapped to the width of the page. */
export function layOutText(text: string, width: number): string[] {
  return layOutTable([[text]], [{ width: width - 4 }]);
}

/** The width of all columns with the gaps between them, without the indent. */
export function tableWidth(columns: readonly TerminalColumn[]): number {
  return columns.reduce((sum, { width }) => sum + width, gap * (columns.length - 1));
}

const borderless = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
};
