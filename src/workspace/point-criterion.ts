import { matchTrait } from '../learn/match-trait.js';
import type { Criterion } from '../model/criterion.js';
import type { Scorecard } from '../model/scorecard.js';
import type { Column } from '../model/table.js';
import { takeRows } from '../model/take-rows.js';
import { scoreTable } from '../score/score-table.js';
import { scatterRows } from '../stats/scatter-rows.js';

/** Of more accounts these many give the mean. */
const mostLooked = 100_000;

/**
 * A criterion with the points that a card gives for its trait: the mean over accounts that have it of all that looks at
 * its attribute, pairs included, against the typical account.
 */
export function pointCriterion(
  criterion: Criterion,
  { card, columns, rowCount }: { card: Scorecard; columns: readonly Column[]; rowCount: number },
): Criterion {
  const { attribute, condition } = criterion.trait;
  const column = columns.find(({ name }) => name === attribute);
  if (criterion.points === undefined || column === undefined) return criterion;
  const isAbout = (axis: { readonly attribute: string }) => axis.attribute === attribute;
  const terms = card.terms.filter(isAbout);
  const pairs = card.pairs.filter(({ axes }) => axes.some(isAbout));
  const rows = scatterRows(rowCount, mostLooked);
  const used = new Set([attribute, ...pairs.flatMap(({ axes }) => axes.map((axis) => axis.attribute))]);
  const looked = columns.filter(({ name }) => used.has(name)).map((one) => (rows === null ? one : takeRows(one, rows)));
  const points = scoreTable({ base: 0, terms, pairs }, { columns: looked, rowCount: rows?.length ?? rowCount });
  const has = matchTrait(looked.find(({ name }) => name === attribute) ?? column, condition);
  let [sum, count] = [0, 0];
  for (let row = 0; row < points.length; row++) {
    if (has[row] !== 1) continue;
    sum += points[row];
    count++;
  }
  if (count === 0) return criterion;
  const typical = card.typical.reduce((total, value, i) => {
    const one =
      i < card.terms.length ? terms.includes(card.terms[i]) : pairs.includes(card.pairs[i - card.terms.length]);
    return one ? total + value : total;
  }, 0);
  return { ...criterion, points: Math.round(10 * (sum / count - typical)) / 10 };
}
