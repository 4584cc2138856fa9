import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Interval } from '../model/estimate.js';

/** Answers to "how likely are you to recommend us", by kind: 9–10, 7–8, 0–6. */
export interface NpsCounts {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

/**
 * The net promoter score, −100 to 100: share of promoters less share of detractors, with a 95 % interval that adds three answers
 * to the counts, so that it holds for few answers.
 * Source: B. Rocks, American Statistician 70 (2016) 365–372, adjusted Wald with 3/4, 3/2, 3/4.
 */
export function npsInterval(counts: NpsCounts): Interval {
  const { promoters, passives, detractors } = counts;
  const count = promoters + passives + detractors;
  if (count === 0) return { estimate: Number.NaN, lower: -100, upper: 100 };
  const { centre, variance } = adjusted(counts);
  const half = 100 * normalQuantile(0.975, 0, 1) * Math.sqrt(variance);
  return {
    estimate: (100 * (promoters - detractors)) / count,
    lower: Math.max(-100, 100 * centre - half),
    upper: Math.min(100, 100 * centre + half),
  };
}

/** One score less another, in the same way. */
export function npsDifference(own: NpsCounts, other: NpsCounts): Interval {
  const [a, b] = [adjusted(own), adjusted(other)];
  const estimate = npsInterval(own).estimate - npsInterval(other).estimate;
  const [middle, half] = [
    100 * (a.centre - b.centre),
    100 * normalQuantile(0.975, 0, 1) * Math.sqrt(a.variance + b.variance),
  ];
  return Number.isNaN(estimate)
    ? { estimate, lower: -200, upper: 200 }
    : { estimate, lower: middle - half, upper: middle + half };
}

function adjusted({ promoters, passives, detractors }: NpsCounts): { centre: number; variance: number } {
  const count = promoters + passives + detractors + 3;
  const [up, down] = [(promoters + 0.75) / count, (detractors + 0.75) / count];
  return { centre: up - down, variance: (up + down - (up - down) ** 2) / count };
}
