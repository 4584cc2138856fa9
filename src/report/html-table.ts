import { type Html, type HtmlValue, html } from './html.js';

export interface HtmlColumn<Row> {
  readonly head: string;
  readonly cell: (row: Row) => HtmlValue;
  /** Numbers stand right, in figures of one width; `interval` ones left. */
  readonly kind?: 'text' | 'number' | 'interval';
}

/** Rows that a printed table keeps on one page. */
const mostUnbroken = 12;

/**
 * A table with caption and scopes; its first column names the row. It scrolls by itself where it is wider than the page,
 * and can be reached by keyboard for that.
 */
export function htmlTable<Row>(
  caption: string,
  { columns, rows }: { readonly columns: readonly HtmlColumn<Row>[]; readonly rows: readonly Row[] },
): Html {
  const [first, ...others] = columns;
  const body = rows.map(
    (row) =>
      html`<tr><th scope="row">${first.cell(row)}</th>${others.map(
        ({ kind = 'text', cell }) => html`<td class="${kind}">${cell(row)}</td>`,
      )}</tr>\n`,
  );
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}"><table class="${rows.length <= mostUnbroken ? 'short' : 'long'}">
<caption><span>${caption}</span></caption>
<thead><tr>${columns.map(({ head, kind = 'text' }) => html`<th scope="col" class="${kind}">${head}</th>`)}</tr></thead>
<tbody>
${body}</tbody></table></div>
`;
}
