import { type DecimalMark, readNumber } from './read-number.js';

const measure = /^(.*\d[.,]?)\s*([\p{L}µ°²³/%]{1,16}\.?)$/u;
const magnitudes: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, mio: 1e6, b: 1e9, bn: 1e9 };

/** A number and the unit behind it: `12 ms`, `3 employees`. The unit is lower case and without a plural s. */
export function splitUnit(cell: string): { number: string; unit: string } | null {
  const parts = measure.exec(cell.replace(/\s/g, ' ').trim());
  if (parts === null) return null;
  const unit = parts[2].toLowerCase().replace(/\.$/, '');
  return { number: parts[1].trim(), unit: unit.length > 3 ? unit.replace(/s$/, '') : unit };
}

/** Whether a unit is a factor: `1.2k`, `3M`. */
export function isMagnitude(unit: string): boolean {
  return unit in magnitudes;
}

/**
 * Reads a number that may have a unit or a factor behind it; the unit is passed over. Only for columns of which all
 * cells have the same unit: see {@link tryNumber}. NaN for what is no number.
 */
export function readMeasure(cell: string, mark: DecimalMark): number {
  const plain = readNumber(cell, mark);
  if (!Number.isNaN(plain)) return plain;
  const parts = splitUnit(cell);
  if (parts === null) return Number.NaN;
  // 1.2k is written with a decimal sign of its own: rounding 1.1 × 1,000 would otherwise leave a trace.
  const factor = magnitudes[parts.unit] ?? 1;
  const value = readNumber(parts.number, mark);
  return factor === 1 ? value : Number((value * factor).toPrecision(15));
}
