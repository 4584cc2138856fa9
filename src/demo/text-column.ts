import type { TextColumn } from '../model/table.js';

/** A text column with each distinct text stored once, in order of first appearance; '' is an empty cell. */
export function textColumn(
  name: string,
  { rowCount, textOf }: { rowCount: number; textOf: (row: number) => string },
): TextColumn {
  const codes = new Int32Array(rowCount);
  const codeByText = new Map<string, number>();
  for (let row = 0; row < rowCount; row++) {
    const text = textOf(row);
    if (text === '') {
      codes[row] = -1;
      continue;
    }
    const code = codeByText.get(text) ?? codeByText.size;
    codeByText.set(text, code);
    codes[row] = code;
  }
  return { type: 'text', name, codes, labels: [...codeByText.keys()] };
}
