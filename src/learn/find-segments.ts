import { openKernels } from '../kernels/open-kernels.js';
import type { Interval } from '../model/estimate.js';
import type { Segment, SegmentMeasure, SegmentValue } from '../model/segment.js';
import type { Column } from '../model/table.js';
import { adjustHolm } from '../stats/adjust-holm.js';
import { fisherExact } from '../stats/fisher-exact.js';
import { liftInterval } from '../stats/lift-interval.js';
import { scatterRows } from '../stats/scatter-rows.js';
import { layOutBits } from './bitset.js';
import { conjunctionMembers } from './conjunction-members.js';
import { coverSubgroups } from './cover-subgroups.js';
import type { CodedTable } from './grid.js';
import { nameSegment } from './name-segment.js';
import { permuteSearch } from './permute-search.js';
import { segmentOverlap } from './segment-overlap.js';
import { segmentSelectors } from './segment-selectors.js';
import { segmentValue } from './segment-value.js';

/** Groups smaller than this are never published (M28). */
const smallestSegment = 11;
const level = 0.05;

export interface SegmentSearch {
  readonly coded: CodedTable;
  /** The attributes of the same accounts, row by row. */
  readonly columns: readonly Column[];
  /** 1 where the account had the outcome. */
  readonly labels: Uint8Array;
  /** Rows to search, and rows to confirm what was found on. No row in both. */
  readonly discovery: Int32Array;
  readonly confirmation: Int32Array;
  /** Traits in one segment, at most; default 3. */
  readonly maxDepth?: number;
  /** Good segments, at most; default 4. At most one to avoid comes on top. */
  readonly count?: number;
  /** What makes one better than another; default `balance`. */
  readonly measure?: Exclude<SegmentMeasure, 'value'>;
  /** What each account is worth, 0 and more, NaN where not known; null: nothing says. */
  readonly values?: Float64Array | null;
  /** Smallest segment on the discovery rows; default 2 % of them and never under 11. */
  readonly minAccounts?: number;
}

/**
 * Conjunctions of few traits in which the outcome is much more frequent than elsewhere, each about other accounts than the
 * ones before it, and last, where there is one, a conjunction to avoid (lift under 1). The search is exact on the
 * discovery rows; each segment is then counted on the confirmation rows, with p-values corrected for all that were found.
 * Reported are the validated ones, and as `observed` those that a search of outcomes dealt out by chance does not match
 * (Westfall–Young, p ≤ .05) and that show at least half as strongly on the confirmation rows.
 */
export function findSegments(search: SegmentSearch): Segment[] {
  const found = [
    ...discover(search, { direction: 1, count: search.count ?? 4 }),
    ...discover(search, { direction: -1, count: 1 }),
  ];
  const confirmed = found.map((one) => ({ ...one, heldOut: countRows(one.has, search.confirmation, search.labels) }));
  const p = adjustHolm(confirmed.map(({ heldOut, direction }) => oneSided(heldOut, direction)));
  const reported = confirmed.flatMap(({ traits, has, heldOut, direction, nullP }, i) => {
    const counts = countRows(has, search.discovery, search.labels);
    const heldOutLift = liftInterval(heldOut);
    const lift = liftInterval(counts);
    // A segment that only the confirmation rows speak for was not found but met by chance.
    if (direction === 1 ? lift.lower <= 1 : lift.upper >= 1) return [];
    const isValidated = p[i] <= level;
    const isShown = heldOut.accounts >= smallestSegment;
    const mayHold = !isShown || agrees(heldOutLift.estimate, lift.estimate);
    if (!isValidated && !(mayHold && nullP(standOut(counts, direction)) <= level)) return [];
    const segment: Segment = {
      name: nameSegment(traits, search.columns),
      traits,
      status: isValidated && isShown ? 'validated' : 'observed',
      accounts: counts.accounts,
      positives: counts.positives,
      share: counts.accounts / counts.totalAccounts,
      lift: reachTo(lift, isShown ? heldOutLift : unconfirmed),
      ...valueOn(search.discovery, { has, search }),
      ...(isShown
        ? {
            heldOut: {
              accounts: heldOut.accounts,
              positives: heldOut.positives,
              lift: heldOutLift,
              p: p[i],
              ...valueOn(search.confirmation, { has, search }),
            },
          }
        : {}),
    };
    return [{ segment, has }];
  });
  return reported.map(({ segment, has }, i) => {
    const others = reported.filter((_, other) => other !== i).map((other) => other.has);
    return others.length === 0
      ? segment
      : { ...segment, overlap: segmentOverlap(has, { others, rows: search.discovery }) };
  });
}

function valueOn(
  rows: Int32Array,
  { has, search: { values } }: { has: Uint8Array; search: SegmentSearch },
): { value?: SegmentValue } {
  const value = values ? segmentValue(has, { values, rows }) : null;
  return value === null ? {} : { value };
}

/** Too few accounts held out to say anything: the interval reaches 1. */
const unconfirmed: Interval = { estimate: 1, lower: 1, upper: 1 };

/** The lift where a segment was found is that of a winner: its interval reaches as far towards 1 as the one held out. */
function reachTo(found: Interval, heldOut: Interval): Interval {
  return found.estimate > 1
    ? { ...found, lower: Math.min(found.lower, heldOut.lower) }
    : { ...found, upper: Math.max(found.upper, heldOut.upper) };
}

/** z of the binomial test, towards the side that was searched. */
function standOut({ accounts, positives, totalAccounts, totalPositives }: Counts, direction: Direction): number {
  const rate = totalPositives / totalAccounts;
  return (direction * (positives - rate * accounts)) / Math.sqrt(accounts * rate * (1 - rate));
}

type Direction = 1 | -1;

/** Rows that are searched at most: more find no other segments, only later. Counts are of all discovery rows. */
const mostSearched = 50_000;

function sampleRows(rows: Int32Array): Int32Array {
  return scatterRows(rows.length, mostSearched)?.map((at) => rows[at]) ?? rows;
}

function discover(search: SegmentSearch, { direction, count }: { direction: Direction; count: number }) {
  const { coded, columns, maxDepth = 3 } = search;
  const rows = sampleRows(search.discovery);
  const labels = direction === 1 ? search.labels : search.labels.map((label) => 1 - label);
  const minAccounts = Math.max(smallestSegment, search.minAccounts ?? Math.ceil(0.02 * rows.length));
  const layout = layOutBits(rows, labels);
  const kernels = openKernels();
  const selectors = segmentSelectors({ coded, columns, labels, rows, layout, kernels, minAccounts });
  const minShare = minAccounts / rows.length;
  const nullP = (z: number) => permuteSearch(selectors, { layout, kernels, maxDepth, minShare, z });
  const measure = search.measure ?? 'balance';
  return coverSubgroups(selectors, { layout, kernels, maxDepth, minAccounts, count, measure }).flatMap((chosen) => {
    const traits = chosen.map((s) => selectors[s].trait);
    const has = conjunctionMembers(traits, { columns, rowCount: search.labels.length });
    return has === null ? [] : [{ traits, has, direction, nullP }];
  });
}

interface Counts {
  readonly accounts: number;
  readonly positives: number;
  readonly totalAccounts: number;
  readonly totalPositives: number;
}

function countRows(has: Uint8Array, rows: Int32Array, labels: Uint8Array): Counts {
  let [accounts, positives, totalPositives] = [0, 0, 0];
  for (const row of rows) {
    totalPositives += labels[row];
    if (has[row] !== 1) continue;
    accounts++;
    positives += labels[row];
  }
  return { accounts, positives, totalAccounts: rows.length, totalPositives };
}

/** Held-out accounts show the same, at least half as strongly (on the log scale). */
function agrees(heldOut: number, found: number): boolean {
  return found > 1 ? heldOut >= Math.sqrt(found) : heldOut <= Math.sqrt(found);
}

/** That the rate is no higher (no lower) inside than outside. */
function oneSided(counts: Counts, direction: Direction): number {
  const { accounts, positives, totalAccounts, totalPositives } = counts;
  if (accounts === 0 || accounts === totalAccounts) return 1;
  const outside = { otherPositives: totalPositives - positives, otherAccounts: totalAccounts - accounts };
  const { greater, less } = fisherExact({ accounts, positives, ...outside });
  return direction === 1 ? greater : less;
}
