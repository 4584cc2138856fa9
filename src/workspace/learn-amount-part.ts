import { findAmountCriteria } from '../learn/amount/amount-criteria.js';
import type { AmountScale } from '../learn/amount/amount-scale.js';
import { learnAmounts } from '../learn/amount/learn-amounts.js';
import type { Criterion } from '../model/criterion.js';
import type { Scorecard } from '../model/scorecard.js';
import { liftBase } from '../score/lift-base.js';
import { codeAccounts, type LearningData, takeData } from './learn-part.js';
import { pointCriterion } from './point-criterion.js';

/** Accounts with what they came to. */
export interface AmountData extends LearningData {
  readonly amounts: Float64Array;
}

export interface AmountPart {
  readonly card: Scorecard;
  readonly criteria: readonly Criterion[];
  readonly scale: AmountScale;
}

/** Learns grid, scorecard of amounts and criteria from all accounts of `data`. */
export function learnAmountPart(data: AmountData): AmountPart {
  const { columns, amounts, groups, seed } = data;
  const coded = codeAccounts(data);
  const learned = learnAmounts({ coded, amounts, groups, seed, length: data.length ?? 'fitting' });
  const card = liftBase(learned.card);
  const { cap } = learned.scale;
  const said = findAmountCriteria({ coded, amounts, cap, card: learned.short, columns });
  const isSame = card.terms === learned.short.terms;
  const criteria = isSame ? said : said.map((criterion) => pointCriterion(criterion, { card, ...data }));
  return { card, criteria, scale: learned.scale };
}

/** The same accounts with only these rows. */
export function takeAmounts(data: AmountData, rows: Int32Array): AmountData {
  return { ...takeData(data, rows), amounts: Float64Array.from(rows, (row) => data.amounts[row]) };
}
