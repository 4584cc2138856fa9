import type { Profile } from '../model/profile.js';
import { suggestTest } from '../profile/suggest-test.js';
import { decideAmounts } from '../validate/amount/decide-amounts.js';
import { decideVerdict } from '../validate/decide-verdict.js';
import { decideTimes } from '../validate/survival/decide-times.js';
import { tooShort } from '../validate/too-short.js';
import type { ProfileView, Standing } from './profile-view.js';

/**
 * What data would help a profile that cannot be used as it stands, the most wanted first; no items for one that can.
 * For beliefs that have met outcomes: which of them to test next.
 */
export function viewNeeded(profile: Profile, standing: Standing): ProfileView['needed'] {
  const title = standing === 'weighed' ? 'What to test next' : 'What data would help';
  return { title, items: listNeeded(profile, standing) };
}

function listNeeded(profile: Profile, standing: Standing): string[] {
  const decide = () => {
    const { learned, amount, time } = profile;
    if (time !== undefined) return decideTimes({ learned, proof: time.proof });
    return amount === undefined
      ? decideVerdict({ ...profile, longerTells: profile.reasons.includes(tooShort) })
      : decideAmounts({ learned, proof: amount.proof });
  };
  switch (standing) {
    case 'publishable':
      return [];
    case 'hypotheses':
      return [
        'Outcomes: a file of accounts, each with what became of it. Ten conversations already move the weakest beliefs; each line says how many observations it is worth.',
        'Both sides: accounts that said no as well as those that said yes.',
      ];
    case 'weighed':
      return [
        suggestTest(profile)?.sentence ??
          'Every belief is settled. What nobody believed may matter as well: learn from all columns once there are outcomes enough.',
      ];
    case 'ranked':
      return [...decide().help];
    case 'description':
    case 'refused':
      return [...decide().help, ...keptLeak(profile)];
  }
}

function keptLeak({ setAside }: Profile): string[] {
  const leak = setAside.find(({ reason }) => reason === 'suspected leak');
  return leak ? [`If ${leak.what} was truly known before the outcome, let it in with --keep.`] : [];
}
