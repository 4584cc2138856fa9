import { findSegments } from '../../learn/find-segments.js';
import type { CodedTable } from '../../learn/grid.js';
import { matchTrait } from '../../learn/match-trait.js';
import type { Interval } from '../../model/estimate.js';
import type { Column } from '../../model/table.js';
import type { Trait } from '../../model/trait.js';
import { adjustHolm } from '../../stats/adjust-holm.js';
import { meanDifferenceInterval } from '../../stats/mean-difference-interval.js';
import { rateDifferenceInterval } from '../../stats/rate-difference-interval.js';
import { sampleMoments } from '../../stats/sample-moments.js';
import { measureRows, testRows, type WidthMeasure } from './width-measure.js';

export interface OceanRequest {
  /** All attributes of all accounts, whether the ICP looks at them or not. */
  readonly coded: CodedTable;
  readonly columns: readonly Column[];
  readonly values: Float64Array;
  readonly isRate: boolean;
  readonly isInside: Uint8Array;
  /** Rows in which groups are looked for, and rows on which they must hold. No row in both. */
  readonly searched: Int32Array;
  readonly judged: Int32Array;
  readonly breakEven: number;
}

/** A group outside the ICP that does well, on accounts that the search did not see. */
export interface BlueOcean {
  readonly name: string;
  readonly traits: readonly Trait[];
  /** Share of the accounts outside, 0–1. */
  readonly share: number;
  readonly heldOut: WidthMeasure;
  /** Its mean less that of the ICP, on the same held-out accounts; the ICP's own accounts that have the traits stay in the ICP. */
  readonly difference: Interval;
  /** One-sided, that it returns no more than break-even; corrected (Holm) over all groups that the search may bring. */
  readonly p: number;
  readonly standing: 'beats the ICP' | 'as good as the ICP' | 'beats break-even';
}

const mostGroups = 4;
const level = 0.05;
const leastAccounts = 11;

/**
 * Groups of accounts outside the ICP that surely return more than break-even: searched on some accounts, judged on others.
 * The best first.
 */
export function findBlueOceans(request: OceanRequest): BlueOcean[] {
  const { coded, columns, values, isRate, isInside, searched, judged, breakEven } = request;
  const outside = (rows: Int32Array) => rows.filter((row) => isInside[row] !== 1);
  const [discovery, confirmation] = [outside(searched), outside(judged)];
  if (discovery.length < 2 * leastAccounts || confirmation.length < leastAccounts) return [];
  const labels = Uint8Array.from(values, (value) => (isRate ? value : Number(value > breakEven)));
  const positives = discovery.reduce((sum, row) => sum + labels[row], 0);
  if (positives === 0 || positives === discovery.length) return [];
  const segments = findSegments({ coded, columns, labels, discovery, confirmation, count: mostGroups }).filter(
    ({ lift }) => lift.estimate > 1,
  );
  const found = segments.map(({ name, traits }) => {
    const has = matches(traits, { columns, rowCount: values.length });
    const rows = confirmation.filter((row) => has[row] === 1);
    return { name, traits, rows };
  });
  // Groups that the search dropped by a look at the same accounts count as tried.
  const tests = found.map(({ rows }) => testRows(rows, { accounts: { values, isRate }, against: breakEven }).above);
  const p = adjustHolm([...tests, ...Array<number>(Math.max(0, mostGroups - tests.length)).fill(1)]);
  const icp = judged.filter((row) => isInside[row] === 1);
  return found
    .flatMap(({ name, traits, rows }, i): BlueOcean[] => {
      if (p[i] > level || rows.length < leastAccounts) return [];
      const heldOut = measureRows(rows, { values, isRate });
      const difference = compare(rows, icp, { values, isRate });
      const standing =
        difference.lower > 0 ? 'beats the ICP' : difference.upper >= 0 ? 'as good as the ICP' : 'beats break-even';
      return [{ name, traits, share: rows.length / confirmation.length, heldOut, difference, p: p[i], standing }];
    })
    .sort((a, b) => b.heldOut.mean.estimate - a.heldOut.mean.estimate);
}

function matches(
  traits: readonly Trait[],
  { columns, rowCount }: { columns: readonly Column[]; rowCount: number },
): Uint8Array {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const has = new Uint8Array(rowCount).fill(1);
  for (const { attribute, condition } of traits) {
    const column = byName.get(attribute);
    if (column === undefined) return has.fill(0);
    matchTrait(column, condition).forEach((match, row) => {
      if (match !== 1) has[row] = 0;
    });
  }
  return has;
}

function compare(
  rows: Int32Array,
  others: Int32Array,
  { values, isRate }: { values: Float64Array; isRate: boolean },
): Interval {
  const [own, other] = [rows, others].map((list) => Float64Array.from(list, (row) => values[row]));
  if (!isRate) return meanDifferenceInterval(sampleMoments(own), sampleMoments(other));
  const sum = (list: Float64Array) => list.reduce((total, value) => total + value, 0);
  return rateDifferenceInterval({
    positives: sum(own),
    accounts: own.length,
    otherPositives: sum(other),
    otherAccounts: other.length,
  });
}
