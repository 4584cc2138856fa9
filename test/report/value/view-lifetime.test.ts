import { describe, expect, it } from 'vitest';
import { renderPageHtml } from '../../../src/report/page/render-page-html.js';
import { viewLifetime } from '../../../src/report/value/view-lifetime.js';
import { contractLifetime } from '../../../src/value/contract-lifetime.js';
import { purchaseLifetime } from '../../../src/value/purchase-lifetime.js';
import type { ValueReport } from '../../../src/value/value-report.js';

function contracts(): ValueReport['lifetime'] {
  const months = Float64Array.from({ length: 300 }, (_, i) => 1 + (i % 30));
  const log = {
    accounts: Array.from(months, (_, i) => `a${i}`),
    months,
    hasEnded: Uint8Array.from(months, (month, i) => (i % 3 === 0 && month < 20 ? 1 : 0)),
    monthly: new Float64Array(300).fill(1000),
    paid: new Float64Array(300),
    isPaidTold: false,
    scale: 2,
  };
  return contractLifetime(log, { horizonMonths: 12, discountRate: 0.1, seed: 1 }).report;
}

function viewOf(lifetime: ValueReport['lifetime'], kind: ValueReport['kind']) {
  return viewLifetime({ lifetime, currency: null, kind } as ValueReport)[0];
}

describe('viewLifetime', () => {
  it('says of how many accounts the curve is: all, and not those who stayed', () => {
    const lifetime = contracts();
    expect(lifetime?.customers).toBe(230);
    const { chart } = viewOf(lifetime, 'contracts');
    expect(chart?.caption).toMatch(/^Share of all 300 accounts/);
    expect(chart?.chart.label).toMatch(/^Share of 300 accounts/);
  });

  it('says “observed so far”, not “expected”, where no model could be used, and gives no interval that was not checked', () => {
    const { chart, tables, title, intro, items } = viewOf(observed(60), 'purchases');
    expect(chart).toBe(undefined);
    expect(title).toBe('What was observed so far, carried on');
    expect(tables[0].columns[0].head).toBe('observed so far');
    expect(tables[0].rows.slice(0, 2).map(([head]) => head)).toEqual([
      'of 20 accounts',
      'if 20 accounts go on so (no interval)',
    ]);
    expect(tables[0].rows.flat().join(' ')).not.toMatch(/expected|–/);
    expect(intro).toMatch(/no forecast/);
    expect(items.join(' ')).toMatch(/no interval is given/);
  });

  it('has a chart for phones, and figures that may break', async () => {
    const page = viewOf(contracts(), 'contracts');
    expect(page.chart?.narrow).toBeDefined();
    expect(page.tables[0].columns[1].isNumber).toBe(undefined);
    const html = await renderPageHtml({
      ...{ kicker: '', title: '', reasons: [], cautions: [], sections: [page] },
      verdict: { label: '', sentence: '', tone: 'description' },
    });
    expect(html).toMatch(/<div class="wide"><svg[^>]*width="640".*<div class="narrow"><svg[^>]*width="352"/s);
    expect(html).toMatch(/\.scroll \{ background:/);
  });

  it('shows no sum of what is to come where customers were hardly watched', () => {
    const { title, tables, intro } = viewOf(observed(1), 'purchases');
    expect(title).toBe('Lifetime value: too little was watched');
    expect(tables[0].rows).toEqual([['of 20 accounts', '300']]);
    expect(intro).toMatch(/watched for 1 day at most/);
  });
});

/** Twenty customers who buy on the first day, whose next purchase is late: nothing to check by. */
function observed(span: number): ValueReport['lifetime'] {
  const log = {
    customers: Array.from({ length: 20 }, (_, c) => `c${c}`),
    starts: Int32Array.from({ length: 21 }, (_, c) => 3 * c),
    days: Int32Array.from({ length: 60 }, (_, i) => [0, 0, span][i % 3]),
    net: new Float64Array(60).fill(500),
    isPurchase: new Uint8Array(60).fill(1),
    lastDay: span,
    scale: 2,
  };
  return purchaseLifetime(log, { horizonMonths: 12, discountRate: 0, seed: 1 }).report;
}
