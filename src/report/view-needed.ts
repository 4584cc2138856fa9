import type { Profile } from '../model/profile.js';
import { formatCount } from './format-number.js';
import type { Standing } from './profile-view.js';

/** What data would help a profile that cannot be used as it stands: the most wanted first; empty for one that can. */
export function viewNeeded(profile: Profile, standing: Standing): string[] {
  switch (standing) {
    case 'publishable':
      return [];
    case 'ranked':
      return [moreForProbabilities(profile)];
    case 'hypotheses':
      return [
        'Outcomes: a file of accounts, each with what became of it. Ten conversations already move the weakest beliefs; each line says how many observations it is worth.',
        'Both sides: accounts that said no as well as those that said yes.',
      ];
    case 'description':
    case 'refused':
      return [...otherSide(profile), ...moreAccounts(profile), ...otherColumns(profile)];
  }
}

function otherSide({ learned, best }: Profile): string[] {
  const negatives = learned.accounts - learned.positives;
  if (negatives === 0)
    return [
      `Accounts without the outcome (${best.description}): lost deals, leavers. Only against them can a profile say what makes the difference.`,
    ];
  if (learned.positives === 0) return [`Accounts with the outcome (${best.description}): there is none in the data.`];
  const [fewer, name] = learned.positives < negatives ? [learned.positives, 'with'] : [negatives, 'without'];
  return fewer < 100
    ? [
        `More accounts ${name} the outcome (${best.description}): there are ${formatCount(fewer)}, and a hundred are a sensible least.`,
      ]
    : [];
}

/** Recovery of five planted traits among sixty, as measured for this engine's false-discovery level. */
function moreAccounts({ learned }: Profile): string[] {
  if (learned.accounts >= 1000) return [];
  return [
    `More accounts with a known outcome: there are ${formatCount(learned.accounts)}. Of five real traits among sixty, 200 accounts show about one, 1,000 between four and five.`,
  ];
}

function otherColumns({ learned, attributes, setAside }: Profile): string[] {
  if (learned.accounts < 200 || learned.positives === 0 || learned.positives === learned.accounts) return [];
  const seen = `the ${formatCount(attributes.length)} attribute${attributes.length === 1 ? '' : 's'} here do not tell them apart`;
  const leak = setAside.find(({ reason }) => reason === 'suspected leak');
  const check = leak ? ` If ${leak.what} was truly known before the outcome, let it in with --keep.` : '';
  return [
    `Other columns known before the outcome (industry, size, tools in use, how they came to you, use of the product): ${seen}.${check}`,
  ];
}

function moreForProbabilities({ learned }: Profile): string {
  return `For probabilities: more accounts with a known outcome (there are ${formatCount(learned.accounts)}; calibration cannot be judged on fewer than about 1,000).`;
}
