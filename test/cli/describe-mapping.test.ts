import { describe, expect, it } from 'vitest';
import { describeMapping } from '../../src/cli/describe-mapping.js';
import type { ColumnMapping } from '../../src/model/mapping.js';

const column = (name: string): ColumnMapping => ({
  column: name,
  use: { kind: 'ignored', reason: 'no value in any row' },
  confidence: 'sure',
  why: '',
  sensitivity: 'none',
});

describe('describeMapping', () => {
  it('lists a hundred names and counts the others', () => {
    const columns = Array.from({ length: 4000 }, (_, i) => column(`c${i}`));
    const rows = describeMapping(
      { file: 'a.csv', source: null, entity: 'account', use: 'rows', confidence: 'sure', why: 'x', columns },
      { isKept: false },
    );
    expect(rows[1][1].endsWith('c98, c99 and 3900 more: no value in any row')).toBe(true);
  });
});
