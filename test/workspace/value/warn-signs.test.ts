import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewValue } from '../../../src/report/value/view-value.js';
import { meanOfAmounts } from '../../../src/value/mean-of-amounts.js';
import { measureValue } from '../../../src/workspace/value/measure-value.js';

describe('meanOfAmounts', () => {
  it('does not go below nothing where no amount does', () => {
    const { lower, upper } = meanOfAmounts(Float64Array.of(1, 1, 1, 1, 1000));
    expect(lower).toBe(0);
    expect(upper).toBeGreaterThan(200);
    expect(meanOfAmounts(Float64Array.of(-1, 1, 1, 1, 1000)).lower).toBeLessThan(0);
  });
});

describe('measureValue', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'assay-signs-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const measure = async (amountOf: (i: number) => number) => {
    const rows = Array.from({ length: 120 }, (_, i) => `c${i % 20},2024-0${1 + (i % 6)}-1${i % 9},${amountOf(i)}.5`);
    writeFileSync(join(folder, 'p.csv'), `customer_id,order_date,amount\n${rows.join('\n')}\n`);
    return (await measureValue(join(folder, 'p.csv'))).report;
  };

  it('asks for the sign where all amounts are below nothing, and shows no heading with nothing under it', async () => {
    const report = await measure((i) => -10 - i);
    expect(report.warnings[0]).toMatch(/^All accounts come to less than nothing: is the sign of the amounts right\?/);
    const view = viewValue(report);
    const rfm = view.sections.find(({ id }) => id === 'rfm');
    expect([rfm?.intro, rfm?.items, rfm?.tables]).toEqual([undefined, [], []]);
  });

  it('says of what the few make 80 % where some accounts are below nothing', async () => {
    const report = await measure((i) => (i % 20 === 0 ? -900 : 10 + i));
    expect(report.warnings.join(' ')).not.toMatch(/sign of the amounts/);
    const view = viewValue(report);
    expect(view.verdict.sentence).toMatch(/make 80 % of what the 19 above nothing came to, up to/);
    const pareto = view.sections.find(({ id }) => id === 'pareto');
    expect(pareto?.items.join(' ')).toMatch(/1 account below nothing counts as nothing in these shares/);
  });

  it('says that every purchase is later, where that is why there is none', async () => {
    await measure((i) => 10 + i);
    const asked = measureValue(join(folder, 'p.csv'), { asOf: '1990-01-01' });
    await expect(asked).rejects.toThrow(/every purchase is later than 1990-01-01/);
  });

  it('asks for the sign where the sum is below nothing', async () => {
    const report = await measure((i) => (i % 20 < 5 ? -900 : 10 + (i % 7)));
    expect(report.warnings[0]).toMatch(/together come to less than nothing \(5 of 20 do so by themselves\)/);
  });

  it('tells what segments came to as exactly as the total', async () => {
    const report = await measure((i) => 10 + i);
    const cents = (text: string) => Math.round(Number(text) * 100);
    const sum = (report.rfm ?? []).reduce((total, { value }) => total + cents(value), 0);
    expect(report.rfm?.every(({ value }) => /^-?\d+(\.\d+)?$/.test(value))).toBe(true);
    expect(sum).toBe(cents(report.money?.total ?? ''));
  });
});
