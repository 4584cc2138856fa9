import { formatTrait } from '../../model/trait-text.js';
import type { BlueOcean } from './find-blue-oceans.js';
import type { WidthBand } from './judge-width.js';
import type { WidthReport } from './width-report.js';
import { widthText } from './width-text.js';

type Measured = Omit<WidthReport, 'verdict' | 'sentence' | 'reasons'>;
type Said = Pick<WidthReport, 'verdict' | 'sentence' | 'reasons'>;

/** The verdict with its numbers, and the reasons, the weightiest first. */
export function explainWidth(report: Measured): Said {
  const { judgement, blueOceans, breakEven, capacity, current } = report;
  const isCosted = breakEven.from === 'cost';
  // A group that the score does not see is no less outside; without a cost it must beat the ICP itself.
  const ocean = blueOceans.find(({ standing }) => isCosted || standing === 'beats the ICP');
  const isOcean = ocean !== undefined && judgement.verdict !== 'too narrow';
  // Who cannot work the ICP as it is needs no wider one.
  const isOverCapacity = capacity < current.coverage;
  const verdict = isOverCapacity ? 'too broad' : isOcean ? 'too narrow' : judgement.verdict;
  const isWrongPlace = verdict === 'too narrow' && judgement.inside.some(({ p }) => p <= level);
  const say = sayer(report);
  return {
    verdict,
    sentence: isOverCapacity ? say.overCapacity() : isOcean ? say.oceanLeftOut(ocean) : say.verdict(),
    reasons: [
      ...(isWrongPlace ? [say.wrongPlace()] : []),
      ...blueOceans.map(say.ocean),
      say.recommendation(),
      ...(report.recommended.forgone.accounts > 0 ? [say.forgone()] : []),
    ],
  };
}

const level = 0.05;

function sayer({ judgement, current, capacity, recommended, recommendedPoints, breakEven, isRate }: Measured) {
  const say = widthText(isRate);
  const isCosted = breakEven.from === 'cost';
  const even = isCosted
    ? `the ${say.mean(breakEven.value)} that pay for the work`
    : `the ${say.mean(breakEven.value)} of the average account`;
  const least = isCosted ? even : 'the ICP itself';
  const icp = `the ICP (${say.share(current.coverage)} of the accounts, ${say.interval(current.mean)})`;
  const [outside, inside] = [surest(judgement.outside), surest(judgement.inside)];
  const told = (band: WidthBand | undefined) =>
    `${say.count(band?.accounts ?? 0)} accounts, which come to ${say.interval(band?.mean ?? current.mean)}`;
  return {
    verdict: () =>
      ({
        'too narrow': `Too narrow: ${icp} leaves out the next-best ${told(outside)}, more than ${least}.`,
        'too broad': `Too broad: ${icp} takes in its last ${told(inside)}, less than ${even}.`,
        'about right': `About right: the accounts just outside ${icp} cannot be shown to return more than ${least}, nor its last ones less than ${even}.`,
        'cannot tell': `Cannot tell: ${icp} is ${say.count(current.accounts)} accounts, too few to judge its width.`,
      })[judgement.verdict],
    overCapacity: () =>
      `Too broad: ${icp} is more than the ${say.share(capacity)} that you can work; take the best-scored of it.`,
    oceanLeftOut: ({ name, heldOut }: BlueOcean) =>
      `Too narrow: ${icp} leaves out a group that does better: ${name}, ${say.interval(heldOut.mean)}.`,
    wrongPlace: () =>
      `At the same time it takes in its last ${told(inside)}, less than ${even}: it looks in the wrong place.`,
    ocean: ({ traits, heldOut, difference, standing, p }: BlueOcean) => {
      const how = standing === 'beats break-even' ? `more than ${even}` : standing;
      return `Blue ocean: ${traits.map(formatTrait).join(' and ')}: ${say.count(heldOut.accounts)} held-out accounts outside the ICP, ${say.interval(heldOut.mean)}, ${how} (${say.difference(difference)} against the ICP; p ${p < 0.001 ? '< .001' : p.toFixed(3).slice(1)}).`;
    },
    recommendation: () => {
      if (recommended.limit === 'everybody' && !isCosted)
        return 'No cut of this score does better than everybody: it does not tell good accounts from poor ones here. Learn a profile from these outcomes.';
      const { coverage, mean, reach, marginal, next, limit } = recommended;
      const points = recommendedPoints === null ? '' : `, ${recommendedPoints} points and more`;
      const edge = next === null ? '' : `, the next ones outside ${say.mean(next)}`;
      const why = {
        return: isCosted
          ? 'beyond it accounts do not pay for the work'
          : 'beyond it accounts return less than the average',
        capacity: 'that is what you can work',
        everybody: 'even the last account returns enough',
      }[limit];
      return `Recommended: the best-scored ${say.share(coverage)}${points}: ${say.interval(mean)}, ${say.share(reach)} of ${say.all}. The last of them come to ${say.mean(marginal)}${edge}: ${why}.`;
    },
    forgone: () => {
      const { accounts, positives, mean } = recommended.forgone;
      return `It forgoes ${say.count(accounts)} accounts with ${say.total(positives)}, ${say.interval(mean)}.`;
    },
  };
}

/** The largest band that is sure. */
function surest(bands: readonly WidthBand[]): WidthBand | undefined {
  return bands.findLast(({ p }) => p <= level) ?? bands.at(-1);
}
