import { describe, expect, it } from 'vitest';
import { assignTypes } from '../../src/intake/assign-types.js';
import { coerceColumn } from '../../src/intake/coerce-column.js';
import type { Column, RawColumn } from '../../src/model/table.js';
import { rawTable } from './raw-table.js';

function type(name: string, cells: readonly string[]) {
  const { table, findings } = assignTypes(rawTable({ [name]: cells }));
  return { ...findings[0], values: valuesOf(table.columns[0]) };
}

function valuesOf(column: Column): unknown[] {
  if (column.type === 'number') return [...column.values];
  if (column.type === 'date')
    return Array.from(column.values, (x) => (Number.isNaN(x) ? null : new Date(x).toISOString()));
  if (column.type !== 'set') return Array.from(column.codes, (code) => column.labels[code] ?? null);
  return Array.from(column.missing, (_, row) =>
    Array.from(column.codes.subarray(column.offsets[row], column.offsets[row + 1]), (code) => column.labels[code]),
  );
}

/** Six times over, so that values come back. */
const often = (cells: readonly string[]) => Array.from({ length: 6 }, () => cells).flat();

describe('assignTypes: sets', () => {
  it('finds sets divided by commas', () => {
    const found = type('Tools', often(['Slack, Jira', 'Jira', 'Jira, Zoom', 'Slack', 'Zoom, Slack, Jira']));
    expect(found.type).toBe('set');
    expect(found.values[4]).toEqual(['Zoom', 'Slack', 'Jira']);
  });

  it('leaves places, names and prose in one piece', () => {
    expect(type('City', often(['Austin, TX', 'Dallas, TX', 'Reno, NV', 'Elko, NV', 'Austin, NV'])).type).toBe(
      'category',
    );
    expect(type('Company', often(['Acme, Inc', 'Beta, Inc', 'Gamma, LLC', 'Delta', 'Eps, LLC'])).type).not.toBe('set');
    expect(
      type('Reason', often(['Too dear, no budget now', 'no budget now, Too dear', 'We like it, but not today, sorry.']))
        .type,
    ).not.toBe('set');
  });

  it('reads a few new cells as the set that was learnt', () => {
    const raw = rawTable({ tools: ['Slack, Jira', 'Zoom'] }).columns[0] as RawColumn;
    expect(valuesOf(coerceColumn(raw, { type: 'set' }).column)).toEqual([['Slack', 'Jira'], ['Zoom']]);
  });
});

describe('assignTypes: numbers', () => {
  it.each([
    ['Latency', ['12 ms', '15 ms', '7.5 ms', '100ms'], [12, 15, 7.5, 100], 'in ms'],
    ['Staff', ['1 employee', '3 employees', '12 employees'], [1, 3, 12], 'in employee'],
    ['Visits', ['1.2k', '800', '3M', '1.1k'], [1200, 800, 3e6, 1100], ''],
    ['Revenue', ['USD 5', 'USD 1,200.50', 'USD 7'], [5, 1200.5, 7], ''],
    ['Umsatz', ['5,50 €', '1.234,56 €', '(7,00 €)'], [5.5, 1234.56, -7], 'with a comma before the decimals'],
    ['Amount', ['R$ 5', 'R$ 7', 'R$ 1,000'], [5, 7, 1000], ''],
    ['Saldo', ['100.50-', '20.25', '7'], [-100.5, 20.25, 7], ''],
    ['Price', ['$5', '7 €', '$9'], [5, 7, 9], 'amounts in EUR, USD, not converted'],
    ['Thousands', ['1.234', '2.500', '100.000'], [1.234, 2.5, 100], 'ambiguous'],
    ['Decided', ['1.234', '2.500', '1.000.000'], [1234, 2500, 1e6], 'with a comma before the decimals'],
    ['Growth', ['12.5 %', '-3 %', '7%'], [12.5, -3, 7], ''],
  ])('reads %s', (name, cells, values, why) => {
    const found = type(name, cells);
    expect(found.type).toBe('number');
    expect(found.values).toEqual(values);
    expect(found.detail).toContain(why);
  });

  it('does not take numbers with different units for numbers', () => {
    expect(type('Dose', ['5 kg', '7 g', '3 lb', '9 oz']).type).not.toBe('number');
    expect(type('Street', ['12 Main', '5 Oak', '7 Elm', '8 Main']).type).not.toBe('number');
  });

  it('keeps ranges as categories', () => {
    expect(type('Size', often(['51-200 employees', '1,000+', '<50', '10k–50k'])).type).toBe('category');
  });

  it('counts and names every cell that it cannot read', () => {
    const found = type('n', [...Array.from({ length: 39 }, (_, i) => String(i * 7)), 'about 12']);
    expect(found).toMatchObject({ type: 'number', unreadable: 1 });
    expect(found.detail).toContain('1 cell is no number (first "about 12" on line');
  });
});

describe('assignTypes: dates', () => {
  it.each([
    ['when', ['3. März 2024', '1. Mai 2023', '31. Dezember 2022'], '2024-03-03T00:00:00.000Z'],
    ['when', ['3 de marzo de 2024', '1 de enero de 2023', '4 de septiembre de 2023'], '2024-03-03T00:00:00.000Z'],
    ['when', ['3 juin 2024', '1 juillet 2023', '4 août 2023'], '2024-06-03T00:00:00.000Z'],
    ['when', ['Mar 3, 2024', 'Apr 1, 2023', 'May 4, 2023'], '2024-03-03T00:00:00.000Z'],
    ['when', ['03.03.24', '13.04.23', '04.05.23'], '2024-03-03T00:00:00.000Z'],
    ['when', ['2024-03-03T10:00:00+02:00', '2024-03-04T10:00:00Z'], '2024-03-03T08:00:00.000Z'],
    ['Created At', ['1709424000', '1709510400', '1709510401'], '2024-03-03T00:00:00.000Z'],
    ['Created At', ['1709424000000', '1709510400000', '1709510401000'], '2024-03-03T00:00:00.000Z'],
    ['Close Date', ['45354', '45355', '45300.5'], '2024-03-03T00:00:00.000Z'],
    ['Close Date', ['20240303', '20240304', '20231231'], '2024-03-03T00:00:00.000Z'],
  ])('reads %s as %j', (name, cells, first) => {
    const found = type(name, cells);
    expect(found.type).toBe('date');
    expect(found.values[0]).toBe(first);
  });

  it('takes such numbers for numbers under other names', () => {
    expect(type('Revenue', ['45354', '45355', '45300.5']).type).toBe('number');
    expect(type('Days open', ['45354', '45355', '45301']).type).toBe('number');
  });
});

describe('assignTypes: missing', () => {
  it('counts what stands for nothing in several languages', () => {
    const cells = ['k.A.', '#NV', '#NAME?', 'keine Angabe', 'n/d', '- none -', 'Select', '\\N', 'a', 'b'];
    expect(type('x', cells).missing).toBe(8);
  });
});
