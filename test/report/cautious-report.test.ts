import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Profile } from '../../src/model/profile.js';
import { renderHtml } from '../../src/report/render-html.js';
import { renderMarkdown } from '../../src/report/render-markdown.js';
import { renderTerminal } from '../../src/report/render-terminal.js';
import { viewProfile } from '../../src/report/view-profile.js';
import { cautious } from './cautious-profile.js';
import { publishable, ranked, refused } from './example-profiles.js';

const view = viewProfile(cautious);
const plain = (text: string | null | undefined) => (text ?? '').replace(/[\s\u00a0]+/g, ' ').trim();
const terminal = (width = 80, of = view) => renderTerminal(of, { width, color: false });
const sentence = (profile: Profile) => plain(viewProfile(profile).verdict.sentence);

describe('a report that asks for caution', () => {
  let page: Document;

  beforeAll(async () => {
    page = new JSDOM(await renderHtml(view)).window.document;
  });

  it('puts the cautions directly below the verdict in every medium', () => {
    const parts = [
      'Publishable',
      'Before you use it',
      'duration may have been',
      'gradient boosting orders',
      'Best means',
    ];
    for (const text of [terminal(), renderMarkdown(view), page.body.textContent]) {
      const places = parts.map((part, i) => plain(text).indexOf(part, i === 3 ? plain(text).indexOf(parts[2]) : 0));
      expect(places.every((place) => place >= 0)).toBe(true);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
    expect(renderMarkdown(view)).toContain('\n\n> **⚠ Before you use it**\n>\n> - duration may');
  });

  it('tells the cautions of the page by words and a named note, not by colour', () => {
    const note = page.querySelector('[role=note]')!;
    expect(plain(page.getElementById(note.getAttribute('aria-labelledby')!)!.textContent)).toBe('⚠ Before you use it');
    expect(note.querySelectorAll('li')).toHaveLength(2);
    expect(note.previousElementSibling!.classList.contains('verdict')).toBe(true);
  });

  it('has no such note without cautions', async () => {
    expect(terminal(80, viewProfile(publishable))).not.toContain('Before you use it');
    expect(renderMarkdown(viewProfile(publishable))).not.toContain('Before you use it');
    expect(await renderHtml(viewProfile(publishable))).not.toContain('Before you use it');
  });

  it('says second in the verdict that a baseline orders as well, and shows no tick', () => {
    const said = 'But a baseline orders them as well or better: gradient boosting (AUC 0.847 against 0.841).';
    expect(sentence(cautious)).toBe(
      `on 1,761 later accounts it had never seen, “Churn is No” was true in the best-scored fifth 2.1 times as often as on average (95 % interval 1.9–2.3). ${said}`,
    );
    expect(sentence({ ...ranked, baselines: cautious.baselines })).toMatch(
      /1\.5–1\.9\)\. But a baseline .* The order holds; probabilities are not claimed\.$/,
    );
    expect(terminal()).toContain('⚠ Publishable:');
    expect(terminal()).not.toContain('✔');
    expect(page.querySelector('.verdict')!.className).toBe('verdict outdone');
  });

  it('tells a baseline that is equal, one that is clearly better, and none of a refused profile', () => {
    const withBaseline = (profile: Profile, [estimate, lower]: [number, number]): Profile => ({
      ...profile,
      baselines: [{ ...cautious.baselines[2], auc: { estimate, lower, upper: 1 } }],
    });
    expect(sentence(withBaseline(publishable, [0.841, 0.82]))).toContain('orders them as well: gradient');
    expect(sentence(withBaseline(publishable, [0.9, 0.88]))).toContain('orders them clearly better: gradient');
    expect(sentence(withBaseline(publishable, [0.84, 0.82]))).not.toContain('baseline');
    expect(sentence(withBaseline(refused, [0.6, 0.5]))).not.toContain('baseline');
  });

  it('names the outcome where its description is short, and says "the outcome" where it is long', () => {
    const named = (description: string) => sentence({ ...publishable, best: { ...publishable.best, description } });
    expect(named('Revenue is at least 5000')).toContain(
      '“Revenue is at least 5000” was true in the best-scored fifth 2.1 times as often as on average',
    );
    expect(named('x'.repeat(40))).toContain('” was true in');
    expect(named('x'.repeat(41))).toContain('the best-scored fifth had the outcome 2.1 times as often as average');
  });

  it('lists as to avoid what disqualifies, and apart from it what turns round with all else equal', () => {
    expect(view.avoid.rows.map(({ role }) => role)).toEqual(['disqualifier']);
    expect(view.best.rows.every(({ lift }) => lift!.interval.estimate >= 1)).toBe(true);
    expect(view.turned.rows.map(({ trait, points, turn }) => [trait, points, turn])).toEqual([
      ['region = North', '−2', 'with all else equal: against'],
      ['online security = No internet service', '+6', 'with all else equal: for'],
    ]);
  });

  it('says what turns round in every medium, and says the paradox once', () => {
    for (const text of [terminal(120), renderMarkdown(view), page.querySelector('#turned')!.textContent]) {
      expect(plain(text)).toContain('Looks one way, counts the other');
      expect(plain(text)).toContain('with all else equal: for');
    }
    expect(view.turned.rows[1].note.match(/paradox/g)).toHaveLength(1);
    expect(page.querySelector('#turned svg')).toBeNull();
  });

  it('draws best and avoid in charts of their own', () => {
    const drawn = (id: string) => plain(page.querySelector(`#${id} .wide`)!.textContent);
    expect(drawn('best')).toContain('employees 200–999');
    expect(drawn('best')).not.toContain('employees up to 19');
    expect(page.querySelectorAll('#avoid svg')).toHaveLength(2);
  });

  it('marks the segment to avoid and says why segments are smaller, in every medium', () => {
    for (const text of [terminal(120), renderMarkdown(view), page.querySelector('#segments')!.textContent]) {
      expect(plain(text)).toContain('avoid: Month-to-month contract');
      expect(plain(text)).toContain('judged on the rest, so their counts are smaller');
    }
    expect(view.segments.map(({ isAvoid }) => isAvoid)).toEqual([false, false, false, true]);
    expect(plain(page.querySelector('#segments .wide')!.textContent)).toContain('under 6');
  });

  it.each([60, 80, 120])('keeps within %d columns and cuts no word', (width) => {
    const lines = terminal(width).split('\n');
    expect(lines.filter((line) => !line.includes('assay ') && [...line].length > width)).toEqual([]);
    if (width >= 80) expect(terminal(width)).not.toContain('…');
  });
});
