import { beforeUse } from '../before-use.js';
import { createPlotter, type Plotter } from '../charts/plotter.js';
import { type Html, html, trustHtml } from '../html.js';
import { type HtmlSection, htmlContents, htmlList, htmlSection } from '../html-section.js';
import { htmlTable } from '../html-table.js';
import { reportStyle } from '../report-style.js';
import type { PageSection, PageTable, PageView } from './page-view.js';

/** The page as one HTML file that asks for nothing else, like the report of a profile. The same view gives the same bytes. */
export async function renderPageHtml(view: PageView): Promise<string> {
  const plotter = await createPlotter();
  const { kicker, title, verdict, reasons, cautions } = view;
  const sections = view.sections.map((one) => section(one, plotter));
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>
${trustHtml(reportStyle)}
</style>
</head>
<body>
<header>
<p class="kicker">${kicker}</p>
<h1>${title}</h1>
<div class="verdict ${verdict.tone}"><p><strong>${verdict.label}:</strong> ${verdict.sentence}</p>
${htmlList(reasons)}</div>
${cautions.length === 0 ? null : html`<div class="cautions" role="note" aria-labelledby="cautions"><h2 id="cautions">${beforeUse}</h2>\n${htmlList(cautions)}</div>\n`}</header>
<main>
${sections.length > 1 ? htmlContents(sections) : null}${sections.map(htmlSection)}</main>
</body>
</html>
`.text;
}

function section({ id, title, intro, chart, tables, items }: PageSection, plotter: Plotter): HtmlSection {
  const filled = tables.filter(({ rows }) => rows.length > 0);
  if (intro === undefined && chart === undefined && filled.length === 0 && items.length === 0)
    return { id, title, body: null };
  const figure =
    chart === undefined
      ? null
      : html`<figure>${chart.narrow === undefined ? trustHtml(plotter(chart.chart)) : html`<div class="wide">${trustHtml(plotter(chart.chart))}</div><div class="narrow">${trustHtml(plotter(chart.narrow))}</div>`}<figcaption>${chart.caption}</figcaption></figure>\n`;
  const text = intro === undefined ? null : html`<p>${intro}</p>\n`;
  return { id, title, body: html`${text}${figure}${filled.map(table)}${htmlList(items)}` };
}

function table({ caption, columns, rows, strong = [] }: PageTable): Html {
  const marked = rows.map((cells, i) => ({ cells, isStrong: strong.includes(i) }));
  return htmlTable(caption, {
    columns: columns.map(({ head, isNumber }, at) => ({
      head,
      ...(isNumber ? { kind: 'number' as const } : {}),
      cell: ({ cells, isStrong }: (typeof marked)[number]) =>
        isStrong ? html`<span class="strong">${cells[at]}</span>` : cells[at],
    })),
    rows: marked,
  });
}
