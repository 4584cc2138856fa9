import normalCdf from '@stdlib/stats-base-dists-normal-cdf';

export interface TrendTest {
  /** Positive when the rate rises with the position. */
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
}

/**
 * Cochran–Armitage test for a rate that rises or falls over ordered groups. Without variation of positions or of
 * outcomes there is nothing to test: `{ 0, 1 }`.
 * Source: P. Armitage, Biometrics 11 (1955) 375–386.
 * @param groups `positions` of the groups on any scale, 0, 1, 2 … unless given.
 */
export function trendTest(groups: {
  readonly positives: ArrayLike<number>;
  readonly accounts: ArrayLike<number>;
  readonly positions?: ArrayLike<number>;
}): TrendTest {
  const { positives, accounts } = groups;
  const positions = groups.positions ?? Array.from(accounts, (_, i) => i);
  let [total, hits, centre] = [0, 0, 0];
  for (let i = 0; i < accounts.length; i++) {
    total += accounts[i];
    hits += positives[i];
    centre += accounts[i] * positions[i];
  }
  centre /= total;
  const rate = hits / total;
  let [trend, spread] = [0, 0];
  for (let i = 0; i < accounts.length; i++) {
    trend += (positions[i] - centre) * (positives[i] - accounts[i] * rate);
    spread += accounts[i] * (positions[i] - centre) ** 2;
  }
  const variance = rate * (1 - rate) * spread;
  if (!(variance > 0)) return { z: 0, p: 1 };
  const z = trend / Math.sqrt(variance);
  return { z, p: 2 * normalCdf(-Math.abs(z), 0, 1) };
}
