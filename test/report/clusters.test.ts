import { describe, expect, it } from 'vitest';
import type { Clustering } from '../../src/model/clustering.js';
import { renderHtml } from '../../src/report/render-html.js';
import { renderMarkdown } from '../../src/report/render-markdown.js';
import { renderTerminal } from '../../src/report/render-terminal.js';
import { viewProfile } from '../../src/report/view-profile.js';
import { sampleProfile } from '../profile/sample-profile.js';

const clusters: Clustering = {
  accounts: 500,
  finding: 'The 500 best accounts fall into 2 kinds.',
  agreement: 0.9,
  clusters: [
    {
      name: 'Employees 200+',
      accounts: 300,
      share: 0.6,
      stability: 0.95,
      traits: [
        {
          trait: {
            attribute: 'employees',
            condition: { kind: 'range', lower: 200, upper: null, upperIncluded: false },
          },
          accounts: 270,
          inside: 0.9,
          outside: 0.2,
          ratio: { estimate: 4.5, lower: 3.5, upper: 5.9 },
        },
      ],
    },
    { name: 'No trait of its own', accounts: 200, share: 0.4, stability: 0.8, traits: [] },
  ],
};

describe('viewClusters', () => {
  const view = viewProfile({ ...sampleProfile, clusters });

  it('stands in terminal, Markdown and HTML with counts, shares and intervals', async () => {
    const terminal = renderTerminal(view, { width: 90, color: false });
    expect(terminal).toContain('Kinds among the best');
    expect(terminal).toMatch(/Employees 200\+ +300 +60 %/);
    expect(terminal).toContain('employees 200+: 90 %, other best 20 %');
    const markdown = renderMarkdown(view);
    expect(markdown).toMatch(/\*\*Employees 200\\?\+\*\*: 300 accounts, 60.% of the best/);
    expect(markdown).toContain('×4.5 (3.5–5.9)');
    const html = await renderHtml(view);
    expect(html).toContain('<h3>Employees 200+</h3>');
    expect(html).toContain('90\u00a0% (270)');
  });

  it('says that there is one kind, and nothing where nobody looked', () => {
    const one = {
      accounts: 500,
      finding: 'The 500 best accounts are of one kind: so it is.',
      agreement: null,
      clusters: [],
    };
    expect(renderMarkdown(viewProfile({ ...sampleProfile, clusters: one }))).toContain('are of one kind: so it is.');
    expect(renderMarkdown(viewProfile(sampleProfile))).not.toContain('Kinds among the best');
  });
});
