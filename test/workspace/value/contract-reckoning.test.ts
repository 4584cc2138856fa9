import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewValue } from '../../../src/report/value/view-value.js';
import { measureValue } from '../../../src/workspace/value/measure-value.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-reckoning-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe('measureValue', () => {
  it('tells what contracts came to beside the sum of their monthly amounts, in hundredths', async () => {
    // 20 days of 30.4375 are .65708 of a month, 30 are .98563.
    const text =
      'account_id,start_date,end_date,mrr\nA,2024-01-01,2024-01-21,1\nB,2024-01-01,2024-01-31,10\nC,2024-01-01,2024-01-31,\n';
    const { report } = await measureValue(write('subscriptions.csv', text));
    expect(report.money?.total).toBe('10.52');
    const [{ column, total, used, derived }] = report.reconciliations;
    expect([column, total, used.total]).toEqual(['mrr', '11.00', '11.00']);
    expect(derived).toEqual({ what: 'mrr × months of each subscription', total: '10.52', unit: 0.01 });
    expect(viewValue(report).sections.find(({ id }) => id === 'reckoning')?.items).toEqual([
      'Rows of mrr that were used and not used are the sum of the source, exactly. What accounts came to stands in no column: it is mrr × months of each subscription, each product rounded to 0.01.',
    ]);
  });

  it('adds the total of a contract where it has a column, and not the monthly amount', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `k${i},${1 + (i % 9)},${i % 2 ? 'Yes' : 'No'},3,100`);
    const { report } = await measureValue(
      write('t.csv', `id,tenure,churn,monthly_charges,total_charges\n${rows.join('\n')}\n`),
    );
    expect(report.money?.total).toBe('4000.00');
    expect(report.reconciliations.map(({ column, derived }) => [column, derived])).toEqual([
      ['monthly_charges', null],
      ['total_charges', undefined],
    ]);
  });
});
