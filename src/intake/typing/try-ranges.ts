import type { Cells } from './cells.js';
import { nameRole } from './name-role.js';
import { nameTokens } from './name-tokens.js';
import { readBand } from './read-band.js';
import { rangeMark, readRange, type StatedRange } from './read-range.js';

/** A column of ranges that can be put in order, and how. */
export interface RangesReading {
  /** The lower bound of a range, or the number that stands there; NaN for what is neither. */
  readonly read: (label: string) => number;
  readonly why: string;
}

/** More different values are no bands. */
const mostLabels = 200;
const mostBands = 60;
/** Share of the present cells (words such as `Unknown` apart) that must be ranges or numbers. */
const leastShare = 0.95;
/** The same for answers that say nothing. */
const notKnown =
  /^(unknown|none|other|not (provided|specified|available|disclosed|known|applicable)|private|confidential|undisclosed|unbekannt|prefer not to say|keine antwort)$/i;

/**
 * How the column is to be read as ranges in order, or null where it is none. Nearly all cells must be ranges (or numbers
 * beside them, but fewer), come back, and not overlap; and something must say that they are bands of one quantity: a
 * unit or currency, an open end, the name, or that they lie side by side and grow (1–10, 11–50, 51–200).
 */
export function tryRanges(cells: Cells): RangesReading | null {
  if (cells.distinct > mostLabels || isNamedOtherwise(cells.name)) return null;
  const present = cells.labels.flatMap((label, code) =>
    cells.counts[code] > 0 ? [{ label, count: cells.counts[code] }] : [],
  );
  const mark = rangeMark(present.map(({ label }) => label));
  const bands: Band[] = [];
  let [ranged, single, silent] = [0, 0, 0];
  for (const { label, count } of present) {
    const range = readRange(label, mark);
    if (range !== null) {
      ranged += count;
      bands.push({ ...range, label, count });
    } else if (!Number.isNaN(readBand(label, mark))) single += count;
    else if (notKnown.test(label)) silent += count;
  }
  const said = cells.present - silent;
  if (bands.length < 2 || bands.length > mostBands || ranged < single || ranged < cells.present * 0.5) return null;
  if (ranged + single < said * leastShare || ranged < bands.length * 2) return null;
  bands.sort((a, b) => a.lower - b.lower || (a.upper ?? Infinity) - (b.upper ?? Infinity));
  if (overlapping(bands) > ranged * (1 - leastShare)) return null;
  if (new Set(bands.map(({ lower }) => lower)).size < 2 || !isOneQuantity(bands, cells.name)) return null;
  const example = bands.reduce((most, band) => (band.count > most.count ? band : most));
  return {
    read: (label) => readBand(label, mark),
    why: `${bands.length} ranges in order, each read as its lower bound (${JSON.stringify(example.label)} as ${example.lower})`,
  };
}

interface Band extends StatedRange {
  readonly label: string;
  readonly count: number;
}

/** Whether the name says that its values name something, or are read in pairs. */
function isNamedOtherwise(name: string): boolean {
  const role = nameRole(name);
  const words = nameTokens(name);
  if (role === 'reference') return !words.some((word) => quantityWords.has(word));
  if (role !== null && role !== 'date') return true;
  return words.some((word) => /^(version|release|result|match|ratio|model|part|page|chapter)s?$/.test(word));
}

/** Cells in bands that run into the one before; a bound may belong to both. Bands written in two ways are one. */
function overlapping(bands: readonly Band[]): number {
  let count = 0;
  let reached = Number.NEGATIVE_INFINITY;
  let last: Band | null = null;
  for (const band of bands) {
    const upper = band.upper ?? Number.POSITIVE_INFINITY;
    const isSame = last !== null && last.lower === band.lower && (last.upper === band.upper || isOpenTwice(last, band));
    if (!isSame && band.lower < reached) count += band.count + (last?.count ?? 0);
    reached = Math.max(reached, upper);
    last = band;
  }
  return count;
}

function isOpenTwice(a: Band, b: Band): boolean {
  return a.upper === null && b.upper === null;
}

const quantityWords = new Set(
  'employees employee headcount staff fte mitarbeiter effectif empleados revenue turnover umsatz income salary einkommen budget age alter âge edad range band bracket bucket group spanne klasse tranche rango tenure years months'.split(
    ' ',
  ),
);

/** Whether the ranges are bands of one quantity, and no scores, clothes' sizes, codes or streets. */
function isOneQuantity(bands: readonly Band[], name: string): boolean {
  const total = bands.reduce((sum, { count }) => sum + count, 0);
  const units = new Map<string, number>();
  for (const { unit, count } of bands) if (unit !== '') units.set(unit, (units.get(unit) ?? 0) + count);
  const withUnit = [...units.values()].reduce((sum, count) => sum + count, 0);
  if (units.size > 4) return false;
  if (withUnit >= total * 0.5) return true;
  if (nameTokens(name).some((word) => quantityWords.has(word))) return true;
  if (bands.some(({ upper, isOpenBelow }) => upper === null || isOpenBelow)) return true;
  const widths = bands.flatMap(({ lower, upper }) => (upper === null ? [] : [upper - lower]));
  const isTiled = bands.every(({ lower }, i) => i === 0 || lower - (bands[i - 1].upper ?? lower) <= 1);
  return isTiled && bands.length >= 3 && Math.max(...widths) >= 3 * Math.min(...widths);
}
