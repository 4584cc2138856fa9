import type { Scorecard } from '../model/scorecard.js';
import type { Column } from '../model/table.js';
import { placeAccounts } from './place-accounts.js';
import { rowText } from './row-text.js';
import { termRows } from './term-rows.js';

const most = 3;

/**
 * For every account the rows that set it most apart from the typical one, e.g. `Contract = Two year (+35)`.
 * Differences under half a point are no reason.
 */
export function topReasons(
  card: Scorecard,
  { columns, rowCount }: { columns: readonly Column[]; rowCount: number },
): (row: number) => string[] {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const terms = card.terms.map((term, t) => ({
    places: placeAccounts(term, { column: byName.get(term.attribute), rowCount }),
    rows: termRows(term).map(({ condition, points }) => {
      const difference = Math.round(points - card.typical[t]);
      return { difference, text: `${rowText(term, condition)} (${difference > 0 ? '+' : '−'}${Math.abs(difference)})` };
    }),
  }));
  return (row) =>
    terms
      .map(({ places, rows }) => rows[places[row]])
      .filter(({ difference }) => difference !== 0)
      .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
      .slice(0, most)
      .map(({ text }) => text);
}
