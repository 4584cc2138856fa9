import { matchTrait } from '../../learn/match-trait.js';
import type { AuditFinding } from '../../model/audit.js';
import type { Column } from '../../model/table.js';
import { wilsonInterval } from '../../stats/wilson-interval.js';
import { intervalNumber, sayInterval } from './say-number.js';

export interface OneClassRequest {
  readonly columns: readonly Column[];
  /** 1, 0, or 255 where the outcome is not known. */
  readonly labels: Uint8Array;
  /** Names of the columns that are learnt from. */
  readonly learnt: ReadonlySet<string>;
  /** Names of columns with a part of their own, which are not looked at. */
  readonly parts: ReadonlySet<string>;
}

const leastAccounts = 20;
/** Known of next to none of one class … */
const mostKnown = 0.02;
/** … and of a good part of the other. */
const leastKnown = 0.2;

/** Attributes that are known for accounts of one outcome only: they were filled because of what became of the account. */
export function findOneClass({ columns, labels, learnt, parts }: OneClassRequest): AuditFinding[] {
  const totals = [0, 0];
  for (const label of labels) if (label !== 255) totals[label]++;
  if (Math.min(...totals) < leastAccounts) return [];
  return columns.flatMap((column): AuditFinding[] => {
    if (parts.has(column.name)) return [];
    const known = [0, 0];
    const isMissing = matchTrait(column, { kind: 'missing' });
    for (let row = 0; row < labels.length; row++) if (labels[row] !== 255 && isMissing[row] === 0) known[labels[row]]++;
    const shares = known.map((count, label) => wilsonInterval(count, totals[label]));
    const full = shares[0].estimate > shares[1].estimate ? 0 : 1;
    if (shares[full].estimate < leastKnown || shares[1 - full].estimate > mostKnown) return [];
    const of = ['accounts without the outcome', 'accounts with the outcome'];
    const isLearnt = learnt.has(column.name);
    return [
      {
        kind: 'one class only',
        severity: isLearnt ? 'grave' : 'note',
        about: column.name,
        finding: `${column.name} is known of ${sayInterval(shares[full])} of the ${of[full]} and of ${sayInterval(shares[1 - full])} of the ${of[1 - full]}${isLearnt ? ': that it is known at all tells the outcome.' : '; it is not learnt from.'}`,
        advice: `Leave it out (--exclude) unless it was known of all accounts before they were decided; fill it for both kinds alike.`,
        numbers: [intervalNumber('known with the outcome', shares[1]), intervalNumber('known without it', shares[0])],
      },
    ];
  });
}
