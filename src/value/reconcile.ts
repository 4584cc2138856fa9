import { decimalText, sumMinor } from './minor-units.js';

/** Rows that do not count, and what they sum to. */
export interface ExcludedRows {
  readonly reason: string;
  readonly rows: number;
  /** Decimal text; empty where they have no amount. */
  readonly total: string;
}

/** Where every row and every cent of the source went. Sums are decimal texts and exact. */
export interface Reconciliation {
  /** Records of the source, those that could not be read among them. */
  readonly rows: number;
  /** Sum of every amount in the source that can be read; in one currency. */
  readonly total: string;
  readonly used: { readonly rows: number; readonly total: string };
  readonly excluded: readonly ExcludedRows[];
  /** Whether used and excluded rows are all rows, and their sums the sum of the source. */
  readonly isWhole: boolean;
}

/**
 * Accounts for all rows.
 * @param about `reasonOf`: for each row a place in `reasons`, 0 for rows that count; `usedTotal`: what the accounts sum to,
 *   counted from them and not from the rows; `quarantined`: records that never became rows.
 */
export function reconcile(
  minor: Float64Array,
  {
    reasonOf,
    reasons,
    scale,
    usedTotal,
    quarantined,
  }: {
    reasonOf: Uint8Array;
    reasons: readonly string[];
    scale: number;
    usedTotal: bigint;
    quarantined: number;
  },
): Reconciliation {
  const total = sumMinor(minor);
  const groups = reasons.map((reason, code) => {
    const mine = minor.map((amount, row) => (reasonOf[row] === code ? amount : Number.NaN));
    const rows = reasonOf.reduce((count, other) => count + (other === code ? 1 : 0), 0);
    const hasAmounts = mine.some((amount) => !Number.isNaN(amount));
    return { reason, rows, sum: sumMinor(mine), hasAmounts };
  });
  const [used, ...others] = groups;
  const excluded = others.filter(({ rows }) => rows > 0);
  const excludedTotal = excluded.reduce((sum, group) => sum + group.sum, 0n);
  const rows = minor.length + quarantined;
  const unread = quarantined === 0 ? [] : [{ reason: 'the record could not be read', rows: quarantined, total: '' }];
  return {
    rows,
    total: decimalText(total, scale),
    used: { rows: used.rows, total: decimalText(usedTotal, scale) },
    excluded: [
      ...excluded.map(({ reason, rows: count, sum, hasAmounts }) => ({
        reason,
        rows: count,
        total: hasAmounts ? decimalText(sum, scale) : '',
      })),
      ...unread,
    ],
    isWhole: usedTotal + excludedTotal === total && used.sum === usedTotal,
  };
}
