import { describe, expect, it } from 'vitest';
import { periodsBetween } from '../../src/intake/periods-between.js';
import { readDurations } from '../../src/intake/read-durations.js';
import type { Column } from '../../src/model/table.js';

const at = (day: string) => (day === '' ? Number.NaN : Date.parse(`${day}T00:00:00Z`));
const dates = (name: string, days: readonly string[]): Column => ({
  type: 'date',
  name,
  values: Float64Array.from(days, at),
});
const texts = (name: string, values: readonly string[]): Column => {
  const labels = [...new Set(values)].filter((value) => value !== '');
  return { type: 'category', name, labels, codes: Int32Array.from(values, (value) => labels.indexOf(value)) };
};
const finder = (...columns: Column[]) => {
  return (name: string) => columns.find((column) => column.name === name) as Column;
};

describe('periodsBetween', () => {
  it('counts whole periods by the calendar', () => {
    expect(periodsBetween(at('2024-01-31'), at('2024-02-29'), 'month')).toEqual({ whole: 1, isMore: false });
    expect(periodsBetween(at('2024-01-31'), at('2024-02-28'), 'month')).toEqual({ whole: 0, isMore: true });
    expect(periodsBetween(at('2023-05-10'), at('2024-05-09'), 'year')).toEqual({ whole: 0, isMore: true });
    expect(periodsBetween(at('2023-01-01'), at('2023-07-01'), 'quarter')).toEqual({ whole: 2, isMore: false });
    expect(periodsBetween(at('2024-03-01'), at('2024-03-15'), 'week')).toEqual({ whole: 2, isMore: false });
  });
});

describe('readDurations', () => {
  const tenure = texts('tenure', ['3', '0', '', '12']);
  const churn = texts('churn', ['Yes', 'No', 'Yes', '']);

  it('takes numbers with an end that is named, and leaves out what is not known', () => {
    const read = readDurations(
      { duration: 'tenure', event: 'churn', eventValue: 'yes' },
      { find: finder(tenure, churn) },
    );
    expect([...read.durations]).toEqual([3, 0, Number.NaN, Number.NaN]);
    expect([...read.labels]).toEqual([1, 0, 255, 255]);
    expect(read.best).toMatchObject({ outcome: 'churn', is: ['Yes'], time: { duration: 'tenure' } });
  });

  it('understands a yes as the end, and asks where it is not plain', () => {
    const plain = readDurations({ duration: 'tenure', event: 'churn' }, { find: finder(tenure, churn) });
    expect(plain.best.is).toEqual(['Yes']);
    const state = texts('state', ['gone', 'there', 'gone', 'there']);
    expect(() => readDurations({ duration: 'tenure', event: 'state' }, { find: finder(tenure, state) })).toThrow(
      'It is not plain which value of state says that the end came',
    );
  });

  it('counts periods between dates: the one an end came in, those that were completed without one', () => {
    const start = dates('start', ['2024-01-15', '2024-01-15', '2024-05-01', '2024-03-01']);
    const end = dates('end', ['2024-03-20', '', '', '2024-02-01']);
    const read = readDurations(
      { start: 'start', end: 'end', period: 'month', observed: at('2024-04-15') },
      { find: finder(start, end) },
    );
    expect([...read.durations]).toEqual([3, 3, Number.NaN, Number.NaN]);
    expect([...read.labels]).toEqual([1, 0, 255, 255]);
    expect(read.notes).toEqual([
      '1 accounts began after 2024-04-15 and are not learnt from.',
      '1 accounts ended before they began, or without a date, and are not learnt from.',
    ]);
  });

  it('takes an end after the last day that was watched for none', () => {
    const start = dates('start', ['2024-01-01', '2024-01-01']);
    const end = dates('end', ['2099-12-31', '2024-02-15']);
    const read = readDurations(
      { start: 'start', end: 'end', observed: at('2024-07-01') },
      { find: finder(start, end) },
    );
    expect([...read.durations]).toEqual([6, 2]);
    expect([...read.labels]).toEqual([0, 1]);
  });

  it('refuses amounts and texts as durations', () => {
    const below = texts('tenure', ['-3', '-1', '4', '5']);
    expect(() => readDurations({ duration: 'tenure', event: 'churn' }, { find: finder(below, churn) })).toThrow(
      'below zero',
    );
    const words = texts('tenure', ['long', 'short', '4', '5']);
    expect(() => readDurations({ duration: 'tenure', event: 'churn' }, { find: finder(words, churn) })).toThrow(
      'are no numbers',
    );
  });
});
