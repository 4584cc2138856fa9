import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseValue } from '../../../src/profile/parse-value.js';
import { viewValue } from '../../../src/report/value/view-value.js';
import { measureValue } from '../../../src/workspace/value/measure-value.js';
import { printValues } from '../../../src/workspace/value/print-values.js';

const examples = fileURLToPath(new URL('../../../examples/', import.meta.url));
const example = (name: string) => join(examples, name);

describe('parseValue', () => {
  it('reads the example, with what is usual filled in', () => {
    const { components, share, currency } = parseValue(readFileSync(example('value.yaml'), 'utf8'), {
      file: 'value.yaml',
    });
    expect([share, currency]).toEqual([0.2, 'USD']);
    expect(
      components.map(({ name, gather, normalise, sign, weight }) => [name, gather, normalise, sign, weight]),
    ).toEqual([
      ['revenue', 'sum', 'rank', 1, 1],
      ['margin', 'sum', 'rank', 1, 2],
      ['satisfaction', 'mean', 'rank', 1, 1],
    ]);
    expect(components[0].windowDays).toBe(365.25);
  });

  it('names every problem with its line and column', () => {
    const text = 'assay_value: 1\ncomponents:\n  - {of: revenu, column: a}\n  - {of: margin, column: b, wieght: 2}\n';
    expect(() => parseValue(text, { file: 'v.yaml' })).toThrow(
      /v\.yaml:3:10 components\[0\]\.of is "revenu"\. Did you mean revenue\?/,
    );
    expect(() => parseValue(text, { file: 'v.yaml' })).toThrow(
      /v\.yaml:4:29 "wieght" is not a key .* Did you mean "weight"\?/,
    );
    const names = 'assay_value: 1\ncomponents:\n  - {of: margin, column: b}\nteams: {sales: {revenue: 1}}\n';
    expect(() => parseValue(names, { file: 'v.yaml' })).toThrow(/v\.yaml:4:26 "revenue" is no component/);
  });
});

describe('measureValue', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'assay-value-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it('measures purchases, and a row of the output for each customer sums to the source', async () => {
    const { report, values } = await measureValue(example('orders.csv'), {
      attributes: example('customers.csv'),
      by: ['kind'],
    });
    expect([report.kind, report.accounts, report.money?.total]).toEqual(['purchases', 60, '34198.65']);
    expect(report.reconciliations[0].isWhole).toBe(true);
    expect(report.groups.map(({ group }) => group)).toEqual(['Salon', 'Retail', 'Online']);
    const lines = printValues(values).trim().split('\n');
    const cents = lines.slice(1).reduce((sum, line) => sum + Math.round(Number(line.split(',')[1]) * 100), 0);
    expect([lines.length, cents]).toEqual([61, 3419865]);
    expect(viewValue(report).sections.map(({ id }) => id)).toContain('reckoning');
  });

  it('carries a definition out, and compares what teams call best', async () => {
    const { report } = await measureValue(example('customers.csv'), { define: example('value.yaml') });
    const { definition } = report;
    expect(definition?.components.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(definition?.teams.map(({ name }) => name)).toEqual(['sales', 'finance', 'success']);
    expect(definition?.pairs.length).toBe(6);
    expect(definition?.best.accounts).toBe(12);
  });

  it('adds money to the cent where all components are money', async () => {
    const accounts = write('a.csv', 'id,revenue,discount\nx,10.10,1.00\ny,20.20,0\nz,5.05,2.00\n');
    const define = write(
      'v.yaml',
      'assay_value: 1\ncomponents:\n  - {of: revenue, column: revenue}\n  - {of: discounts, column: discount}\n',
    );
    const { values, report } = await measureValue(accounts, { define });
    expect(report.definition?.isMoney).toBe(true);
    expect(Array.from(values.defined?.mix.values ?? [], (value) => Math.round(value * 100))).toEqual([910, 2020, 305]);
  });

  it('takes accounts with tenure and churn for contracts', async () => {
    const rows = Array.from(
      { length: 200 },
      (_, i) => `k${i},${i % 3 === 0 ? 1 + ((i * i) % 4) : 8 + (i % 20)},${i % 3 === 0 ? 'Yes' : 'No'},10.00`,
    );
    const { report } = await measureValue(write('t.csv', `id,tenure,Churn,MonthlyCharges\n${rows.join('\n')}\n`));
    expect(report.kind).toBe('contracts');
    expect(report.lifetime?.method).toContain('shifted beta-geometric');
    expect(report.lifetime?.customers).toBe(133);
  });

  it('says what to do where nothing tells what accounts came to', async () => {
    const path = write('b.csv', 'id,size\na,1\nb,2\nc,3\n');
    await expect(measureValue(path)).rejects.toThrow(/Nothing in b\.csv says what an account came to/);
  });
});
