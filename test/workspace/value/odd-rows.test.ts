import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureValue } from '../../../src/workspace/value/measure-value.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-odd-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, rows: readonly string[]) => {
  writeFileSync(join(folder, name), `${rows.join('\n')}\n`);
  return join(folder, name);
};
const day = (i: number) => new Date(Date.UTC(2024, 0, 1 + ((i * 37) % 300))).toISOString().slice(0, 10);
const orders = ['customer_id,order_date,amount', ...Array.from({ length: 60 }, (_, i) => `C${i % 20},${day(i)},10.50`)];

describe('measureValue', () => {
  it('warns of a last day and a first day far from all others, and names the line', async () => {
    const { report } = await measureValue(write('o.csv', [...orders, 'C1,2099-12-31,1.00', 'C2,1900-01-01,1.00']));
    expect(report.warnings.slice(0, 2)).toEqual([
      '1 row lies far before all others: 1900-01-01 on line 63, where the others begin on 2024-01-01. If it is a slip, mend it: times since the first purchase are measured from it.',
      '1 row lies far after all others: 2099-12-31 on line 62, where the others end on 2024-10-23. Everything is told up to that day; if it is a slip, say --as-of 2024-10-23.',
    ]);
  });

  it('says that every row is later than the last day asked for', async () => {
    await expect(measureValue(write('p.csv', orders), { asOf: '1990-01-01' })).rejects.toThrow(
      'p.csv: every purchase is later than 1990-01-01',
    );
  });

  it('says that every subscription starts later than the last day asked for', async () => {
    const path = write('subscriptions.csv', [
      'account_id,start_date,end_date,mrr',
      'A,2024-01-01,,5',
      'B,2024-01-02,,7',
    ]);
    await expect(measureValue(path, { asOf: '1990-01-01' })).rejects.toThrow(
      'every subscription is later than 1990-01-01',
    );
  });

  it('leaves out contracts that end before they start or whose end cannot be read, and says what is below zero', async () => {
    const { report } = await measureValue(
      write('subscriptions.csv', [
        'account_id,start_date,end_date,mrr',
        ...Array.from(
          { length: 40 },
          (_, i) => `S${i},2024-01-${String(1 + (i % 28)).padStart(2, '0')},2024-06-01,${i + 1}`,
        ),
        'X,2024-06-01,2024-01-01,5',
        'Y,2024-02-01,soon,5',
        'Z,2024-02-01,2024-06-01,-10',
      ]),
    );
    expect(report.reconciliations[0].excluded).toEqual([
      { reason: 'it ends before it starts', rows: 1, total: '5.00' },
      { reason: 'its end cannot be read', rows: 1, total: '5.00' },
    ]);
    expect(report.notes).toContain('1 row has mrr below zero, and is taken off: is it a credit, or a slip?');
  });
});
