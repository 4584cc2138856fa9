import { type Html, type HtmlValue, html } from './html.js';

/** A section of the report; what is null has nothing to show and has no heading and no place in the contents. */
export interface HtmlSection {
  readonly id: string;
  readonly title: string;
  readonly body: Html | null;
  /** Begins a new page in print. */
  readonly startsPage?: boolean;
}

export function htmlSection({ id, title, body, startsPage }: HtmlSection): Html | null {
  if (body === null) return null;
  return html`<section id="${id}" class="${startsPage ? 'page' : 'flow'}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${body}</section>
`;
}

export function htmlContents(sections: readonly HtmlSection[]): Html {
  const items = sections.filter(({ body }) => body !== null);
  return html`<nav aria-label="Contents"><ul>${items.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
`;
}

export function htmlList(items: readonly HtmlValue[]): Html | null {
  return items.length === 0 ? null : html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>\n`;
}

export function htmlFacts(
  facts: readonly { readonly label: string; readonly value: HtmlValue }[],
  className = 'facts',
): Html {
  return html`<dl class="${className}">${facts.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>\n`)}</dl>\n`;
}
