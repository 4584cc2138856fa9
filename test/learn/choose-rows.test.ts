import { describe, expect, it } from 'vitest';
import { choiceOptimism } from '../../src/learn/choice-optimism.js';
import { chooseRows } from '../../src/learn/choose-rows.js';
import { createRandom } from '../../src/stats/random.js';

describe('chooseRows', () => {
  const ordered = {
    accounts: [100, 100, 100, 100],
    excess: [-0.2, 0.1, 0.2, -0.1],
    isOrdered: true,
    totalAccounts: 400,
  };

  it('takes the run that stands out most for its size', () => {
    // Rows 1–2: 30 / √(200 · ½) = 3. Row 2 alone: 20 / √(100 · ¾) = 2.31.
    expect(chooseRows(ordered, { direction: 1, leastAccounts: 11 })).toEqual([1, 2]);
    expect(chooseRows(ordered, { direction: -1, leastAccounts: 11 })).toEqual([0]);
  });

  it('joins categories by their rate, not by their place', () => {
    const categories = { ...ordered, excess: [0.2, -0.3, 0.15, -0.05], isOrdered: false };
    expect(chooseRows(categories, { direction: 1, leastAccounts: 11 })).toEqual([0, 2]);
  });

  it('keeps enough accounts inside and outside', () => {
    const few = { ...ordered, accounts: [380, 5, 5, 10] };
    expect(chooseRows(few, { direction: 1, leastAccounts: 11 })).toEqual([1, 2, 3]);
    expect(chooseRows(few, { direction: 1, leastAccounts: 30 })).toBeNull();
  });

  it('asks what else must hold', () => {
    const admit = (chosen: readonly number[]) => chosen.length === 1;
    expect(chooseRows(ordered, { direction: 1, leastAccounts: 11, admit })).toEqual([2]);
  });

  it('says nothing where nothing stands out', () => {
    expect(chooseRows({ ...ordered, excess: [0, 0, 0, 0] }, { direction: 1, leastAccounts: 11 })).toBeNull();
  });
});

describe('choiceOptimism', () => {
  const options = { direction: 1, leastAccounts: 11 } as const;

  it('is zero where the choice is plain', () => {
    const rowOf = Int16Array.from({ length: 1000 }, (_, i) => i % 2);
    const labels = Uint8Array.from(rowOf, (row, i) => (row === 1 ? (i % 4 === 1 ? 1 : 0) : i % 20 === 0 ? 1 : 0));
    expect(choiceOptimism({ rowOf, rowCount: 2, isOrdered: true, labels }, options)).toBeLessThan(0.02);
  });

  it('is about what choosing the best of ten groups of noise flatters', () => {
    let [optimism, flattery] = [0, 0];
    for (let seed = 1; seed <= 40; seed++) {
      const random = createRandom(seed);
      const rowOf = Int16Array.from({ length: 500 }, () => random.int(10));
      const labels = Uint8Array.from(rowOf, () => (random.next() < 0.2 ? 1 : 0));
      optimism += choiceOptimism({ rowOf, rowCount: 10, isOrdered: true, labels }, options) / 40;
      const hits = Array.from(
        { length: 10 },
        (_, row) => labels.filter((label, i) => label === 1 && rowOf[i] === row).length,
      );
      const accounts = hits.map((_, row) => rowOf.filter((other) => other === row).length);
      const excess = hits.map((count, row) => count / accounts[row] - 0.2);
      const chosen = chooseRows({ accounts, excess, isOrdered: true, totalAccounts: 500 }, options) ?? [];
      const [size, found] = [accounts, hits].map((counts) => chosen.reduce((sum, row) => sum + counts[row], 0));
      flattery += Math.log(found / size / 0.2) / 40;
    }
    expect(flattery).toBeGreaterThan(0.1);
    expect(optimism).toBeGreaterThan(0.7 * flattery);
    expect(optimism).toBeLessThan(2 * flattery);
  });
});
