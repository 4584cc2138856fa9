import type { CodedTable } from '../learn/grid.js';
import type { LeakEffect, LeakFinding } from '../model/leak.js';
import type { Profile } from '../model/profile.js';
import type { Scorecard } from '../model/scorecard.js';
import type { Column, RawTable, Table } from '../model/table.js';
import { scoreTable } from '../score/score-table.js';
import { auc } from '../stats/auc.js';
import { aucDifference } from '../stats/auc-difference.js';
import { auditAccounts } from './audit-accounts.js';

/**
 * Audits the attributes that a card scores by on the outcomes that judge it: one may be filled in by them here, though it was not
 * where it was learnt. Effects are of the same card without the points of that attribute, on the judged accounts.
 * @param judged the attributes of the card, outcomes known. @param from `isAsOf`: attributes known to be of before the decision.
 */
export function auditJudged(
  judged: {
    readonly columns: readonly Column[];
    readonly labels: Uint8Array;
    readonly rowCount: number;
    readonly coded: CodedTable;
  },
  from: {
    readonly profile: Profile;
    readonly card: Scorecard;
    readonly raw: RawTable;
    readonly table: Table;
    readonly rows: Int32Array;
    readonly id: string | undefined;
    readonly isAsOf: (name: string) => boolean;
    readonly isInFileOrder: boolean;
  },
): LeakFinding[] {
  const { profile, card, ...accounts } = from;
  const leaks = auditAccounts(
    {
      ...accounts,
      ...judged,
      amounts: null,
      watched: null,
      outcome: profile.best.outcome,
      duration: '',
      time: profile.provenance.time,
      parts: new Set([profile.best.outcome, profile.provenance.time ?? '']),
    },
    new Set(),
  );
  const kept = new Set(profile.leaks?.filter(({ use }) => use === 'kept').map(({ attribute }) => attribute));
  const whole = scoreTable(card, judged);
  return leaks.map((leak): LeakFinding => {
    if (leak.use === 'unused') return leak;
    const without = scoreTable(withoutAttribute(card, leak.attribute), judged);
    const use = kept.has(leak.attribute) ? 'kept' : 'used';
    return { ...leak, use, effect: compare([whole, without], judged.labels) };
  });
}

function compare([whole, without]: [ArrayLike<number>, ArrayLike<number>], labels: Uint8Array): LeakEffect {
  const { estimate, lower, upper } = aucDifference([whole, without], labels);
  return {
    with: auc(whole, labels),
    without: auc(without, labels),
    difference: { estimate, lower, upper },
    accounts: labels.length,
  };
}

function withoutAttribute(card: Scorecard, attribute: string): Scorecard {
  return {
    ...card,
    terms: card.terms.filter((term) => term.attribute !== attribute),
    pairs: card.pairs.filter(({ axes }) => axes.every((axis) => axis.attribute !== attribute)),
  };
}
