import type { TextColumn } from '../../model/table.js';
import { TextBuilder } from '../text-builder.js';

/** First and last names as one column; where one is missing the other stands alone. */
export function joinNameParts({
  first,
  last,
  rowCount,
}: {
  readonly first: TextColumn | undefined;
  readonly last: TextColumn | undefined;
  readonly rowCount: number;
}): TextColumn {
  const builder = new TextBuilder();
  const cell = (column: TextColumn | undefined, row: number) => column?.labels[column.codes[row]] ?? '';
  for (let row = 0; row < rowCount; row++) {
    const name = `${cell(first, row)} ${cell(last, row)}`.trim();
    builder.set(row, name === '' ? null : name);
  }
  return builder.finish('name', rowCount);
}
