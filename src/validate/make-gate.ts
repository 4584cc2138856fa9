import type { Interval } from '../model/estimate.js';
import type { Gate } from '../model/gate.js';

/** A gate with its answer; a measure that is no number fails. */
export function makeGate(
  asked: Pick<Gate, 'name' | 'measured' | 'must' | 'limit' | 'otherwise'> & {
    /** The sentence, where it passes and where it does not. */
    readonly says: (passed: boolean) => string;
  },
): Gate {
  const { name, measured, must, limit, otherwise, says } = asked;
  const passed = holds[must](measured, limit);
  return { name, measured, must, limit, passed, otherwise, sentence: says(passed) };
}

const holds: Record<Gate['must'], (measured: number, limit: number) => boolean> = {
  'at least': (measured, limit) => measured >= limit,
  above: (measured, limit) => measured > limit,
  'at most': (measured, limit) => measured <= limit,
};

/** `0.74 (0.70 to 0.78)`. */
export function formatRange({ estimate, lower, upper }: Interval, digits = 2): string {
  return `${estimate.toFixed(digits)} (${lower.toFixed(digits)} to ${upper.toFixed(digits)})`;
}

export function formatPercent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
