import { beforeUse } from './before-use.js';
import { createPlotter } from './charts/plotter.js';
import { type Html, html, trustHtml } from './html.js';
import { htmlAmount } from './html-amount.js';
import { htmlAudit } from './html-audit.js';
import { htmlBeliefs } from './html-beliefs.js';
import { htmlClusters } from './html-clusters.js';
import { htmlCriteria, htmlSegments } from './html-criteria.js';
import { htmlInformation } from './html-information.js';
import { htmlLeaks } from './html-leaks.js';
import { htmlProof } from './html-proof.js';
import { htmlScorecard } from './html-scorecard.js';
import { type HtmlSection, htmlContents, htmlFacts, htmlList, htmlSection } from './html-section.js';
import { type HtmlColumn, htmlTable } from './html-table.js';
import { htmlTime } from './html-time.js';
import { htmlWeighed } from './html-weighed.js';
import type { ProfileView, TierRow } from './profile-view.js';
import { reportStyle } from './report-style.js';

/**
 * The report as one HTML file that asks for nothing else: no script, no font, no image; a content policy forbids them
 * besides. The same view gives the same bytes; there is no clock in it.
 */
export async function renderHtml(view: ProfileView): Promise<string> {
  const plotter = await createPlotter();
  const isUsable = view.verdict.standing === 'publishable' || view.verdict.standing === 'ranked';
  const wanted: HtmlSection = { id: 'needed', title: view.needed.title, body: htmlList(view.needed.items) };
  const sections: HtmlSection[] = [
    htmlWeighed(view, plotter),
    ...(isUsable ? [] : [...htmlBeliefs(view), wanted]),
    ...htmlCriteria(view, plotter),
    htmlSegments(view, plotter),
    htmlClusters(view),
    { id: 'use', title: isUsable ? 'How to use it' : 'What next', body: use(view) },
    htmlProof(view, plotter),
    htmlAmount(view),
    htmlTime(view),
    htmlInformation(view),
    htmlScorecard(view),
    ...(isUsable ? [...htmlBeliefs(view), wanted] : []),
    htmlAudit(view),
    htmlLeaks(view),
    { id: 'aside', title: 'Set aside, and why', body: setAside(view) },
    { id: 'words', title: 'How to read this', body: glossary() },
    { id: 'provenance', title: 'Where this comes from', body: htmlFacts(view.provenance) },
  ];
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${view.title}</title>
<style>
${trustHtml(reportStyle)}
</style>
</head>
<body>
${head(view)}<main>
${htmlContents(sections)}${sections.map(htmlSection)}</main>
</body>
</html>
`.text;
}

function head(view: ProfileView): Html {
  const { title, market, description, verdict, cautions, facts, figures } = view;
  const tone = verdict.isOutdone ? 'outdone' : verdict.standing;
  return html`<header>
<p class="kicker">Ideal customer profile · ${market}</p>
<h1>${title}</h1>
<p class="lede">${description}</p>
<div class="verdict ${tone}"><p><strong>${verdict.label}:</strong> ${verdict.sentence}</p>
${htmlList(verdict.reasons)}</div>
${htmlCautions(cautions)}${figures.length > 0 ? html`<ul class="figures">${figures.map(({ value, label, detail }) => html`<li><b>${value}</b>${label}<span>${detail}</span></li>\n`)}</ul>\n` : null}${htmlFacts(facts)}</header>
`;
}

/** Heard as a note with a heading of its own, so that it can be jumped to. */
function htmlCautions(cautions: readonly string[]): Html | null {
  if (cautions.length === 0) return null;
  return html`<div class="cautions" role="note" aria-labelledby="cautions"><h2 id="cautions">${beforeUse}</h2>
${htmlList(cautions)}</div>
`;
}

function use({ tiers, use }: ProfileView): Html {
  const columns: HtmlColumn<TierRow>[] = [
    { head: 'tier', cell: ({ name }) => html`<span class="strong">${name}</span>` },
    { head: 'what to do', cell: ({ meaning }) => meaning },
    { head: 'who', cell: ({ cut }) => cut },
  ];
  const table = tiers.length > 0 ? htmlTable('The three tiers of fit', { columns, rows: tiers }) : null;
  return html`${table}${htmlFacts(use.map(({ purpose, command }) => ({ label: purpose, value: html`<code>${command}</code>` })))}`;
}

function setAside({ setAside }: ProfileView): Html | null {
  const rows = setAside.flatMap(({ reason, meaning, items }) => items.map((item) => ({ ...item, reason, meaning })));
  if (rows.length === 0) return null;
  const columns: HtmlColumn<(typeof rows)[number]>[] = [
    { head: 'what', cell: ({ what }) => what },
    {
      head: 'why',
      cell: ({ reason, meaning }) => html`<span class="strong">${reason}</span><span class="note">${meaning}</span>`,
    },
    { head: 'detail', cell: ({ detail }) => detail },
  ];
  return htmlTable('Columns and rows that learning did not use', { columns, rows });
}

function glossary(): Html {
  return htmlFacts(
    [
      {
        label: 'Lift',
        value:
          'Rate of the outcome with the trait over the rate of all accounts: ×2 is twice as often, ×0.5 half as often.',
      },
      {
        label: 'Interval',
        value:
          'The range that holds the true number in 95 of 100 such studies. The wider, the fewer accounts stand behind it.',
      },
      {
        label: 'q',
        value:
          'Believe every trait with a q this small or smaller, and about this share of them at most is expected to be chance, counted over everything that was looked at.',
      },
      {
        label: 'Rate, share',
        value:
          'Rate: of the accounts with the trait, those with the outcome. Share: of all accounts, those with the trait.',
      },
      {
        label: 'Held out',
        value: 'Not used for learning, so that it can judge. A profile that has seen the answers proves nothing.',
      },
      {
        label: 'AUC',
        value:
          'Of two accounts, one with the outcome and one without, how often the right one has the higher score: 0.5 is a coin, 1 is always.',
      },
      { label: 'Log loss', value: 'How surprised the probabilities were by what happened; less is better.' },
      {
        label: 'Points',
        value: 'Whole numbers that add up to the score. What every point is for stands in the scorecard.',
      },
    ],
    'facts glossary',
  );
}
