import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Profile } from '../../../src/model/profile.js';
import { createRandom } from '../../../src/stats/random.js';
import { measureKpisFile } from '../../../src/workspace/measure-kpis-file.js';
import { measureWidthFile } from '../../../src/workspace/measure-width-file.js';
import { scoreFile } from '../../../src/workspace/score-file.js';
import { validateFile } from '../../../src/workspace/validate-file.js';
import { learnValue } from '../../../src/workspace/value/learn-value.js';

const definition = `assay_value: 1
name: worth
components:
  - {of: margin, table: orders.csv, column: amount, less: cost, normalise: none}
`;

describe('a profile whose outcome is a value definition', () => {
  let folder: string;
  let file: string;
  let later: string;
  let profile: Profile;
  let ofAmounts: Profile;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'assay-value-profile-'));
    file = writeAccounts(folder, { seed: 1, accounts: 600, prefix: 'A' });
    const next = join(folder, 'later');
    mkdirSync(next);
    later = writeAccounts(next, { seed: 2, accounts: 400, prefix: 'B' });
    writeFileSync(join(folder, 'value.yaml'), definition);
    const define = join(folder, 'value.yaml');
    profile = (await learnValue(file, { define })).profile;
    ofAmounts = (await learnValue(file, { define, target: 'amount' })).profile;
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is judged by the value of new accounts, from the orders beside them', async () => {
    const { proof, setAside } = await validateFile(later, { profile });
    expect(profile.verdict).toBe('ranked');
    expect(proof?.auc.estimate).toBeGreaterThan(0.75);
    expect(setAside.map(({ reason }) => reason)).not.toContain('no outcome');
  }, 30_000);

  it('is judged by amounts where these were learnt', async () => {
    const { amount, verdict } = await validateFile(later, { profile: ofAmounts });
    expect(verdict).not.toBe('refused');
    expect(amount?.proof?.shareTopFifth.estimate).toBeGreaterThan(0.3);
  }, 30_000);

  it('scores accounts without orders, and measures width and KPIs with them', async () => {
    const { accounts } = await scoreFile(later, { profile });
    expect(accounts).toHaveLength(400);
    const { report } = await measureWidthFile(later, { profile });
    expect(report).toBeDefined();
    const kpis = await measureKpisFile(later, { profile, wishes: {} });
    expect(kpis).toBeDefined();
  }, 30_000);
});

/** Accounts in technology and of 200 people and more buy more often. */
function writeAccounts(folder: string, about: { seed: number; accounts: number; prefix: string }): string {
  const random = createRandom(about.seed);
  const lines = ['account_id,industry,employees,region'];
  const orders = ['order_id,account_id,order_date,amount,cost'];
  for (let i = 0; i < about.accounts; i++) {
    const industry = ['technology', 'retail', 'health', 'food'][random.int(4)];
    const employees = [10, 30, 80, 200, 900][random.int(5)];
    const id = `${about.prefix}${i}`;
    lines.push(`${id},${industry},${employees + random.int(9)},${['north', 'south', 'east', 'west'][random.int(4)]}`);
    const count = random.int(4) + (industry === 'technology' ? 4 : 0) + (employees >= 200 ? 3 : 0);
    for (let k = 0; k < count; k++) {
      const amount = Math.round(2000 + 8000 * random.next()) / 100;
      const day = String(1 + random.int(28)).padStart(2, '0');
      const month = String(1 + random.int(12)).padStart(2, '0');
      orders.push(`${id}-${k},${id},2024-${month}-${day},${amount},${(amount / 2).toFixed(2)}`);
    }
  }
  const file = join(folder, 'accounts.csv');
  writeFileSync(file, `${lines.join('\n')}\n`);
  writeFileSync(join(folder, 'orders.csv'), `${orders.join('\n')}\n`);
  return file;
}
