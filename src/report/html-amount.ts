import { type Html, html } from './html.js';
import { type HtmlSection, htmlList } from './html-section.js';
import { type HtmlColumn, htmlTable } from './html-table.js';
import type { AmountView, ProfileView } from './profile-view.js';

/** The proof of expected amounts: beside the baselines, along the value curve and by fifths. */
export function htmlAmount({ amount }: ProfileView): HtmlSection {
  const about = { id: 'amount-proof', title: 'How we know' };
  if (amount === null) return { ...about, body: null };
  return {
    ...about,
    body: html`<p>${amount.split}</p>
${comparison(amount)}${htmlList(amount.sentences)}${curve(amount)}${fifths(amount)}`,
  };
}

type Row = AmountView['rows'][number];

function comparison({ heads, rows }: AmountView): Html {
  const columns = heads.map(
    (head, at): HtmlColumn<Row> => ({
      head,
      ...(at === 0 ? {} : { kind: 'number' as const }),
      cell: ({ cells, isOurs }) => (isOurs ? html`<span class="strong">${cells[at]}</span>` : cells[at]),
    }),
  );
  return htmlTable('This profile beside the baselines, on the same held-out accounts', { columns, rows });
}

function curve({ curve }: AmountView): Html {
  const columns: HtmlColumn<AmountView['curve'][number]>[] = [
    { head: 'best-scored', cell: ({ share }) => share },
    { head: 'hold of all value', kind: 'number', cell: ({ held }) => held },
  ];
  return htmlTable('Value by share of accounts', { columns, rows: curve });
}

function fifths({ fifths }: AmountView): Html | null {
  if (fifths.length === 0) return null;
  const columns: HtmlColumn<AmountView['fifths'][number]>[] = [
    { head: 'fifth by what was expected', cell: ({ name }) => name },
    { head: 'accounts', kind: 'number', cell: ({ accounts }) => accounts },
    { head: 'expected', kind: 'number', cell: ({ expected }) => expected },
    { head: 'came', kind: 'interval', cell: ({ came }) => came },
  ];
  return htmlTable('What was expected and what came', { columns, rows: fifths });
}
