import { describe, expect, it } from 'vitest';
import { buildGrids } from '../../src/learn/build-grids.js';
import { codeTable } from '../../src/learn/code-table.js';
import { distilCards } from '../../src/learn/distil-cards.js';
import { fitAdditive, termsOf } from '../../src/learn/fit-additive.js';
import type { Column } from '../../src/model/table.js';
import { createRandom } from '../../src/stats/random.js';

const names = ['a', 'b', 'c', 'd'];
const effects = [1.5, 1, 0.5, 0.1];

/** Four attributes, the first the strongest, each with four levels. @param alike share of accounts in which the second is like the first. */
function fitted(alike = 0) {
  const random = createRandom(3);
  const codes = names.map(() => Int32Array.from({ length: 2000 }, () => random.int(4)));
  for (let i = 0; i < 2000 * alike; i++) codes[1][i] = codes[0][i];
  const columns = names.map(
    (name, j): Column => ({ type: 'category', name, codes: codes[j], labels: ['p', 'q', 'r', 's'] }),
  );
  const labels = Uint8Array.from({ length: 2000 }, (_, i) => {
    const logOdds = effects.reduce((sum, effect, j) => sum + effect * (codes[j][i] - 1.5), 0);
    return random.next() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
  });
  const coded = codeTable(buildGrids(columns, null), { columns, rowCount: 2000 });
  const terms = termsOf(coded, null);
  return { grids: coded.grids, terms, full: fitAdditive({ terms, labels }), weights: null };
}

describe('distilCards', () => {
  it('keeps the strongest attributes, and no more rows than wanted', () => {
    const { grids, ...from } = fitted();
    const cards = distilCards(grids, { ...from, maxAttributes: 2, wanted: [99, 6, 0] });
    expect(cards.map(({ terms }) => terms.map(({ index }) => index))).toEqual([[0, 1], [0, 1], []]);
    expect(cards[0].rows).toBe(8);
    expect(cards[1].rows).toBe(6);
  });

  it('keeps the values of the full model where all rows fit', () => {
    const { grids, ...from } = fitted();
    const [card] = distilCards(grids, { ...from, maxAttributes: 4, wanted: [99, 0] });
    const { values, groupOf } = card.terms[0];
    const slope = values[groupOf[3]] - values[groupOf[0]];
    expect(slope).toBeCloseTo(from.full.terms[0].values[3] - from.full.terms[0].values[0], 1);
  });

  it('lets one attribute take over what is left out, and less so where accounts are known by time', () => {
    const { grids, ...from } = fitted(0.8);
    const slopeOf = (isInTime: boolean) => {
      const [card] = distilCards(grids, { ...from, isInTime, maxAttributes: 1, wanted: [99, 0] });
      const { values, groupOf } = card.terms[0];
      return values[groupOf[3]] - values[groupOf[0]];
    };
    const own = from.full.terms[0].values[3] - from.full.terms[0].values[0];
    expect(slopeOf(true)).toBeGreaterThan(own);
    expect(slopeOf(true)).toBeLessThan(own + 0.1);
    expect(slopeOf(false)).toBeGreaterThan(own + 0.3);
  });
});
