import { describe, expect, it } from 'vitest';
import { buildGrids } from '../../src/learn/build-grids.js';
import { codeTable } from '../../src/learn/code-table.js';
import { findLeaks } from '../../src/learn/find-leaks.js';
import { leakWord } from '../../src/learn/leak-names.js';
import type { Column } from '../../src/model/table.js';
import { createRandom } from '../../src/stats/random.js';
import { noisyAccounts } from './noisy-accounts.js';

const count = 600;

/** Accounts of which one fifth had the outcome, and one attribute made from it. */
function leaksIn(
  make: (label: number, random: ReturnType<typeof createRandom>) => string | number | null,
  outcome?: string,
) {
  const random = createRandom(7);
  const labels = Uint8Array.from({ length: count }, () => (random.next() < 0.2 ? 1 : 0));
  const cells = Array.from(labels, (label) => make(label, random));
  const names = [...new Set(cells.filter((cell) => typeof cell === 'string'))];
  const column: Column = cells.some((cell) => typeof cell === 'string')
    ? {
        type: 'category',
        name: 'field',
        labels: names,
        codes: Int32Array.from(cells, (cell) => names.indexOf(String(cell))),
      }
    : {
        type: 'number',
        name: 'field',
        whole: false,
        values: Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : Number(cell))),
      };
  const coded = codeTable(buildGrids([column], null), { columns: [column], rowCount: count });
  return findLeaks({ coded, labels, ...(outcome === undefined ? {} : { outcome }) });
}

describe('findLeaks', () => {
  it('sets aside a stage that is the outcome in other words', () => {
    const [leak] = leaksIn((label) => (label === 1 ? 'Closed Won' : 'Closed Lost'));
    expect(leak.severity).toBe('set aside');
    expect(leak.detail).toContain('separates the outcome almost alone (AUC 1.000');
  });

  it('sets aside what is filled in for one class only', () => {
    const [leak] = leaksIn((label, random) =>
      label === 1 && random.next() < 0.5 ? ['price', 'support'][random.int(2)] : null,
    );
    expect(leak).toMatchObject({ attribute: 'field', severity: 'set aside' });
    expect(leak.detail).toMatch(/is filled in for \d+ % of the accounts with the outcome and for 0 % of the others/);
  });

  it('sets aside an amount that departs from zero for one class only', () => {
    const [leak] = leaksIn((label, random) => (label === 1 && random.next() < 0.6 ? 50 + random.int(400) : 0));
    expect(leak.severity).toBe('set aside');
    expect(leak.detail).toContain('departs from its commonest value');
  });

  it('sets aside values that decide the outcome for most of the rarer class', () => {
    const [leak] = leaksIn((label, random) => {
      if (label === 1 && random.next() < 0.7) return random.next() < 0.5 ? 'onboarded' : 'live';
      return ['a', 'b', 'c'][random.int(3)];
    });
    expect(leak.severity).toBe('set aside');
  });

  it('catches a number that leaks with noise', () => {
    const [leak] = leaksIn((label, random) => label * 6 + random.normal());
    expect(leak.severity).toBe('set aside');
  });

  it('mentions what is filled much more often for one class', () => {
    const [leak] = leaksIn((label, random) => (random.next() < (label === 1 ? 0.95 : 0.3) ? random.normal() : null));
    expect(leak.severity).toBe('mention');
    expect(leak.detail).toContain('is filled in for');
  });

  it('leaves a strong but honest attribute, and a category with a value for each account, alone', () => {
    expect(leaksIn((label, random) => (random.next() < (label === 1 ? 0.8 : 0.2) ? 'yes' : 'no'))).toEqual([]);
    expect(leaksIn((label, random) => label * 1.5 + random.normal())).toEqual([]);
    expect(leaksIn((_, random) => `city ${random.int(90)}`)).toEqual([]);
  });

  it('flags nothing in noise', () => {
    const flagged = [1, 2, 3, 4, 5].flatMap((seed) =>
      findLeaks(noisyAccounts({ seed, accounts: 300, baseRate: 0.15, planted: 5, oddsRatio: 4 })),
    );
    expect(flagged).toEqual([]);
  });
});

describe('leakWord', () => {
  it('knows words of hindsight', () => {
    expect(leakWord('duration')?.word).toBe('duration');
    expect(leakWord('Churn Reason')?.word).toBe('churn reason');
    expect(leakWord('LastActivityDate')?.word).toBe('last activity');
    expect(leakWord('deal_stage')?.word).toBe('stage');
    expect(leakWord('days to close')?.word).toBe('days to close');
  });

  it('suspects names that share a word with the outcome', () => {
    expect(leakWord('renewal_score', 'Renewal')?.word).toBe('renewal');
    expect(leakWord('customer_type', 'customer_flag')).toBeNull();
  });

  it('does not suspect plain attributes', () => {
    for (const name of [
      'tenure',
      'Contract',
      'poutcome',
      'marital_status',
      'Growth stage',
      'Source',
      'LastOrderYear',
      'employees',
    ]) {
      expect(leakWord(name)).toBeNull();
    }
  });
});
