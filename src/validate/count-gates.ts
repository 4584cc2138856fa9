import type { Gate } from '../model/gate.js';
import { makeGate } from './make-gate.js';

/** Accounts with a known outcome that the profile was learnt from. */
export interface LearnedCounts {
  readonly accounts: number;
  readonly positives: number;
}

/** Fewer leave no interval that could exclude chance for any lift seen in practice. */
const minAccounts = 30;
const minPerClass = 10;

/** Whether there are outcomes enough of both kinds for anything to be shown. Only positives can still be described. */
export function countGates({ accounts, positives }: LearnedCounts): Gate[] {
  const negatives = accounts - positives;
  const isOneKind = negatives === 0 && positives >= minPerClass;
  const positivesGate = enough('positives', { count: positives, what: 'positives (accounts that had the outcome)' });
  if (isOneKind) {
    const says = () =>
      `All ${positives} accounts are positives: without others to compare with, no lift can be claimed.`;
    return [
      positivesGate,
      makeGate({
        name: 'negatives',
        measured: 0,
        must: 'at least',
        limit: minPerClass,
        otherwise: 'description',
        says,
      }),
    ];
  }
  return [
    enough('accounts', { count: accounts, what: 'accounts with a known outcome', least: minAccounts }),
    positivesGate,
    enough('negatives', { count: negatives, what: 'negatives (accounts that did not have the outcome)' }),
  ];
}

/** What a gate of {@link countGates} that failed asks for. */
export function missingCount({ name, measured, limit, otherwise }: Gate): string {
  if (otherwise === 'description')
    return 'Add accounts that were lost or did not have the outcome: at least as many as there are positives.';
  return `Add at least ${limit - measured} more ${whats[name] ?? name}.`;
}

const whats: Partial<Record<Gate['name'], string>> = {
  accounts: 'accounts with a known outcome',
  positives: 'positives (accounts that had the outcome)',
  negatives: 'negatives (accounts that did not have the outcome)',
};

function enough(
  name: Gate['name'],
  { count, what, least = minPerClass }: { count: number; what: string; least?: number },
): Gate {
  return makeGate({
    name,
    measured: count,
    must: 'at least',
    limit: least,
    otherwise: 'refused',
    says: (passed) => `${passed ? '' : 'Only '}${count} ${what}; at least ${least} are needed.`,
  });
}
