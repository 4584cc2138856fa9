import { beliefPriors, type HeldBelief } from '../learn/belief-priors.js';
import { buildGrids } from '../learn/build-grids.js';
import { codeTable } from '../learn/code-table.js';
import { findCriteria } from '../learn/find-criteria.js';
import type { CodedTable } from '../learn/grid.js';
import { type CardChoice, learnScorecard } from '../learn/learn-scorecard.js';
import { type AttributeTest, testAttributes } from '../learn/test-attributes.js';
import type { AttributeWish } from '../model/attribute-wish.js';
import type { Criterion } from '../model/criterion.js';
import type { Scorecard } from '../model/scorecard.js';
import type { Column } from '../model/table.js';
import { takeRows } from '../model/take-rows.js';
import { liftBase } from '../score/lift-base.js';
import { pointCriterion } from './point-criterion.js';

/** Accounts as one learning needs them: a row each, outcomes known. */
export interface LearningData {
  readonly columns: readonly Column[];
  /** 1 for a positive, 0 for a negative. */
  readonly labels: Uint8Array;
  readonly rowCount: number;
  /** What each account is worth, NaN where not known; absent or null where nothing says it. */
  readonly values?: Float64Array | null;
  readonly groups: Int32Array;
  /** Ascending with time; null when nothing but the file's order is known. */
  readonly order: Float64Array | null;
  readonly seed: number;
  /** Which length of the card is wanted. */
  readonly length?: CardChoice;
  /** Own cuts, groups and directions, by attribute. */
  readonly wishes?: ReadonlyMap<string, AttributeWish>;
  /** What is believed before any data. */
  readonly beliefs?: readonly HeldBelief[];
  /** The codes of just these accounts, where they have been made already. */
  readonly coded?: CodedTable;
}

/** What one learning finds. */
export interface LearntPart {
  readonly coded: CodedTable;
  readonly tests: readonly AttributeTest[];
  readonly card: Scorecard;
  readonly criteria: readonly Criterion[];
}

/** Learns grid, scorecard and criteria from all accounts of `data`. */
export function learnPart(data: LearningData): LearntPart {
  const { columns, labels, groups, order, seed } = data;
  const coded = codeAccounts(data);
  const priors = beliefPriors(data.beliefs ?? [], { coded, columns });
  const learned = learnScorecard({ coded, labels, groups, order, seed, priors, length: data.length ?? 'fitting' });
  const card = liftBase(learned.card);
  const tests = testAttributes({ coded, labels });
  // Traits are said in the rows of the short card; their points are those of the card that scores.
  const said = findCriteria({ coded, labels, tests, card: learned.short, columns });
  const isSame = card.terms === learned.short.terms;
  const criteria = isSame ? said : said.map((criterion) => pointCriterion(criterion, { card, ...data }));
  return { coded, tests, card, criteria };
}

/** The accounts coded by grids of their own. */
export function codeAccounts({
  coded,
  columns,
  rowCount,
  wishes,
}: Pick<LearningData, 'coded' | 'columns' | 'rowCount' | 'wishes'>) {
  const grids = () => buildGrids(columns, null, wishes === undefined ? {} : { wishes });
  return coded ?? codeTable(grids(), { columns, rowCount });
}

/** The same accounts with only these rows. */
export function takeData(data: LearningData, rows: Int32Array): LearningData {
  const labels = new Uint8Array(rows.length);
  rows.forEach((row, i) => {
    labels[i] = data.labels[row];
  });
  return {
    columns: data.columns.map((column) => takeRows(column, rows)),
    labels,
    rowCount: rows.length,
    groups: rows.map((row) => data.groups[row]),
    order: data.order === null ? null : Float64Array.from(rows, (row) => (data.order === null ? row : data.order[row])),
    seed: data.seed,
    ...(data.wishes === undefined ? {} : { wishes: data.wishes }),
    ...(data.length === undefined ? {} : { length: data.length }),
    ...(data.beliefs === undefined ? {} : { beliefs: data.beliefs }),
  };
}
