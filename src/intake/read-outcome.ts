import { AssayError } from '../errors.js';
import type { Best } from '../model/profile.js';
import type { Column, RawColumn } from '../model/table.js';
import { applyOutcome } from './apply-outcome.js';
import { foldValue, type OutcomeCells, outcomeCells } from './outcome-cells.js';
import { outcomeMeaning } from './outcome-words.js';

export interface Outcome {
  /** 1 positive, 0 negative, 255 not known. */
  readonly labels: Uint8Array;
  readonly best: Best;
  /** What was decided without being asked, as sentences. */
  readonly notes: readonly string[];
}

/**
 * What became of each row. `value` is a value of the column (case and outer space folded; several divided by `|`),
 * `>=NUMBER`, or `top25%`: then all other rows with a value are negatives. Without it, a column is understood
 * that says won and lost, yes and no, 1 and 0 …; of a column called churn, "no" is the good end. Values that are
 * neither (open deals) are then not known, rather than lost.
 * @throws AssayError OUTCOME_AMBIGUOUS, listing the values with their counts and a call that works.
 */
export function readOutcome(
  column: RawColumn | Column,
  { value, file }: { value?: string | undefined; file?: string } = {},
): Outcome {
  const cells = outcomeCells(column);
  const { best, notes } =
    value === undefined || value.trim() === '' ? understand(cells, file) : define(cells, { value: value.trim(), file });
  return { labels: applyOutcome(column, best), best, notes };
}

type Definition = { best: Best; notes: string[] };

function define(cells: OutcomeCells, { value, file }: { value: string; file: string | undefined }): Definition {
  const top = /^top\s*(\d+(?:\.\d+)?)\s*%$/i.exec(value);
  if (top !== null && !isPresent(cells, value)) return defineTop(cells, { percent: Number(top[1]), file });
  const least = /^>=\s*([-+]?[\d.,]+)$/.exec(value);
  if (least !== null && !isPresent(cells, value)) {
    const atLeast = Number(least[1].replaceAll(',', ''));
    requireNumbers(cells, { file, wish: value });
    if (Number.isNaN(atLeast)) throw ambiguous(cells, { file, detail: `${value} is not a number to compare with.` });
    return { best: { outcome: cells.name, atLeast, description: `${cells.name} is at least ${atLeast}` }, notes: [] };
  }
  const wanted = isPresent(cells, value)
    ? [value]
    : value
        .split('|')
        .map((part) => part.trim())
        .filter((part) => part !== '');
  const is = wanted.map((part) => {
    const code = cells.folded.findIndex((folded, i) => cells.counts[i] > 0 && folded === foldValue(part));
    if (code < 0) throw ambiguous(cells, { file, detail: `${cells.name} never is ${JSON.stringify(part)}.` });
    return cells.labels[code];
  });
  return { best: { outcome: cells.name, is, description: `${cells.name} is ${is.join(' or ')}` }, notes: [] };
}

function defineTop(cells: OutcomeCells, { percent, file }: { percent: number; file: string | undefined }): Definition {
  requireNumbers(cells, { file, wish: `top${percent}%` });
  if (percent <= 0 || percent >= 100)
    throw ambiguous(cells, { file, detail: `top${percent}% is not a part of the rows.` });
  const values = Float64Array.from(cells.codes, (code) => (code < 0 ? Number.NaN : cells.numbers[code]));
  const sorted = values
    .filter((number) => !Number.isNaN(number))
    .sort()
    .reverse();
  const atLeast = sorted[Math.max(0, Math.round((sorted.length * percent) / 100) - 1)];
  const count = sorted.findLastIndex((number) => number >= atLeast) + 1;
  if (count === sorted.length) {
    throw ambiguous(cells, {
      file,
      detail: `The top ${percent} % of ${cells.name} cannot be told from the rest: too many rows have the same value.`,
    });
  }
  const share = (100 * count) / sorted.length;
  const notes =
    Math.abs(share - percent) > Math.max(1, percent / 10)
      ? [`Rows with the same value make the top ${percent} % of ${cells.name} ${share.toFixed(1)} % of the rows.`]
      : [];
  return {
    best: { outcome: cells.name, atLeast, description: `${cells.name} is at least ${atLeast} (the top ${percent} %)` },
    notes,
  };
}

function understand(cells: OutcomeCells, file: string | undefined): Definition {
  const present = distinctValues(cells);
  const meaning = present.map(({ folded }) => outcomeMeaning(folded, cells.name));
  const good = present.filter((_, i) => meaning[i] === 'favourable');
  const bad = present.filter((_, i) => meaning[i] === 'unfavourable');
  const open = present.filter((_, i) => meaning[i] === null || meaning[i] === 'open');
  const isOpen = meaning.includes('open');
  const isPair = present.length === 2 && good.length === 1 && bad.length === 1;
  const isStage =
    good.length >= 1 && (bad.length >= 1 || isOpen) && !isPair && !present.every(({ folded }) => /^-?\d/.test(folded));
  if (!isPair && !isStage) {
    const why =
      present.length < 2
        ? 'has one value only'
        : present.length > 2
          ? `has ${present.length} different values`
          : 'has two values, and it is not plain which is the better';
    throw ambiguous(cells, { file, detail: `${cells.name} ${why}${present.length > 12 ? '' : `: ${listed(cells)}`}.` });
  }
  const is = good.map(({ label }) => label);
  const base = { outcome: cells.name, is, description: `${cells.name} is ${is.join(' or ')}` };
  if (isPair) return { best: base, notes: [] };
  const rows = open.reduce((sum, { count }) => sum + count, 0);
  const note = `${rows} rows are neither (${open
    .map(({ label }) => label)
    .slice(0, 5)
    .join(
      ', ',
    )}): not known yet, so not learnt from. To count them as negatives, name the value: ${cells.name}=${is.join('|')}.`;
  return { best: { ...base, not: bad.map(({ label }) => label) }, notes: rows === 0 ? [] : [note] };
}

interface Value {
  readonly label: string;
  readonly folded: string;
  readonly count: number;
}

/** Values that are the same when folded are one; the most frequent first, ties in order of appearance. */
function distinctValues({ labels, folded, counts }: OutcomeCells): Value[] {
  const byValue = new Map<string, Value>();
  labels.forEach((label, i) => {
    if (counts[i] === 0) return;
    const known = byValue.get(folded[i]);
    byValue.set(folded[i], { label: known?.label ?? label, folded: folded[i], count: (known?.count ?? 0) + counts[i] });
  });
  return [...byValue.values()].sort((a, b) => b.count - a.count);
}

function isPresent({ folded, counts }: OutcomeCells, value: string): boolean {
  return folded.some((label, i) => counts[i] > 0 && label === foldValue(value));
}

function requireNumbers(cells: OutcomeCells, { file, wish }: { file: string | undefined; wish: string }): void {
  const numbers = cells.counts.reduce((sum, count, i) => sum + (Number.isNaN(cells.numbers[i]) ? 0 : count), 0);
  const present = cells.counts.reduce((sum, count) => sum + count, 0);
  if (numbers < present * 0.95 || numbers === 0) {
    throw ambiguous(cells, {
      file,
      detail: `${wish} needs numbers, and ${present - numbers} of ${present} values of ${cells.name} are none.`,
    });
  }
}

function listed(cells: OutcomeCells): string {
  const values = distinctValues(cells);
  const shown = values.slice(0, 12).map(({ label, count }) => `${label} (${count})`);
  return shown.join(', ') + (values.length > 12 ? `, … ${values.length - 12} more` : '');
}

function ambiguous(cells: OutcomeCells, { file, detail }: { file: string | undefined; detail: string }): AssayError {
  const values = distinctValues(cells);
  const numeric =
    values.length > 12 && values.filter(({ folded }) => /^-?\d/.test(folded)).length > values.length * 0.9;
  const example = numeric ? `${cells.name}=top25%` : `${cells.name}=${values[values.length - 1]?.label ?? 'VALUE'}`;
  return new AssayError('OUTCOME_AMBIGUOUS', {
    detail,
    hint: `Say which value is the good one, e.g. --outcome ${JSON.stringify(example)}.${numeric ? ' If it is an amount, --target amount learns how much.' : ''} Values: ${numeric ? 'numbers' : listed(cells)}.`,
    ...(file === undefined ? {} : { place: { file } }),
  });
}
