import type { Experiment } from '../../model/experiment.js';
import { sequenceWidth } from '../../stats/confidence-sequence.js';
import type { ArmComparison, ComparisonRule } from './compare-arms.js';
import type { ArmReading } from './experiment-reading.js';
import { countText, differenceRange, differenceText, metricText } from './metric-text.js';

interface Judged {
  readonly arm: string;
  readonly experiment: Experiment;
  /** Decided accounts of all arms. */
  readonly known: number;
  readonly rule: ComparisonRule;
}

/** More accounts than this many times the plan are as good as never. */
const mostPatience = 10;

/** What one acting arm did against the hold-out. @param comparison null while nothing may be looked at. */
export function judgeArm(comparison: ArmComparison | null, judged: Judged): ArmReading {
  const { arm, experiment, known, rule } = judged;
  const { design } = experiment;
  const short = Math.max(0, design.accounts - known);
  if (comparison === null) {
    const sentence = `Cannot tell yet: the experiment is read once, when ${countText(design.accounts)} accounts are decided; needs ${countText(short)} more.`;
    return { arm, verdict: 'cannot tell yet', sentence, comparison, needs: short };
  }
  const { difference, isReadable } = comparison;
  if (!isReadable) {
    const sentence = `Cannot tell yet: ${comparison.accounts} decided accounts in ${arm} and ${comparison.otherAccounts} held out are too few to read anything from; needs ${countText(short)} more of ${countText(design.accounts)} planned.`;
    return { arm, verdict: 'cannot tell yet', sentence, comparison, needs: short };
  }
  const numbers = `${numbersOf(comparison, judged)}`;
  if (difference.lower > 0 || difference.upper < 0) {
    const isMore = difference.lower > 0;
    const sentence = `Acting (${arm}) caused ${isMore ? 'more' : 'less'} of ${named(experiment)}: ${numbers}.`;
    return { arm, verdict: isMore ? 'caused more' : 'caused less', sentence, comparison, needs: null };
  }
  if (Math.max(-difference.lower, difference.upper) < design.effect) {
    const least = metricText(design.effect, rule.isRate).replace('%', 'points');
    const sentence = `Whatever acting (${arm}) causes is smaller than the ${least} that were worth seeing: ${numbers}.`;
    return { arm, verdict: 'too small to matter', sentence, comparison, needs: null };
  }
  const needs = short > 0 ? short : furtherNeed(comparison, judged);
  const wait =
    needs === null
      ? `all ${countText(design.accounts)} planned accounts are decided, and what is left to see is too small for this experiment`
      : `needs about ${countText(needs)} more decided accounts${short > 0 ? ` (${countText(known)} of ${countText(design.accounts)} planned)` : ' if the effect is what it seems'}`;
  const sentence = `Cannot tell yet whether acting (${arm}) causes anything: ${numbers}; ${wait}.`;
  return { arm, verdict: 'cannot tell yet', sentence, comparison, needs };
}

function numbersOf(
  { mean, otherMean, difference, isAdjusted }: ArmComparison,
  { rule: { isRate, reading, alpha } }: Judged,
): string {
  const told = `${metricText(mean, isRate)} against ${metricText(otherMean, isRate)} held out`;
  const confidence = `${Number((100 * (1 - alpha)).toFixed(2))} % interval`;
  const kind = reading === 'any time' ? `${confidence}, at every look` : confidence;
  return `${told}, ${differenceText(difference.estimate, isRate)} (${differenceRange(difference, isRate)}, ${kind}${isAdjusted ? ', fit taken out' : ''})`;
}

function named({ outcome }: Experiment): string {
  return outcome.is === undefined ? outcome.column : `${outcome.column} = ${outcome.is.join(' or ')}`;
}

/** Accounts beyond those known until the interval would leave out zero, were the estimate the truth. */
function furtherNeed({ difference, variance }: ArmComparison, { known, rule, experiment }: Judged): number | null {
  const size = Math.abs(difference.estimate);
  const half = (factor: number) => {
    const left = variance / factor;
    const width = rule.reading === 'any time' ? sequenceWidth(rule.mixture / left, rule.alpha) : 1.96;
    return Math.sqrt(left) * width;
  };
  if (!(half((mostPatience * experiment.design.accounts) / known) < size)) return null;
  let [low, high] = [1, (mostPatience * experiment.design.accounts) / known];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (half(middle) > size) low = middle;
    else high = middle;
  }
  return Math.ceil(known * (high - 1));
}
