import { describe, expect, it } from 'vitest';
import { buildGrids } from '../../src/learn/build-grids.js';
import { codeTable } from '../../src/learn/code-table.js';
import type { CategoryColumn, Column, NumberColumn, SetColumn } from '../../src/model/table.js';

describe('buildGrids', () => {
  it('keeps up to 253 categories apart, which have no neighbours to be joined to', () => {
    const labels = Array.from({ length: 300 }, (_, i) => `town ${i}`);
    const codes = Int32Array.from({ length: 3000 }, (_, i) => i % 300);
    const [grid] = buildGrids([{ type: 'category', name: 'town', codes, labels }], null);
    expect(grid.binCount).toBe(253);
  });

  it('starts ranges where a person wishes, and nowhere else', () => {
    const values = Float64Array.from({ length: 100 }, (_, i) => i);
    const tenure: Column = { type: 'number', name: 'tenure', whole: true, values };
    const [grid] = buildGrids([tenure], null, { wishes: new Map([['tenure', { cuts: [6, 12, 48] }]]) });
    expect(grid).toMatchObject({ cuts: [6, 12, 48], binCount: 4 });
  });

  it('gives every distinct value its bin while there are few', () => {
    expect(buildGrids([number('size', [1, 2, 2, 3, Number.NaN])], null)).toEqual([
      { kind: 'numeric', attribute: 'size', whole: true, cuts: [2, 3], binCount: 3 },
    ]);
  });

  it('keeps a value with at least 1/maxBins of the accounts alone and joins the others to bins of equal count', () => {
    // Half the accounts are 0; the other hundred are 1 to 100.
    const values = Array.from({ length: 200 }, (_, i) => (i < 100 ? 0 : i - 99));
    const [grid] = buildGrids([number('orders', values)], null, { maxBins: 5 });
    expect(grid).toMatchObject({ cuts: [1, 26, 51, 76], binCount: 5 });
  });

  it('looks only at the rows it is given', () => {
    expect(buildGrids([number('size', [1, 2, 9])], Int32Array.of(0, 1))).toMatchObject([{ cuts: [2] }]);
  });

  it('orders categories by count and leaves rare ones to "other"', () => {
    const labels = [...Array(8).fill('b'), ...Array(8).fill('a'), ...Array(9).fill('c'), 'rare'];
    expect(buildGrids([category('plan', labels)], null)).toEqual([
      { kind: 'category', attribute: 'plan', labels: ['c', 'a', 'b'], binCount: 3 },
    ]);
  });

  it('gives a set one grid for each member that enough accounts have and enough lack', () => {
    const cells = Array.from({ length: 20 }, (_, i) => [
      'email',
      ...(i < 7 ? ['Slack'] : []),
      ...(i < 2 ? ['Jira'] : []),
    ]);
    expect(buildGrids([set('stack', cells)], null)).toEqual([
      { kind: 'member', attribute: 'stack', member: 'Slack', binCount: 2 },
    ]);
  });

  it('gives no grid for constants, text and dates, but one for a constant that is sometimes missing', () => {
    const columns: Column[] = [
      number('one', [4, 4, 4]),
      category('same', Array(9).fill('x')),
      { type: 'text', name: 'note', codes: Int32Array.of(0), labels: ['hello'] },
      { type: 'date', name: 'since', values: Float64Array.of(0, 1) },
      number('sometimes', [4, Number.NaN, 4]),
    ];
    expect(buildGrids(columns, null)).toEqual([
      { kind: 'numeric', attribute: 'sometimes', whole: true, cuts: [], binCount: 1 },
    ]);
  });

  it('stays within one byte whatever the values', () => {
    const spiky = Array.from({ length: 60_000 }, (_, i) => (i % 2 === 0 ? (i % 400) / 2 : i));
    const [grid] = buildGrids([number('spiky', spiky)], null, { maxBins: 253 });
    expect(grid.binCount).toBeLessThanOrEqual(253);
  });
});

describe('codeTable', () => {
  const columns = [
    number('size', [1, 5, 9, Number.NaN]),
    category('plan', ['a', 'new', null, 'b']),
    set('stack', [['Slack'], [], null, ['Jira', 'Slack']]),
  ];

  it('codes values by bin, then other, then missing', () => {
    const coded = codeTable(
      [
        { kind: 'numeric', attribute: 'size', whole: true, cuts: [5, 9], binCount: 3 },
        { kind: 'category', attribute: 'plan', labels: ['b', 'a'], binCount: 2 },
        { kind: 'member', attribute: 'stack', member: 'Slack', binCount: 2 },
      ],
      { columns, rowCount: 4 },
    );
    expect(coded.codes.map((codes) => [...codes])).toEqual([
      [0, 1, 2, 4],
      [1, 2, 3, 0],
      [1, 0, 3, 1],
    ]);
  });

  it('codes a column that is absent, or of another type, as missing', () => {
    const coded = codeTable(
      [
        { kind: 'numeric', attribute: 'plan', whole: true, cuts: [5], binCount: 2 },
        { kind: 'category', attribute: 'gone', labels: ['x'], binCount: 1 },
      ],
      { columns, rowCount: 4 },
    );
    expect(coded.codes.map((codes) => [...codes])).toEqual([
      [3, 3, 3, 3],
      [2, 2, 2, 2],
    ]);
  });
});

function number(name: string, values: readonly number[]): NumberColumn {
  return { type: 'number', name, values: Float64Array.from(values), whole: values.every((v) => !(v % 1)) };
}

function category(name: string, values: readonly (string | null)[]): CategoryColumn {
  const labels = [...new Set(values.filter((value) => value !== null))];
  return {
    type: 'category',
    name,
    codes: Int32Array.from(values, (v) => (v === null ? -1 : labels.indexOf(v))),
    labels,
  };
}

function set(name: string, cells: readonly (readonly string[] | null)[]): SetColumn {
  const labels = [...new Set(cells.flatMap((cell) => cell ?? []))];
  const offsets = Int32Array.from([
    0,
    ...cells.map((_, i) => cells.slice(0, i + 1).flatMap((cell) => cell ?? []).length),
  ]);
  const codes = Int32Array.from(cells.flatMap((cell) => cell ?? []).map((member) => labels.indexOf(member)));
  return {
    type: 'set',
    name,
    offsets,
    codes,
    labels,
    missing: Uint8Array.from(cells, (cell) => (cell === null ? 1 : 0)),
  };
}
