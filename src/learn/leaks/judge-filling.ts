import { wilsonInterval } from '../../stats/wilson-interval.js';
import type { CodeCounts } from '../count-codes.js';

/** Accounts by the codes of one attribute. */
export interface Filling {
  readonly counts: CodeCounts;
  /** The code of empty cells. */
  readonly missing: number;
}

/** Who has more than an empty cell, or than the value that stands for nothing. */
export interface UnevenUse {
  readonly what: string;
  /** Shares of the accounts with the outcome, and of the others. */
  readonly used: { readonly having: number; readonly lacking: number };
}

interface Limit {
  /** Share of the one class that may still have it. */
  readonly most: number;
  /** Lower bound of the share of the other class that must have it, and how many times the upper bound of the one. */
  readonly least: number;
  readonly times: number;
}

/** A default value (`0`, `None`) proves less than an empty cell, so it must be clearer. */
const limits: Record<'clear' | 'likely', { readonly filled: Limit; readonly departed: Limit }> = {
  clear: { filled: { most: 0.01, least: 0.1, times: 3 }, departed: { most: 0.005, least: 0.3, times: 3 } },
  likely: { filled: { most: 0.06, least: 0.15, times: 4 }, departed: { most: 0.03, least: 0.3, times: 10 } },
};

/**
 * In use for a good part of one class and for practically none of the other: filled in, or more than the value that nearly all of
 * one class have. Judged on the bounds of the two shares, so that few accounts do not look like a law.
 */
export function describeOneSided({ counts, missing }: Filling, how: 'clear' | 'likely'): UnevenUse | null {
  const { accounts, positives } = counts;
  const others = accounts.map((count, code) => count - positives[code]);
  const { filled, departed } = limits[how];
  const defaults = new Set([positives, others].map((of) => of.indexOf(Math.max(...of))));
  const found = [
    oneSided(counts, { empty: missing, limit: filled, verb: 'is filled in' }),
    ...[...defaults].map((empty) =>
      oneSided(counts, { empty, limit: departed, verb: 'departs from its commonest value' }),
    ),
  ];
  return found.find((use) => use !== null) ?? null;
}

/** Filled in for the one class much more often than for the other. */
export function describeFilling({ counts, missing }: Filling): UnevenUse | null {
  const { having, lacking } = countUse(counts, missing);
  if (Math.max(having.lower - lacking.upper, lacking.lower - having.upper) < 0.4) return null;
  return {
    what: `is filled in for ${percent(having.estimate)} of the accounts with the outcome and for ${percent(lacking.estimate)} of the others`,
    used: { having: having.estimate, lacking: lacking.estimate },
  };
}

function oneSided(
  counts: CodeCounts,
  { empty, limit, verb }: { empty: number; limit: Limit; verb: string },
): UnevenUse | null {
  const { having, lacking } = countUse(counts, empty);
  const sides = [
    { often: having, hardly: lacking, which: 'with' },
    { often: lacking, hardly: having, which: 'without' },
  ];
  for (const { often, hardly, which } of sides) {
    if (hardly.estimate > limit.most || often.lower < Math.max(limit.least, limit.times * hardly.upper)) continue;
    return {
      what:
        `${verb} for ${percent(often.estimate)} of the accounts ${which} the outcome ` +
        `and for ${percent(hardly.estimate)} of the others`,
      used: { having: having.estimate, lacking: lacking.estimate },
    };
  }
  return null;
}

function countUse({ accounts, positives }: CodeCounts, empty: number) {
  const hits = sum(positives);
  const others = sum(accounts) - hits;
  return {
    having: wilsonInterval(hits - positives[empty], hits),
    lacking: wilsonInterval(others - (accounts[empty] - positives[empty]), others),
  };
}

function sum(counts: Float64Array): number {
  return counts.reduce((total, count) => total + count, 0);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(share > 0 && share < 0.01 ? 1 : 0)} %`;
}
