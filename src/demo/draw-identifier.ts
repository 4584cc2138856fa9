import type { TextColumn } from '../model/table.js';
import type { Distribution } from './company-spec.js';
import type { Draw } from './draw.js';
import { textColumn } from './text-column.js';
import { handleWords } from './words.js';

/** Ids that count up, as systems give them out. */
export function drawIdentifier(
  { prefix, start, step = 1 }: Extract<Distribution, { kind: 'identifier' }>,
  draw: Draw,
): TextColumn {
  return textColumn(draw.name, {
    isDistinct: true,
    rowCount: draw.rowCount,
    textOf: (row) => `${prefix}${start + row * step}`,
  });
}

/** An address per account under example.com, which belongs to nobody; the number in it makes it unlike all others. */
export function drawEmail(draw: Draw): TextColumn {
  const pick = () => handleWords[draw.random.int(handleWords.length)];
  return textColumn(draw.name, {
    isDistinct: true,
    rowCount: draw.rowCount,
    textOf: (row) => `${pick()}.${pick()}${17 + row * 3}@example.com`,
  });
}
