import { AssayError } from '../errors.js';
import type { AttributeWish, WishedShape } from '../model/attribute-wish.js';
import type { ColumnWish } from '../workspace/wishes-of.js';

type Read = (value: string, whole: string) => AttributeWish;

/** Gathers one kind of wish, each told as COLUMN=VALUE; a column may hold `=` itself. */
export function collectWish(read: Read): (value: string, before?: readonly ColumnWish[]) => ColumnWish[] {
  return (value, before = []) => {
    const at = value.lastIndexOf('=');
    if (at < 1 || at === value.length - 1) {
      throw new AssayError('USAGE', {
        detail: `${JSON.stringify(value)} does not say what is wished of which column.`,
        hint: 'Write the column, an equals sign and the wish: --monotone tenure=up.',
      });
    }
    return [...before, { column: value.slice(0, at), wish: read(value.slice(at + 1).trim(), value) }];
  };
}

const ways: Readonly<Record<string, WishedShape>> = {
  up: 'increasing',
  increasing: 'increasing',
  down: 'decreasing',
  decreasing: 'decreasing',
  peak: 'peak',
  valley: 'valley',
};

export function readMonotone(value: string, whole: string): AttributeWish {
  const monotone = ways[value.toLowerCase()];
  if (monotone !== undefined) return { monotone };
  throw new AssayError('USAGE', {
    detail: `--monotone ${whole}: ${JSON.stringify(value)} is no way for points to go.`,
    hint: 'Give up, down, peak (up to one turn, then down) or valley: --monotone tenure=up.',
  });
}

export function readCuts(value: string, whole: string): AttributeWish {
  const cuts = value.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (cuts.every(Number.isFinite)) return { cuts: [...new Set(cuts)].sort((a, b) => a - b) };
  throw new AssayError('USAGE', {
    detail: `--cuts ${whole}: ${JSON.stringify(value)} is no list of numbers.`,
    hint: 'Give the numbers at which a range starts, separated by commas: --cuts employees=10,50,200.',
  });
}

export function readGroup(value: string, whole: string): AttributeWish {
  const values = value.split('|').map((part) => part.trim());
  if (values.length > 1 && values.every((one) => one !== '')) return { groups: [values] };
  throw new AssayError('USAGE', {
    detail: `--group ${whole}: ${JSON.stringify(value)} names fewer than two values.`,
    hint: 'Give the values that are to be one, with a bar between them: --group "plan=Pro|Team".',
  });
}
