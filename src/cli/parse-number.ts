import { AssayError } from '../errors.js';

export interface NumberBounds {
  /** The option, for the message. */
  readonly option: string;
  readonly least?: number;
  readonly above?: number;
  readonly below?: number;
  /** `20%` is taken, too. */
  readonly isShare?: boolean;
}

/** A number of the command line. @throws AssayError USAGE, naming the option and its bounds. */
export function parseNumber(value: string, { option, least, above, below, isShare = false }: NumberBounds): number {
  const isPercent = isShare && value.endsWith('%');
  const text = isPercent ? value.slice(0, -1) : value;
  const number = text.trim() === '' ? Number.NaN : Number(text) / (isPercent ? 100 : 1);
  const isInside =
    Number.isFinite(number) &&
    (least === undefined || number >= least) &&
    (above === undefined || number > above) &&
    (below === undefined || number < below);
  if (isInside) return number;
  const bounds = [
    ...(least === undefined ? [] : [`at least ${least}`]),
    ...(above === undefined ? [] : [`above ${above}`]),
    ...(below === undefined ? [] : [`below ${below}`]),
  ].join(' and ');
  throw new AssayError('USAGE', {
    detail: `${option} ${value} is not a number${bounds === '' ? '' : ` ${bounds}`}.`,
    hint: `Give a number${bounds === '' ? '' : ` ${bounds}`}, with a point for decimals.`,
  });
}
