import type { TextColumn } from '../model/table.js';
import type { Distribution } from './company-spec.js';
import type { Draw } from './draw.js';
import { textColumn } from './text-column.js';
import { traitMask } from './trait-mask.js';

/** A free text per account, put together from phrases. */
export function drawText({ parts, given = [] }: Extract<Distribution, { kind: 'text' }>, draw: Draw): TextColumn {
  const masks = given.map(({ when }) => traitMask(when, draw.columns));
  const pick = (phrases: readonly string[]) => phrases[draw.random.int(phrases.length)];
  return textColumn(draw.name, {
    rowCount: draw.rowCount,
    textOf: (row) => {
      const phrases = parts.map(pick);
      given.forEach((entry, i) => {
        const phrase = pick(entry.phrases);
        if (masks[i][row] === 1) phrases.push(phrase);
      });
      return phrases.filter((phrase) => phrase !== '').join(' ');
    },
  });
}
