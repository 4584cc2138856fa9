import type { AttributeBins } from '../../model/attribute-bins.js';
import type { Interval } from '../../model/estimate.js';
import type { AttributeTest } from '../test-attributes.js';
import { testReach } from '../test-reach.js';

/** Further than to the other side of 0, as far as the estimate, no bound is moved. */
const mostReach = 2;

/**
 * Bins are chosen by the outcome, and attributes are told because their bins came out well: both flatter. No bound is
 * therefore nearer to its estimate than the test of the whole attribute allows, which looked at groups that were made without
 * the outcome: it reaches 0 exactly where q reaches .05.
 * @param tests of the same accounts; an attribute that could not be tested has q = 1.
 */
export function temperWeights(information: readonly AttributeBins[], tests: readonly AttributeTest[]): AttributeBins[] {
  return information.map((one) => {
    const test = tests.find(({ attribute, member }) => attribute === one.attribute && member === one.member);
    const reach = Math.min(mostReach, testReach(test?.q ?? 1));
    return { ...one, bins: one.bins.map((bin) => ({ ...bin, weight: temper(bin.weight, reach) })) };
  });
}

function temper({ estimate, lower, upper }: Interval, reach: number): Interval {
  const tested = estimate * (1 - reach);
  return estimate > 0
    ? { estimate, lower: Math.min(lower, tested), upper }
    : { estimate, lower, upper: Math.max(upper, tested) };
}
