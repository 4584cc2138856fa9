import type { AuditFinding } from '../../model/audit.js';
import { sayCount } from './say-number.js';

/** Fewer of one outcome than this are as good as none: nothing can be compared. */
const few = 10;

/** Accounts of one outcome only, or nearly: what they have in common cannot be told from what everybody has. */
export function findOnlyWinners(labels: Uint8Array): AuditFinding[] {
  let [won, lost] = [0, 0];
  for (const label of labels) {
    if (label === 1) won++;
    else if (label === 0) lost++;
  }
  if (won + lost === 0 || Math.min(won, lost) >= few) return [];
  const isWon = won >= lost;
  const [many, rest] = isWon ? ['had the outcome', 'did not have it'] : ['did not have the outcome', 'had it'];
  return [
    {
      kind: 'only winners',
      severity: 'grave',
      about: 'all accounts',
      finding: `${sayCount(Math.max(won, lost))} accounts ${many} and ${sayCount(Math.min(won, lost))} ${rest}: there is nothing to compare with, and no lift can be claimed.`,
      advice: isWon
        ? 'Add accounts that were lost, or that never bought: at least as many as there are customers.'
        : 'Add accounts that had the outcome.',
      numbers: [
        { name: 'with the outcome', value: won },
        { name: 'without it', value: lost },
      ],
    },
  ];
}
