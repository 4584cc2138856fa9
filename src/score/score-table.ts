import type { Scorecard } from '../model/scorecard.js';
import type { Column } from '../model/table.js';
import { placeAccounts } from './place-accounts.js';
import { termRows } from './term-rows.js';

/**
 * The points of every account: the card's base plus one row of each term. Integers, so they add up exactly.
 * @param columns typed as the profile says; an attribute that is not there counts as missing for every account.
 */
export function scoreTable(card: Scorecard, { columns, rowCount }: { columns: readonly Column[]; rowCount: number }) {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const totals = new Int32Array(rowCount).fill(card.base);
  for (const term of card.terms) {
    const places = placeAccounts(term, { column: byName.get(term.attribute), rowCount });
    const points = Int32Array.from(termRows(term), (row) => row.points);
    for (let row = 0; row < rowCount; row++) totals[row] += points[places[row]];
  }
  return totals;
}
