import { describe, expect, it } from 'vitest';
import { propertyChanges } from '../../../src/intake/relate/property-history.js';
import { imported } from '../../workspace/mapped-workspace.js';
import { day } from './mapped-tables.js';

const accountOf = Int32Array.from([0, 0, 1, -1]);
const columns = {
  Company: ['id', ['a', 'a', 'b', '?']],
  Field: ['property', ['LifecycleStage', 'lifecycle_stage', 'Lifecycle Stage', 'Lifecycle Stage']],
  'New Value': ['value', ['lead', 'customer', 'customer', 'lost']],
  'Created Date': ['changedAt', ['2024-01-01', '2024-03-01', '2024-02-01', '2024-01-01']],
} as const;

describe('propertyChanges', () => {
  it('gives the last value before a moment, by whatever spelling of the property', () => {
    const found = propertyChanges(
      [{ table: imported('account', { use: 'history', columns }), accountOf }],
      'Lifecycle Stage',
    );
    const at = (account: number, moment: string) => found?.valueAt(account, day(moment));
    expect([at(0, '2024-01-01'), at(0, '2024-01-02'), at(0, '2024-03-01'), at(0, '2024-03-02')]).toEqual([
      null,
      'lead',
      'lead',
      'customer',
    ]);
    // A tool that notes every setting has set nothing there.
    expect(at(2, '2024-06-01')).toBeNull();
    expect(found?.lastChange(0, day('2024-06-01'))).toBe(day('2024-03-01'));
  });

  it('where a tool notes changes only, takes what stood there before the first, and what is there now without any', () => {
    const withOld = { ...columns, 'Old Value': [{ type: 'category' }, ['new', 'lead', 'trial', null]] } as const;
    const table = imported('account', { use: 'history', columns: withOld });
    const found = propertyChanges([{ table, accountOf }], 'Lifecycle Stage');
    expect(found?.valueAt(1, day('2024-01-15'))).toBe('trial');
    expect(found?.valueAt(2, day('2024-01-15'))).toBeUndefined();
  });

  it('says nothing of a property that no table tells of', () => {
    expect(
      propertyChanges([{ table: imported('account', { use: 'history', columns }), accountOf }], 'Industry'),
    ).toBeNull();
  });
});
