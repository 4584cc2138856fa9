import type { Status } from '../model/criterion.js';
import type { Interval } from '../model/estimate.js';

/** Accounts whose outcome is known, and how many of them had it. */
export interface OutcomeCounts {
  readonly accounts: number;
  readonly positives: number;
}

/** A belief about a trait, before and after data; effects are log odds ratios, with the trait against without it. */
export interface UpdatedBelief {
  readonly prior: Interval;
  /** Null where the data say nothing: no account on one side, or only one outcome. */
  readonly data: Interval | null;
  readonly posterior: Interval;
  readonly status: Status;
}

const z95 = 1.959963984540054;
/** One-sided 5 %: what the data must show by themselves to validate. */
const z90 = 1.6448536269514722;

/**
 * Weighs a belief against outcomes. The prior is normal around `priorEffect` with the variance that `strength`
 * observations would give, spread evenly over the four cells (4 · 4 / strength); the data are the log odds ratio with
 * half an account added to each cell (Haldane 1956, Anscombe 1956), normal with Woolf's variance; precisions add up.
 *
 * hypothesis: the belief still outweighs the data; observed: the data weigh more and do not decide;
 * validated: the posterior's 95 % interval lies on the believed side, and so do the data alone, one-sided at 5 %;
 * refuted: posterior and data, each with its 95 % interval, stay below half of the believed effect.
 * @param from `priorEffect` in log-odds, not 0; `strength` over 0.
 */
export function updateBelief(from: {
  readonly priorEffect: number;
  readonly strength: number;
  readonly withTrait: OutcomeCounts;
  readonly without: OutcomeCounts;
}): UpdatedBelief {
  const prior = { mean: from.priorEffect, precision: from.strength / 16 };
  const data = logOddsRatio(from.withTrait, from.without);
  if (data === null) {
    return { prior: toInterval(prior), data: null, posterior: toInterval(prior), status: 'hypothesis' };
  }
  const precision = prior.precision + data.precision;
  const posterior = {
    mean: (prior.mean * prior.precision + data.mean * data.precision) / precision,
    precision,
  };
  return {
    prior: toInterval(prior),
    data: toInterval(data),
    posterior: toInterval(posterior),
    status: judge({ prior, data, posterior }),
  };
}

interface Normal {
  readonly mean: number;
  readonly precision: number;
}

function logOddsRatio(withTrait: OutcomeCounts, without: OutcomeCounts): Normal | null {
  const positives = withTrait.positives + without.positives;
  const accounts = withTrait.accounts + without.accounts;
  if (withTrait.accounts === 0 || without.accounts === 0 || positives === 0 || positives === accounts) return null;
  const [a, b] = [withTrait.positives + 0.5, withTrait.accounts - withTrait.positives + 0.5];
  const [c, d] = [without.positives + 0.5, without.accounts - without.positives + 0.5];
  return { mean: Math.log((a * d) / (b * c)), precision: 1 / (1 / a + 1 / b + 1 / c + 1 / d) };
}

function judge({ prior, data, posterior }: { prior: Normal; data: Normal; posterior: Normal }): Status {
  const side = Math.sign(prior.mean);
  const bound = ({ mean, precision }: Normal, z: number) => side * mean + z / Math.sqrt(precision);
  if (bound(posterior, -z95) > 0 && bound(data, -z90) > 0) return 'validated';
  const worthHaving = Math.abs(prior.mean) / 2;
  if (bound(posterior, z95) < worthHaving && bound(data, z95) < worthHaving) return 'refuted';
  return data.precision >= prior.precision ? 'observed' : 'hypothesis';
}

function toInterval({ mean, precision }: Normal): Interval {
  const half = z95 / Math.sqrt(precision);
  return { estimate: mean, lower: mean - half, upper: mean + half };
}
