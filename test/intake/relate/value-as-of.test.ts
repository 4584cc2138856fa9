import { describe, expect, it } from 'vitest';
import { blankLater, valueAsOf } from '../../../src/intake/relate/value-as-of.js';
import { valuesOf } from './mapped-tables.js';

const missing = Number.NaN;

describe('valueAsOf', () => {
  const changes: [account: number, property: string, value: string | null, at: number][] = [
    [0, 'stage', 'lead', 1],
    [0, 'stage', 'customer', 5],
    [0, 'size', '50', 2],
    [1, 'stage', 'lead', 9],
    [2, 'stage', 'b', 3],
    [2, 'stage', 'a', 3],
    [3, 'stage', 'lead', 1],
    [3, 'stage', null, 2],
    [4, 'stage', 'lead', missing],
    [-1, 'stage', 'x', 1],
  ];
  const coded = (cells: (string | null)[]) => {
    const labels = [...new Set(cells.flatMap((cell) => cell ?? []))];
    return { labels, codes: Int32Array.from(cells, (cell) => (cell === null ? -1 : labels.indexOf(cell))) };
  };
  const history = (rows: typeof changes) => ({
    accountOf: Int32Array.from(rows, ([account]) => account),
    property: coded(rows.map(([, property]) => property)),
    value: coded(rows.map(([, , value]) => value)),
    at: Float64Array.from(rows, ([, , , at]) => at),
  });
  const at = (decisionTime: number[], rows = changes) =>
    valuesOf(valueAsOf(history(rows), { property: 'stage', decisionTime: Float64Array.from(decisionTime), asOf: 10 }));

  it('gives the last value strictly before the decision, and none before the first or after it was cleared', () => {
    expect(at([5, 9, 9, 9, 9])).toEqual(['lead', null, 'a', null, null]);
    expect(at([6, missing, 9, 2, 9])).toEqual(['customer', 'lead', 'a', 'lead', null]);
  });

  it('does not depend on the order of the rows', () => {
    expect(at([6, missing, 9, 2, 9], changes.toReversed())).toEqual(at([6, missing, 9, 2, 9]));
  });
});

describe('blankLater', () => {
  it('takes away what became known at or after the decision, or nobody knows when', () => {
    const column = { type: 'number', name: 'score', values: Float64Array.of(1, 2, 3, 4), whole: true } as const;
    const moments = {
      knownSince: Float64Array.of(1, 5, missing, 11),
      decisionTime: Float64Array.of(5, 5, 5, missing),
      asOf: 10,
    };
    expect(valuesOf(blankLater(column, moments))).toEqual([1, null, null, null]);
  });
});
