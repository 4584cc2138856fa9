import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/stats/random.js';
import { newFolder, runAssay } from './run-assay.js';

const profile = `assay: 1
name: Those who chose Pro
market: b2b
best: {outcome: status, is: [won], not: [lost], description: Won}
criteria:
  - {trait: plan = Pro, role: must, status: hypothesis, belief: {strength: 20}}
attributes:
  - {name: plan, kind: behavioural, type: category}
review: {every: quarter}
`;

/** Pro wins more and stays; every tenth account is open. */
function company(): { folder: string; data: string; file: string } {
  const folder = newFolder();
  const random = createRandom(5);
  const rows = Array.from({ length: 900 }, (_, i) => {
    const isPro = i % 3 === 0;
    const isWon = random.next() < (isPro ? 0.6 : 0.2);
    const status = i % 10 === 0 ? '' : isWon ? 'won' : 'lost';
    const after =
      status === 'won'
        ? [100 + random.int(50), random.next() < (isPro ? 0.05 : 0.4) ? 'yes' : 'no', isPro ? 9 : 5]
        : ['', '', ''];
    return [`A-${i}`, isPro ? 'Pro' : 'Free', status, ...after].join(',');
  });
  const [data, file] = [join(folder, 'accounts.csv'), join(folder, 'icp.yaml')];
  writeFileSync(data, `account,plan,status,amount,churned,nps\n${rows.join('\n')}\n`);
  writeFileSync(file, profile);
  return { folder, data, file };
}

describe('assay kpis', () => {
  it('shows win rate, deal size, churn, NPS and pipeline by tier', async () => {
    const { data, file } = company();
    const { exit, out } = await runAssay('kpis', data, '--profile', file);
    expect(exit).toBe(0);
    expect(out).toMatch(/The ideal tier does better in Won, churn and NPS/);
    expect(out).toMatch(/Those who leave are mostly poor fits/);
    expect(out).toMatch(/Pipeline[\s\S]*ideal +30/);
    const json = JSON.parse((await runAssay('kpis', data, '--profile', file, '--json', '--nps', 'none')).out);
    expect(json.kpis.map(({ name }: { name: string }) => name)).toEqual(['Won', 'deal size', 'churn']);
  });
});

describe('assay width', () => {
  it('judges the width by cost, and sizes the market', async () => {
    const { folder, data, file } = company();
    const report = join(folder, 'width.html');
    const args = ['width', data, '--profile', file, '--cost', '40', '--win-value', '100'];
    const { exit, out } = await runAssay(...args, '--universe', data, '--reach', '50%', '--report', report);
    expect(exit).toBe(0);
    expect(out).toMatch(/About right:/);
    expect(out).toMatch(/TAM: all accounts +900/);
    const over = JSON.parse((await runAssay(...args, '--capacity', '90', '--json')).out);
    expect(over.verdict).toBe('too broad');
    expect(over.sentence).toMatch(/more than the 10 % that you can work/);
  });

  it('asks what a win is worth where only the cost is told', async () => {
    const { data, file } = company();
    const { exit, err } = await runAssay('width', data, '--profile', file, '--cost', '40');
    expect(exit).toBe(2);
    expect(err).toMatch(/--win-value/);
  });
});
