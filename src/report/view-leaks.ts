import type { LeakFinding, LeakKind } from '../model/leak.js';
import type { Profile } from '../model/profile.js';
import type { LeakRow } from './profile-view.js';

const kinds: Record<LeakKind, string> = {
  separates: 'separates alone',
  pair: 'separates with another',
  filling: 'filled in for one class',
  'dated after': 'dated after the decision',
  name: 'name of something known later',
  fades: 'power gone among the latest',
  order: 'order of the rows',
};

const uses: Record<LeakFinding['use'], string> = {
  'set aside': 'set aside',
  kept: 'KEPT on request',
  used: 'used, look at it',
  unused: 'not learnt from',
};

const noEffect = { with: '', without: '', difference: '' };

/** What may know the outcome: what was kept on request first, then what is set aside. */
export function viewLeaks({ leaks = [] }: Pick<Profile, 'leaks'>): { leaks: LeakRow[]; leaksNote: string } {
  const order: LeakFinding['use'][] = ['kept', 'set aside', 'used', 'unused'];
  const rows = [...leaks].sort((a, b) => order.indexOf(a.use) - order.indexOf(b.use)).map(viewLeak);
  const hasEffects = rows.some((row) => row.with !== '');
  const note =
    'What was written after the outcome tells it, also on held-out accounts, and nothing of the next account. What is set aside can be let in with --keep by somebody who knows that it was there before.';
  const effects =
    ' With and without: AUC of the additive model on the same held-out accounts, with this column and without any suspect. Much gained by one column is one more reason to ask when it is filled in.';
  return { leaks: rows, leaksNote: rows.length === 0 ? '' : note + (hasEffects ? effects : '') };
}

function viewLeak({ attribute, kind, use, detail, effect }: LeakFinding): LeakRow {
  return {
    attribute,
    kind: kinds[kind],
    use: uses[use],
    isKept: use === 'kept',
    detail,
    ...(effect === undefined
      ? noEffect
      : {
          with: effect.with.toFixed(3),
          without: effect.without.toFixed(3),
          difference: `${signed(effect.difference.estimate)} (${signed(effect.difference.lower)} to ${signed(effect.difference.upper)})`,
        }),
  };
}

function signed(value: number): string {
  const text = Math.abs(value).toFixed(3);
  return text === '0.000' ? '0.000' : value > 0 ? `+${text}` : `−${text}`;
}
