import type { TextSpan } from './fixed-scanner.js';
import type { HeaderChoice } from './header-choice.js';

/** A table whose columns are set with spaces, as reports of databases and old programs are. */
export interface SpacedTable {
  readonly spans: readonly TextSpan[];
  /** Names in the first line; null where it is a record like the others. */
  readonly names: readonly string[] | null;
  /** Whether the second line is a rule of dashes. */
  readonly hasRule: boolean;
}

/** Where fewer lines reach so far, one space in all of them at one place may be chance: prose has such places too. */
const enoughLines = 8;
const fewestLines = 3;
/** Share of the lines that may have something at a place between columns: they are damaged. */
const damagedShare = 0.02;

/**
 * Finds the columns: places where no line of the sample has anything but a space (two such places side by side where
 * there are few lines), or the runs of dashes of a rule under the header.
 * @param lines of the sample without their ends, the header first; blank ones left out.
 * @returns null where the text is no such table.
 */
export function findSpans(lines: readonly string[], header?: HeaderChoice): SpacedTable | null {
  const [first, second] = lines;
  if (first === undefined || second === undefined || first.includes('\t')) return null;
  if (/^ *-{2,}(?: +-+)+ *$/.test(second)) {
    const spans = [...second.matchAll(/-+/g)].map(({ 0: dashes, index }) => ({
      from: index,
      to: index + dashes.length,
    }));
    return { spans, names: cellsOf(first, spans), hasRule: true };
  }
  const records = lines.slice(1);
  if (records.length < fewestLines) return null;
  const words = first.trim().split(/\s+/);
  const wide = first.trim().split(/\s{2,}/);
  // As many words in the header as there are columns is evidence too.
  const narrow = spansOf(records, { least: 1, reach: fewestLines });
  const spans =
    narrow.length === words.length || records.length >= enoughLines
      ? spansOf(records, { least: 1, reach: narrow.length === words.length ? fewestLines : enoughLines })
      : spansOf(records, { least: 2, reach: fewestLines });
  if (spans.length < 2) return null;
  const isAligned = spans
    .slice(1)
    .every(({ from }, i) => / /.test([...first].slice(spans[i].to, from).join('') || ' '));
  const cells = isAligned ? cellsOf(first, spans) : null;
  const below = records.map((line) => cellsOf(line, spans));
  if (header === 'none' || (header === undefined && cells !== null && isLike(cells, below))) {
    return { spans, names: null, hasRule: false };
  }
  const names = cells ?? [words, wide].find(({ length }) => length === spans.length);
  return names === undefined ? null : { spans, names, hasRule: false };
}

/** Whether a first line is a record: wherever all the others are numbers it has one too, and there is such a column. */
function isLike(first: readonly string[], records: readonly (readonly string[])[]): boolean {
  const isNumber = (cell: string) => /^[-+]?[\d.,:/-]*\d$/.test(cell);
  const numeric = first.map((_, i) => records.every((record) => record[i] === '' || isNumber(record[i])));
  return numeric.some(Boolean) && first.every((cell, i) => !numeric[i] || isNumber(cell));
}

/**
 * @param least places side by side that a border must have at least.
 * @param reach lines, at least, and half of all, that must go on behind a border.
 */
function spansOf(lines: readonly string[], { least, reach }: { least: number; reach: number }): TextSpan[] {
  const width = Math.max(...lines.map((line) => [...line].length));
  const used = new Int32Array(width);
  const reached = new Int32Array(width);
  for (const line of lines) {
    const characters = [...line.trimEnd()];
    for (const [at, character] of characters.entries()) {
      reached[at]++;
      if (character !== ' ') used[at]++;
    }
  }
  const damaged = lines.length >= enoughLines ? Math.max(1, Math.floor(lines.length * damagedShare)) : 0;
  const isGap = (at: number) => used[at] <= damaged && reached[at] >= Math.max(reach, lines.length / 2);
  const spans: { from: number; to: number }[] = [];
  for (let at = 0; at < width; at++) {
    if (isGap(at) || (spans.length === 0 && used[at] === 0)) continue;
    const last = spans[spans.length - 1];
    if (last !== undefined && at - last.to < least) last.to = at + 1;
    else spans.push({ from: at, to: at + 1 });
  }
  return spans;
}

function cellsOf(line: string, spans: readonly TextSpan[]): string[] {
  const characters = [...line];
  return spans.map(({ from }, i) =>
    characters
      .slice(i === 0 ? 0 : from, spans[i + 1]?.from)
      .join('')
      .trim(),
  );
}
