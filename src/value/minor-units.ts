import type { NumberColumn } from '../model/table.js';

/** Amounts as whole numbers of a small unit, so that sums are exact: 12.34 at scale 2 is 1234. */
export interface MinorUnits {
  /** A whole number for each row; NaN where there is no amount. */
  readonly minor: Float64Array;
  /** Decimals: one unit is 10^-scale. */
  readonly scale: number;
  /** Amounts that had more decimals than `scale` and were rounded. */
  readonly rounded: number;
}

/** More decimals than this are the noise of binary fractions. */
const mostDecimals = 6;
/** Of a double that came from a decimal text, what is left after scaling is less than this share of it. */
const noise = 1e-11;
const largest = 2 ** 52;

/** A column of amounts in the smallest unit that holds all of them, money in hundredths at least. */
export function minorUnits({ values }: Pick<NumberColumn, 'values'>): MinorUnits {
  let scale = 0;
  let most = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (scale < mostDecimals) scale = Math.max(scale, decimalsOf(value, scale));
    if (Math.abs(value) > most) most = Math.abs(value);
  }
  scale = scale === 1 ? 2 : scale;
  while (scale > 0 && most * 10 ** scale > largest) scale--;
  const unit = 10 ** scale;
  let rounded = 0;
  const minor = values.map((value) => {
    const whole = Math.round(value * unit);
    if (Math.abs(value * unit - whole) > noise * Math.max(1, Math.abs(value * unit))) rounded++;
    return whole;
  });
  return { minor, scale, rounded };
}

/** Exact, whatever the number of amounts; NaN counts as nothing. */
export function sumMinor(minor: ArrayLike<number>): bigint {
  let total = 0n;
  let part = 0;
  for (let i = 0; i < minor.length; i++) {
    if (Number.isNaN(minor[i])) continue;
    if (Math.abs(part + minor[i]) > largest) {
      total += BigInt(part);
      part = 0;
    }
    part += minor[i];
  }
  return total + BigInt(part);
}

/** `-1234.50` of -123450 at scale 2: a decimal text, exact. */
export function decimalText(minor: bigint | number, scale: number): string {
  const text = (typeof minor === 'number' ? BigInt(Math.round(minor)) : minor).toString();
  const sign = text.startsWith('-') ? '-' : '';
  const digits = text.slice(sign.length).padStart(scale + 1, '0');
  return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

function decimalsOf(value: number, least: number): number {
  for (let decimals = least; decimals < mostDecimals; decimals++) {
    const scaled = value * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) <= noise * Math.max(1, Math.abs(scaled))) return decimals;
  }
  return mostDecimals;
}
