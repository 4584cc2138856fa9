import type { Interval } from '../model/estimate.js';

/**
 * Share of all that the largest `share` of amounts holds, a part of an account in proportion; the 95 % interval is by the
 * influence of each account on the ratio. Amounts ≥ 0. Source: F. Hampel et al., Robust Statistics (1986) 2.1; C. Beach and
 * R. Davidson, Distribution-free statistical inference with Lorenz curves, Review of Economic Studies 50 (1983) 723–735.
 * @returns all zero where nothing is above zero.
 */
export function topHolding(amounts: ArrayLike<number>, share: number): Interval {
  const sorted = Float64Array.from(amounts).sort().reverse();
  const n = sorted.length;
  const total = sorted.reduce((sum, amount) => sum + amount, 0);
  if (n === 0 || !(total > 0)) return { estimate: 0, lower: 0, upper: 0 };
  const mean = total / n;
  const room = share * n;
  const whole = Math.floor(room + 1e-9);
  let held = 0;
  for (let i = 0; i < whole; i++) held += sorted[i];
  const border = sorted[Math.min(n - 1, whole)];
  held += Math.max(0, room - whole) * border;
  const estimate = held / total;
  const part = held / n;
  let square = 0;
  for (const amount of sorted) {
    const ofPart = Math.max(0, amount - border) + share * border - part;
    square += ((ofPart - estimate * (amount - mean)) / mean) ** 2;
  }
  const half = (1.959964 * Math.sqrt(square)) / n;
  return { estimate, lower: Math.max(0, estimate - half), upper: Math.min(1, estimate + half) };
}
