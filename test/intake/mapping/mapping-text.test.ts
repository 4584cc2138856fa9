import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignTypes } from '../../../src/intake/assign-types.js';
import { parseMapping } from '../../../src/intake/mapping/parse-mapping.js';
import { printMapping } from '../../../src/intake/mapping/print-mapping.js';
import { recogniseTable } from '../../../src/intake/mapping/recognise-table.js';
import type { TableMapping } from '../../../src/model/mapping.js';
import { cellsOf, rawTable } from '../raw-table.js';

const deals: TableMapping = {
  file: 'deals-*.csv',
  source: 'hubspot',
  entity: 'deal',
  use: 'rows',
  confidence: 'likely',
  why: 'its headers',
  columns: [
    {
      column: 'Record ID',
      use: { kind: 'field', field: 'id' },
      confidence: 'sure',
      why: 'the header says id',
      sensitivity: 'none',
    },
    {
      column: 'Deal Stage',
      use: { kind: 'field', field: 'stage' },
      confidence: 'sure',
      why: '',
      sensitivity: 'none',
      won: ['Closed won'],
      lost: ['No'],
    },
    {
      column: 'Age',
      use: { kind: 'attribute', attributeKind: 'demographic', type: 'whole' },
      confidence: 'likely',
      why: 'the name says age',
      sensitivity: 'protected',
    },
    {
      column: '_sync',
      use: { kind: 'ignored', reason: 'free text' },
      confidence: 'sure',
      why: 'free text',
      sensitivity: 'none',
    },
  ],
};

const text = `# How the columns of imported files map to the model. Edit it: it is used again at the next import.
# Every column is a field of the entity, an attribute under its own name, or ignored with a reason.

assay_mapping: 1
tables:
  - file: deals-*.csv
    source: hubspot
    entity: deal
    confidence: likely
    why: its headers
    columns:
      - { column: Record ID, field: id, why: the header says id }
      - { column: Deal Stage, field: stage, won: [ Closed won ], lost: [ "No" ] }
      - { column: Age, attribute: whole, kind: demographic, sensitivity: protected, confidence: likely, why: the name says age }
      - { column: _sync, ignored: free text }
`;

describe('printMapping', () => {
  it('writes one column a line and leaves out what goes without saying', () => {
    expect(printMapping([deals])).toBe(text);
  });

  it('is read back as it was', () => {
    expect(parseMapping(text, { file: 'mapping.yaml' })).toEqual([deals]);
    const raw = rawTable({
      id: cellsOf(9, (row) => `k${row}`),
      'E-Mail: "x", {y} #z': cellsOf(9, (row) => `a${row}@b.de`),
      No: cellsOf(9, (row) => row),
    });
    const { mapping } = recogniseTable(raw, { typed: assignTypes(raw) });
    expect(parseMapping(printMapping([mapping]), { file: 'mapping.yaml' })).toEqual([mapping]);
  });

  it('keeps any header', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.string({ unit: 'grapheme' }).filter((name) => /\S/.test(name)),
          { minLength: 1, maxLength: 4 },
        ),
        (names) => {
          const mapping: TableMapping = { ...deals, columns: names.map((column) => ({ ...deals.columns[3], column })) };
          expect(parseMapping(printMapping([mapping]), { file: 'm' })).toEqual([mapping]);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('parseMapping', () => {
  const problem = (from: string, to: string) => {
    try {
      parseMapping(text.replace(from, to), { file: 'mapping.yaml' });
    } catch (error) {
      return (error as Error).message;
    }
    return 'no problem';
  };

  it('names line, column and fix of a field that the entity does not have', () => {
    expect(problem('field: stage', 'field: stag')).toMatch(
      /^mapping.yaml:13:38 "stag" is no field of deal\. Did you mean stage\?/,
    );
  });

  it('refuses two columns for one field, two uses of one column, and keys that it does not read', () => {
    expect(problem('field: stage', 'field: id')).toContain('id is already "Record ID"');
    expect(problem('field: id,', 'field: id, ignored: x,')).toContain('"Record ID" has 2 uses');
    expect(problem('field: id', 'feild: id')).toContain('"feild" is not a key');
    expect(problem('entity: deal', 'entity: deals')).toContain('Did you mean deal?');
    expect(problem('assay_mapping: 1', 'assay_mapping: [')).toContain('mapping.yaml:');
  });
});
