import { describe, expect, it } from 'vitest';
import { briefExports } from './brief-exports.js';
import { genericExports } from './generic-exports.js';
import { heldOutExports } from './held-out-exports.js';
import { languageExports } from './language-exports.js';
import { measureRecognition } from './measure-recognition.js';
import { moreToolExports } from './more-tool-exports.js';
import { fieldsFound, tableOf } from './table-of.js';
import { toolExports } from './tool-exports.js';

describe('recogniseTable', () => {
  it.each([...toolExports, ...moreToolExports].map((table) => [table.title, table] as const))(
    'knows %s',
    (_, table) => {
      const found = tableOf(table);
      expect([found.mapping.source, found.mapping.entity, found.mapping.use]).toEqual([
        table.source,
        table.entity,
        'rows',
      ]);
      expect(fieldsFound(found)).toEqual(table.fields);
    },
  );

  it.each(genericExports.map((table) => [table.title, table] as const))('understands %s', (_, table) => {
    const found = tableOf(table);
    expect([found.mapping.source, found.mapping.entity]).toEqual([table.source, table.entity]);
    expect(fieldsFound(found)).toMatchObject(table.fields);
  });

  it('finds what a row is, and the fields that matter, in exports of many more tools', () => {
    expect(measureRecognition(briefExports).misses).toEqual([]);
  });

  it('finds deals, companies and people in further languages and in answers of APIs', () => {
    expect(measureRecognition(languageExports).misses).toEqual([]);
  });

  it('finds most of it in exports that no list was written for', () => {
    const { tables, entitiesRight, fields, fieldsRight } = measureRecognition(heldOutExports);
    expect([tables, entitiesRight]).toEqual([20, 20]);
    expect(fieldsRight / fields).toBeGreaterThan(0.9);
  });

  it.each([
    'Company Name',
    'company_name',
    'companyName',
    'COMPANY NAME',
    'Firma',
    'Entreprise',
    'Razón social',
    'Ragione sociale',
  ])('knows the name of a company by %s', (header) => {
    const found = tableOf({
      file: 'list.csv',
      cells: { [header]: 'Firm #', Industry: 'Retail|Energy', Employees: '5#' },
    });
    expect(fieldsFound(found).name).toBe(header);
  });

  it('takes a table of changes for a history', () => {
    const cells = {
      OpportunityId: '0061|0062|0063',
      Field: 'StageName|Amount',
      OldValue: 'New|5',
      NewValue: 'Won|7#',
      CreatedDate: '2025-03-0# 10:12',
    };
    const found = tableOf({ file: 'OpportunityFieldHistory.csv', cells });
    expect([found.mapping.entity, found.mapping.use]).toEqual(['deal', 'history']);
    expect(fieldsFound(found)).toEqual({
      id: 'OpportunityId',
      property: 'Field',
      value: 'NewValue',
      changedAt: 'CreatedDate',
    });
  });
});
