import { describe, expect, it } from 'vitest';
import { readMoments } from '../../src/value/read-moments.js';
import { purchaseTable } from './purchase-table.js';

const fields = { who: 'account', day: 'paidAt', paid: 'amount' };
const read = (day: readonly string[], order?: 'dmy' | 'mdy' | 'ymd') => {
  const { raw, applied } = purchaseTable({ who: day.map(() => 'a'), day, paid: day.map(() => '1') }, fields);
  const { applied: found, notes } = readMoments(raw, applied, { order });
  const column = found.columns.find(({ name }) => name === 'paidAt');
  const days =
    column?.type === 'date'
      ? Array.from(column.values, (at) => (Number.isNaN(at) ? '' : new Date(at).toISOString().slice(0, 10)))
      : [];
  return { days, notes };
};

describe('readMoments', () => {
  it('decides the order of each way of writing by itself, and says how many are written so', () => {
    const { days, notes } = read(['2024-03-04', '04.03.2024', '25.03.2024', '03/04/2024', '03/25/2024', '4 Mar 2024']);
    expect(days).toEqual(['2024-03-04', '2024-03-04', '2024-03-25', '2024-03-04', '2024-03-25', '2024-03-04']);
    expect(notes).toEqual([
      'day is written in 4 ways: 1 with the year first ("2024-03-04", line 2); 2 with dots ("04.03.2024", line 3, day first); 2 with slashes ("03/04/2024", line 5, month first); 1 with words ("4 Mar 2024", line 7).',
      'day with dots is read day first, as 1 values over 12 tell.',
      'day with slashes is read month first, as 1 values over 12 tell.',
    ]);
  });

  it('says what it assumes where every day is 12 or less, and is told better', () => {
    const { days, notes } = read(['01/08/2024', '02/07/2024']);
    expect(days).toEqual(['2024-01-08', '2024-02-07']);
    expect(notes).toEqual([
      'day with slashes can be read both ways, for no day is over 12 ("01/08/2024", line 2): it is taken month first; if that is wrong, say --date-order dmy.',
    ]);
    expect(read(['01/08/2024', '02/07/2024'], 'dmy')).toEqual({ days: ['2024-08-01', '2024-07-02'], notes: [] });
    expect(read(['24/08/01', '99-12-31'], 'ymd').days).toEqual(['2024-08-01', '1999-12-31']);
  });

  it('names values that contradict what was told', () => {
    const { days, notes } = read(['01/08/2024', '12/25/2024'], 'dmy');
    expect(days).toEqual(['2024-08-01', '2024-12-25']);
    expect(notes).toEqual([
      '1 value of day with slashes can only be read the other way, and is ("12/25/2024", line 3).',
    ]);
  });

  it('says nothing of dates that can be read in one way only', () => {
    expect(read(['2024-08-01', '2024-07-02']).notes).toEqual([]);
  });
});
