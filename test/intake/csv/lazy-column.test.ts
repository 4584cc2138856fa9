import { describe, expect, it } from 'vitest';
import { encodeParquet } from '../../../src/engine/parquet/encode-parquet.js';
import { lazyColumn } from '../../../src/intake/csv/lazy-column.js';

function made(labels: readonly string[], codes: readonly number[]) {
  const bytes = Buffer.from(labels.join(''));
  const starts = new Int32Array(labels.length);
  const ends = new Int32Array(labels.length);
  labels.forEach((label, i) => {
    starts[i] = i === 0 ? 0 : ends[i - 1];
    ends[i] = starts[i] + Buffer.byteLength(label);
  });
  return lazyColumn('x', { codes: Int32Array.from(codes), utf8: { bytes, starts, ends } });
}

describe('lazyColumn', () => {
  it('makes its labels of their bytes', () => {
    const column = made(['Müller', '日本', 'a'], [2, -1, 0, 1]);
    expect([...column.labels]).toEqual(['Müller', '日本', 'a']);
    expect(column).toEqual({
      type: 'text',
      name: 'x',
      codes: Int32Array.from([2, -1, 0, 1]),
      labels: ['Müller', '日本', 'a'],
    });
  });

  it('leaves its bytes behind where it is copied, since other labels have others', () => {
    const copy = { ...made(['a', 'b'], [0, 1]), labels: ['c', 'd'] };
    expect(copy.utf8).toBe(undefined);
  });

  it('is written to Parquet byte for byte as its strings are', () => {
    const labels = ['Müller', 'x'.repeat(100), '', 'naïve 🎈'];
    const codes = Int32Array.from([3, 1, -1, 0, 2, 1]);
    const about = { rowCount: 6, lines: Int32Array.from([1, 2, 3, 4, 5, 6]), facts: {} };
    const bytes = Buffer.concat([...encodeParquet({ ...about, columns: [made(labels, [...codes])] })]);
    const plain = { type: 'text' as const, name: 'x', codes, labels };
    expect(bytes.equals(Buffer.concat([...encodeParquet({ ...about, columns: [plain] })]))).toBe(true);
  });
});
