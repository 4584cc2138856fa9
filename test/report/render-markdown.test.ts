import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../src/report/escape-markdown.js';
import { renderMarkdown } from '../../src/report/render-markdown.js';
import { viewProfile } from '../../src/report/view-profile.js';
import { description, hypotheses, publishable, refused, weighed } from './example-profiles.js';
import { hostileProfile } from './hostile-profile.js';

describe('renderMarkdown', () => {
  it('writes the criteria as a table', () => {
    expect(renderMarkdown(viewProfile(publishable))).toContain(
      '| employees 200–999 | strong | ×2.0 | 1.9–2.3 | 53 % | 812 | 15 % | < .001 | +9 | validated |\n',
    );
  });

  it('has a section for everything that the profile has, and for nothing else', () => {
    const headings = (profile: typeof publishable) =>
      [...renderMarkdown(viewProfile(profile)).matchAll(/^## (.*)$/gm)].map(([, title]) => title);
    expect(headings(publishable)).toEqual([
      'Who the best are',
      'Who to avoid',
      'Believed, not yet tested',
      'Refuted by the data',
      'Segments',
      'Tiers',
      'How we know',
      'Gains',
      'Calibration',
      'Scorecard',
      'Set aside',
      'Next',
      'Where this comes from',
    ]);
    expect(headings(refused)).toEqual([
      'How we know',
      'Gains',
      'What data would help',
      'Set aside',
      'Next',
      'Where this comes from',
    ]);
    expect(headings(description)).toEqual([
      'What they have in common',
      'What data would help',
      'Next',
      'Where this comes from',
    ]);
    expect(headings(weighed)).toEqual([
      'What the outcomes say of each belief',
      'What to test next',
      'Next',
      'Where this comes from',
    ]);
    expect(renderMarkdown(viewProfile(weighed))).toContain(
      '| pricing = Pay by use | validated | 10 observations | ×2.7 | ×9.1 (2.4–33.6) | 21 | 57 % | ×2.0 | 1.4–2.7 | +44 |',
    );
    expect(headings(hypotheses)).toEqual([
      'Believed, not yet tested',
      'What data would help',
      'Next',
      'Where this comes from',
    ]);
  });

  it('keeps every table row in its columns whatever the names', () => {
    const columns = (line: string) => line.replace(/\\./g, '').split('|').length;
    let heads = 0;
    for (const line of renderMarkdown(viewProfile(hostileProfile())).split('\n')) {
      if (!line.startsWith('|')) heads = 0;
      else if (heads === 0) heads = columns(line);
      else expect(columns(line), line).toBe(heads);
    }
  });

  it('lets no name become HTML, a link or an image', () => {
    const text = renderMarkdown(viewProfile(hostileProfile()));
    expect(text).not.toMatch(/<[a-z/!]/i);
    expect(text).not.toMatch(/(?<!\\)\]\(/);
    expect(text).not.toMatch(/(?<!\\):\/\//);
  });
});

describe('escapeMarkdown', () => {
  const cases: [string, string][] = [
    ['annual_revenue', 'annual_revenue'],
    ['_x_', '\\_x\\_'],
    ['a|b', 'a\\|b'],
    ['[a](b)', '\\[a\\](b)'],
    ['< .001', '< .001'],
    ['<b>', '&lt;b>'],
    ['R&D', 'R&D'],
    ['&lt;', '&amp;lt;'],
    ['# one', '\\# one'],
    ['1. one', '1\\. one'],
    ['1.9–2.3', '1.9–2.3'],
    ['- one', '\\- one'],
    ['> one', '\\> one'],
    ['https://a.example', 'https\\://a.example'],
    ['31\u00a0%', '31 %'],
  ];
  it.each(cases)('writes %j as %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });
});
