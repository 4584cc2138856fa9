import type { PairScore } from './score-pair.js';

export interface Thresholds {
  /** Natural log-odds from which a pair is merged; default 3, which is 95 %. */
  readonly merge: number;
  /** Natural log-odds from which a pair is listed for a person to decide; default -1.5, which is 18 %. */
  readonly review: number;
  /** What accounts of one name or domain in different countries, or branches in different cities, are. */
  readonly subsidiaries: 'apart' | 'together';
}

export const usualThresholds: Thresholds = { merge: 3, review: -1.5, subsidiaries: 'apart' };

/** What becomes of a pair. Other countries and branches are never merged without being asked: each buys on its own. */
export function decidePair(pair: PairScore, { merge, review, subsidiaries }: Thresholds): 'merge' | 'review' | 'no' {
  if (pair.isSameId) return 'merge';
  const isPart = pair.isCountryDifferent || pair.isBranch;
  if (pair.score >= merge) return isPart && subsidiaries === 'apart' ? 'review' : 'merge';
  return pair.score >= review ? 'review' : 'no';
}
