import type { BinTrend } from '../model/attribute-bins.js';
import type { Profile } from '../model/profile.js';
import type { InformationRow } from './profile-view.js';

const trends: Record<BinTrend, string> = {
  none: '',
  free: 'up and down',
  increasing: 'the more the better',
  decreasing: 'the less the better',
  peak: 'best in the middle',
  valley: 'worst in the middle',
};

/** What each attribute tells alone, in words; the model weighs them together. */
export function viewInformation({ information = [] }: Profile): {
  information: InformationRow[];
  informationNote: string;
} {
  return {
    information: information.map(({ attribute, member, informationValue, trend, bins }) => ({
      attribute: member === undefined ? attribute : `${attribute}: ${member}`,
      value: informationValue.toFixed(3),
      trend: trends[trend],
      bins: bins.map(({ values, weight }) => `${values} ${formatWeight(weight.estimate)}`).join(' · '),
    })),
    informationNote:
      information.length === 0
        ? ''
        : 'Above 0 the values are more frequent among the best than among the others, as a natural logarithm. An information value under 0.02 is next to nothing, from 0.3 on it is strong. Values that go together share what they tell; the points take that apart.',
  };
}

function formatWeight(weight: number): string {
  const text = Math.abs(weight).toFixed(1);
  return text === '0.0' ? '0' : weight > 0 ? `+${text}` : `−${text}`;
}
