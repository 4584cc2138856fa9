import type { PairTerm } from './scorecard.js';

/** What a pair looks at, in words: `plan × stack: Slack`. */
export function pairName({ axes }: PairTerm): string {
  return axes
    .map((axis) => (axis.kind === 'member' ? `${axis.attribute}: ${axis.member}` : axis.attribute))
    .join(' × ');
}
