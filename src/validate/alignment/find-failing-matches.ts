import { adjustHolm } from '../../stats/adjust-holm.js';
import { poissonBinomialAtMost } from '../../stats/poisson-binomial.js';

/** An account of the ideal tier whose outcome is known. */
export interface IdealMatch {
  readonly account: string;
  /** What the profile expects, 0–1. */
  readonly probability: number;
  readonly label: number;
  /** When it was decided; NaN where not known. */
  readonly time: number;
}

export interface FailingPart {
  readonly name: 'all' | 'the latest third';
  readonly accounts: number;
  readonly positives: number;
  /** What the profile expected of them. */
  readonly expected: number;
  /** One-sided: so few by chance. Corrected (Holm) for both parts. */
  readonly p: number;
}

/** Perfect matches that keep failing (M26). */
export interface FailingMatches {
  readonly isAlarm: boolean;
  readonly parts: readonly FailingPart[];
  /** The best-scored accounts without the outcome, where there is an alarm. */
  readonly examples: readonly string[];
}

const level = 0.01;
const leastAccounts = 20;
const mostExamples = 5;

/** Whether accounts of the ideal tier come to the outcome less often than the profile expects: all of them, and the latest. */
export function findFailingMatches(matches: readonly IdealMatch[]): FailingMatches {
  const timed = matches.filter(({ time }) => !Number.isNaN(time)).sort((a, b) => a.time - b.time);
  const latest = timed.slice(Math.floor((2 * timed.length) / 3));
  const groups: { readonly name: FailingPart['name']; readonly own: readonly IdealMatch[] }[] = [
    { name: 'all', own: matches },
    { name: 'the latest third', own: latest },
  ];
  const large = groups.filter(({ own }) => own.length >= leastAccounts);
  const counted = large.map(({ name, own }) => {
    const positives = own.reduce((sum: number, { label }) => sum + label, 0);
    const probabilities = own.map(({ probability }) => probability);
    const expected = probabilities.reduce((sum: number, one) => sum + one, 0);
    return { name, accounts: own.length, positives, expected, p: poissonBinomialAtMost(positives, probabilities) };
  });
  const p = adjustHolm(counted.map((part) => part.p));
  const parts = counted.map((part, i): FailingPart => ({ ...part, p: p[i] }));
  const isAlarm = parts.some((part) => part.p <= level);
  const failed = matches.filter(({ label }) => label === 0).sort((a, b) => b.probability - a.probability);
  return { isAlarm, parts, examples: isAlarm ? failed.slice(0, mostExamples).map(({ account }) => account) : [] };
}
