import type { TextColumn } from '../model/table.js';

/**
 * A text column with each distinct text stored once, in order of first appearance; '' is an empty cell.
 * @param options `isDistinct`: the caller knows that no text comes twice or is empty, which saves the look-up.
 */
export function textColumn(
  name: string,
  options: { rowCount: number; textOf: (row: number) => string; isDistinct?: boolean },
): TextColumn {
  const { rowCount, textOf, isDistinct = false } = options;
  const codes = new Int32Array(rowCount);
  const labels: string[] = [];
  const codeByText = new Map<string, number>();
  for (let row = 0; row < rowCount; row++) {
    const text = textOf(row);
    let code = isDistinct ? undefined : text === '' ? -1 : codeByText.get(text);
    if (code === undefined) {
      code = labels.push(text) - 1;
      if (!isDistinct) codeByText.set(text, code);
    }
    codes[row] = code;
  }
  return { type: 'text', name, codes, labels };
}
