import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/report/render-html.js';
import { renderMarkdown } from '../../src/report/render-markdown.js';
import { renderTerminal } from '../../src/report/render-terminal.js';
import { viewProfile } from '../../src/report/view-profile.js';
import { description, exampleProfiles, hypotheses, publishable, refused, weighed } from './example-profiles.js';
import { hostileNames, hostileProfile } from './hostile-profile.js';

const render = (profile: typeof publishable) => renderHtml(viewProfile(profile));
const parse = (text: string) => new JSDOM(text).window.document;
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

describe('renderHtml', () => {
  let ordinary: string;

  beforeAll(async () => {
    ordinary = await render(publishable);
  });

  it('has one first heading, one second heading a section, and links to each', async () => {
    const page = parse(ordinary);
    const titles = [...page.querySelectorAll('h2')].map((heading) => heading.textContent);
    expect([...page.querySelectorAll('h1')].map((heading) => heading.textContent)).toEqual(['TitanCRM ideal customer']);
    expect(titles).toEqual([
      'Who the best are',
      'Who to avoid',
      'Segments',
      'How to use it',
      'How we know',
      'Scorecard',
      'Believed, not yet tested',
      'Refuted by the data',
      'Set aside, and why',
      'How to read this',
      'Where this comes from',
    ]);
    expect([...page.querySelectorAll('nav a')].map((link) => link.textContent)).toEqual(titles);
    for (const link of page.querySelectorAll('nav a')) {
      expect(page.getElementById(link.getAttribute('href')!.slice(1))).not.toBeNull();
    }
  });

  it('gives every table a caption and scopes', async () => {
    for (const table of parse(ordinary).querySelectorAll('table')) {
      expect(plain(table.querySelector('caption')!.textContent)).not.toBe('');
      for (const cell of table.querySelectorAll('th')) expect(cell.getAttribute('scope')).toMatch(/^(row|col)$/);
      const heads = table.querySelectorAll('thead th').length;
      for (const row of table.querySelectorAll('tbody tr')) expect(row.children.length).toBe(heads);
    }
  });

  it('makes every chart one image with words for it', async () => {
    const charts = [...parse(ordinary).querySelectorAll('svg')];
    expect(charts).toHaveLength(10);
    for (const chart of charts) {
      expect(chart.getAttribute('role')).toBe('img');
      expect(chart.getAttribute('aria-label')!.length).toBeGreaterThan(20);
      expect(chart.querySelectorAll('[aria-label], [id], style')).toHaveLength(0);
    }
  });

  it('asks for nothing outside itself and runs no script', async () => {
    for (const profile of [...Object.values(exampleProfiles), hostileProfile()]) {
      const page = parse(await render(profile));
      expect(page.querySelectorAll('script, link, img, iframe, object, embed, form, base, image, use')).toHaveLength(0);
      expect(page.querySelector('style')!.textContent).not.toMatch(/url\(|@import/);
      const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')!;
      expect(policy.getAttribute('content')).toBe("default-src 'none'; style-src 'unsafe-inline'");
      for (const link of page.querySelectorAll('[href], [src]')) expect(link.getAttribute('href')).toMatch(/^#[a-z]+$/);
    }
  });

  it('shows hostile names as text and lets none become an element or an attribute', async () => {
    const page = parse(await render(hostileProfile()));
    const tame = parse(ordinary);
    const shape = (of: Document) => [...of.querySelectorAll('*')].map(({ tagName }) => tagName);
    const attributes = (of: Document) =>
      new Set([...of.querySelectorAll('*')].flatMap((element) => element.getAttributeNames()));
    expect(new Set(shape(page))).toEqual(new Set([...shape(tame), 'tspan']));
    expect(attributes(page)).toEqual(attributes(tame));
    const text = plain(page.body.textContent);
    const readable = hostileNames.filter((name) => !/["\p{Cc}\u202e\ud800]/u.test(name));
    expect(readable.length).toBeGreaterThan(7);
    for (const name of readable) expect(text).toContain(name);
  });

  it('gives the same bytes each time, whatever was drawn before', async () => {
    await render(refused);
    expect(await render(publishable)).toBe(ordinary);
  });

  it('is content with profiles that have little to show', async () => {
    const titles = async (profile: typeof publishable) =>
      [...parse(await render(profile)).querySelectorAll('h2')].map((heading) => heading.textContent);
    expect((await titles(refused)).slice(0, 3)).toEqual(['What data would help', 'What next', 'How we know']);
    expect((await titles(description)).slice(0, 2)).toEqual(['What data would help', 'What they have in common']);
    expect((await titles(weighed)).slice(0, 2)).toEqual(['What the outcomes say of each belief', 'What to test next']);
    expect((await titles(hypotheses)).slice(0, 2)).toEqual(['Believed, not yet tested', 'What data would help']);
  });

  it('says what terminal and Markdown say', async () => {
    const view = viewProfile(publishable);
    const page = plain(parse(await renderHtml(view)).body.textContent);
    const terminal = plain(renderTerminal(view, { width: 120, color: false }));
    const markdown = plain(renderMarkdown(view));
    const said = [
      view.verdict.sentence,
      ...view.proof!.sentences,
      ...view.proof!.rows.flatMap(({ auc, lift, logLoss }) => [
        `${auc.text} (${auc.range})`,
        `${lift.text} (${lift.range})`,
        logLoss,
      ]),
      ...[view.best, view.avoid].flatMap(({ rows }) =>
        rows.flatMap(({ lift, accounts, share, rate, q, points }) => [
          lift!.text,
          lift!.range,
          accounts,
          share,
          rate,
          q,
          points,
        ]),
      ),
    ].map(plain);
    for (const words of said) {
      expect(page).toContain(words);
      expect(markdown).toContain(words);
      expect(terminal.replaceAll(' • ', ' ')).toContain(words);
    }
  });
});
