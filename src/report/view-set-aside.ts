import type { SetAside, SetAsideReason } from '../model/profile.js';
import { setAsideReasons } from '../model/profile.js';
import type { SetAsideGroup } from './profile-view.js';

/** What learning did not use, by reason: what needs a person's eye first. */
export function viewSetAside(setAside: readonly SetAside[]): SetAsideGroup[] {
  return [...setAsideReasons]
    .sort((a, b) => urgency(b) - urgency(a))
    .map((reason) => ({
      reason,
      meaning: meanings[reason],
      items: setAside.filter((item) => item.reason === reason).map(({ what, detail }) => ({ what, detail })),
    }))
    .filter(({ items }) => items.length > 0);
}

const meanings: Record<SetAsideReason, string> = {
  'suspected leak': 'Looks as if it was filled in after the outcome; learning from it would prove nothing.',
  protected: 'People must not be scored by it, unless somebody answers for that: `--keep` it then.',
  personal: 'Names one person and says nothing about the next one.',
  'unreadable rows': 'Could not be read and is kept aside, not dropped.',
  'no outcome': 'No known outcome, so nothing to learn from.',
  'duplicate rows': 'The same record more than once counts once.',
  'same company': 'Kept on one side of the split, so that no account is judged by its twin.',
  excluded: 'Left out because you asked for it.',
  identifier: 'Names an account and says nothing about the next one.',
  'same as another': 'Says the same as a column that is used.',
  duration: 'Says how long accounts were watched, which is what is learnt.',
  date: 'A point in time; it serves to order accounts, not to describe them.',
  'free text': 'Words, not values; themes come from another step.',
  constant: 'The same for every account.',
  empty: 'Has no values.',
  'too young': 'Not waited for long enough; those of them that are decided are the quick ones.',
};

function urgency(reason: SetAsideReason): number {
  if (reason === 'suspected leak') return 2;
  return reason === 'unreadable rows' || reason === 'no outcome' ? 1 : 0;
}
