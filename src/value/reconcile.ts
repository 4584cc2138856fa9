import { decimalText, sumMinor } from './minor-units.js';

/** Whole numbers up to here are exact as doubles, and so is the sum of two of them. */
const largest = 2 ** 52;

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

/** The reconciliation of a column. */
export interface ReconciledColumn {
  readonly column: string;
  readonly reconciliation: Reconciliation;
  /** Absent where the column is what accounts came to; else what they came to by it, or null where it is not part of that. */
  readonly derived?: DerivedTotal | null;
}

/** What accounts came to, worked out from a column and something else. */
export interface DerivedTotal {
  /** In words: `mrr × months of each subscription`. */
  readonly what: string;
  /** Decimal text, the sum over accounts. */
  readonly total: string;
  /** What each product was rounded to. */
  readonly unit: number;
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
  const groups = sumByReason(minor, { reasonOf, reasons });
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

/** Rows and exact sums by reason, in one pass: large parts go over to whole numbers without bound. */
function sumByReason(
  minor: Float64Array,
  { reasonOf, reasons }: { reasonOf: Uint8Array; reasons: readonly string[] },
): { reason: string; rows: number; sum: bigint; hasAmounts: boolean }[] {
  const groups = reasons.map((reason) => ({ reason, rows: 0, sum: 0n, part: 0, hasAmounts: false }));
  for (let row = 0; row < minor.length; row++) {
    const group = groups[reasonOf[row]];
    group.rows++;
    const amount = minor[row];
    if (Number.isNaN(amount)) continue;
    group.hasAmounts = true;
    if (Math.abs(group.part + amount) > largest) {
      group.sum += BigInt(group.part);
      group.part = 0;
    }
    group.part += amount;
  }
  return groups.map(({ part, sum, ...group }) => ({ ...group, sum: sum + BigInt(part) }));
}
