import type { Interval } from '../model/estimate.js';

/** Stands where there is no number. */
export const noNumber = '–';

/** Whole number with thousands separated: `1,761`. */
export function formatCount(count: number): string {
  if (!Number.isFinite(count)) return noNumber;
  const sign = count < 0 ? '−' : '';
  return sign + String(Math.round(Math.abs(count))).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** A share (0–1) as per cent with a no-break space: `31 %`, below a tenth `4.2 %`. `100 %` and `0 %` are said only when exact. */
export function formatShare(share: number): string {
  if (!Number.isFinite(share)) return noNumber;
  const percent = share * 100;
  if (percent === 0 || percent === 100) return `${percent}\u00a0%`;
  if (percent > 0 && percent < 0.1) return '<\u00a00.1\u00a0%';
  if (percent > 99.9 && percent < 100) return '>\u00a099.9\u00a0%';
  const isNearEnd = Math.abs(percent) < 9.95 || (percent >= 99.5 && percent < 100);
  return `${percent.toFixed(isNearEnd ? 1 : 0)}\u00a0%`;
}

/** The interval of a share in one precision and with one sign: `1.4–7.6 %`. */
export function formatShareRange({ lower, upper }: Interval): string {
  const decimals = upper < 0.0995 ? 1 : 0;
  return `${formatDecimal(lower * 100, decimals)}–${formatDecimal(upper * 100, decimals)}\u00a0%`;
}

/** Fixed decimals with a real minus sign. */
export function formatDecimal(value: number, decimals: number): string {
  if (Number.isNaN(value)) return noNumber;
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const digits = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(digits) !== 0 ? `−${digits}` : digits;
}

/** The estimate of a lift, as precise as its interval allows: `×1.8`, `×1.31`, `×12`. */
export function formatLift(lift: Interval): string {
  const text = formatDecimal(lift.estimate, liftDecimals(lift));
  return text === noNumber ? text : `×${text}`;
}

/** The interval of a lift in the precision of {@link formatLift}: `1.5–2.1`. */
export function formatLiftRange(lift: Interval): string {
  const decimals = liftDecimals(lift);
  return `${formatDecimal(lift.lower, decimals)}–${formatDecimal(lift.upper, decimals)}`;
}

/** Area under the ROC curve, 0–1: `0.84`, with its interval in {@link formatAucRange}. */
export function formatAuc(auc: Interval): string {
  return formatDecimal(auc.estimate, 2);
}

export function formatAucRange(auc: Interval): string {
  return `${formatDecimal(auc.lower, 2)}–${formatDecimal(auc.upper, 2)}`;
}

/** A q- or p-value (0–1) without its leading zero: `< .001`, `.003`, `.04`, `.31`. */
export function formatQ(q: number): string {
  if (!Number.isFinite(q)) return noNumber;
  if (q < 0.001) return '<\u00a0.001';
  if (q > 0.995) return '1';
  return q.toFixed(q < 0.0095 ? 3 : 2).slice(1);
}

/** Points with their sign: `+12`, `−7`, `0`. */
export function formatPoints(points: number): string {
  if (!Number.isFinite(points)) return noNumber;
  const text = formatCount(points);
  return points > 0 && text !== '0' ? `+${text}` : text === '−0' ? '0' : text;
}

/** Two decimals where the interval is narrow or below one, one where it is wide, none from ten up: no digit the data cannot bear. */
function liftDecimals({ estimate, lower, upper }: Interval): number {
  if (estimate >= 9.95) return 0;
  return estimate < 0.95 || upper - lower < 0.25 ? 2 : 1;
}
