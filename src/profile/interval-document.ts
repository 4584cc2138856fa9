import type { Interval } from '../model/estimate.js';
import { roundMeasured } from './round-measured.js';

/** An estimate with its interval, as the document writes it. */
export function writeEstimate(value: Interval) {
  return { estimate: roundMeasured(value.estimate), interval: writeEnds(value) };
}

export function writeEnds({ lower, upper }: Interval): [number, number] {
  return [roundMeasured(lower), roundMeasured(upper)];
}

export function readEstimate(written: { estimate: number; interval: readonly [number, number] }): Interval {
  return { estimate: written.estimate, lower: written.interval[0], upper: written.interval[1] };
}
