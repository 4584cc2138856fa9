import { describe, expect, it } from 'vitest';
import { assignTypes } from '../../../src/intake/assign-types.js';
import { gapNotes } from '../../../src/intake/mapping/gap-notes.js';
import { recogniseTables } from '../../../src/intake/mapping/recognise-tables.js';
import { cellsOf, rawTable } from '../raw-table.js';
import { cellsFrom, tableOf } from './table-of.js';

const sound =
  'Deal ID = 10#7; Account ID = A-0#; Deal Stage = Closed Won|Closed Lost; Amount = 10#; Close Date = 2024-02-0#; Created = 2024-01-0#';

function deals(change: Record<string, string | null>) {
  const cells = { ...cellsFrom(sound), ...change };
  const kept = Object.entries(cells).flatMap(([name, cell]) => (cell === null ? [] : [[name, cell] as const]));
  return tableOf({ file: 'deals.csv', cells: Object.fromEntries(kept) });
}

function asked(change: Record<string, string | null>) {
  const { questions, notes } = deals(change);
  return [questions.map(({ topic, column }) => [topic, column]), notes.map(({ topic }) => topic)];
}

describe('askDeals', () => {
  it('asks nothing of a table that says whose deals are, how they ended and when', () => {
    expect(asked({})).toEqual([[], []]);
  });

  it('asks which column names the account, with the line to write', () => {
    const { questions } = deals({ 'Account ID': null, Reference: 'zx-#1' });
    expect(questions.map(({ topic, answers }) => [topic, answers])).toEqual([['account', ['Reference']]]);
    expect(questions[0].write).toContain('`field: account`');
  });

  it('warns where no column could name the account', () => {
    expect(asked({ 'Account ID': null, 'Deal owner.id': 'x' })).toEqual([[], ['account']]);
  });

  it('asks which column or which values say won, and never takes codes for yes and no', () => {
    expect(asked({ 'Deal Stage': null, Phase7: 'Q|R|S' })).toEqual([[['ending', 'Phase7']], []]);
    expect(asked({ 'Deal Stage': 'S1|S2' })).toEqual([[['ending', 'Deal Stage']], []]);
    expect(asked({ 'Deal Stage': null, Status: '0|1|2' })[0]).toEqual([['ending', 'Status']]);
  });

  it('warns where no column and no value say what was lost', () => {
    expect(asked({ 'Deal Stage': null })).toEqual([[], ['ending']]);
    expect(asked({ 'Deal Stage': 'Closed Won|Finished' })).toEqual([[], ['ending']]);
  });

  it('asks which date is that of the decision, and warns where there is none', () => {
    expect(asked({ 'Close Date': null, Signed: '2024-03-0#' })).toEqual([[['moment', 'Signed']], []]);
    expect(asked({ 'Close Date': null })).toEqual([[], ['moment']]);
  });

  it('knows the states of Dynamics', () => {
    const { mapping, questions } = deals({ 'Deal Stage': null, statecode: '0|1|2' });
    expect(questions).toEqual([]);
    expect(mapping.columns.find(({ column }) => column === 'statecode')).toMatchObject({ won: ['1'], lost: ['2'] });
  });

  it('asks for no account where a table of links names it, and for no stage where a list of stages tells', () => {
    const table = (source: string, cells: Record<string, string>) => {
      const raw = {
        ...rawTable(
          Object.fromEntries(
            Object.entries(cells).map(([name, cell]) => {
              const choices = cell.split('|');
              return [name, cellsOf(9, (row) => choices[row % choices.length].replaceAll('#', String(row + 1)))];
            }),
          ),
        ),
        source,
      };
      return { raw, typed: assignTypes(raw) };
    };
    const [found] = recogniseTables([
      table('deals.csv', {
        'Deal ID': '10#7',
        Stage: 'S1|S2',
        Reference: 'zx-#1',
        'Close Date': '2024-02-0#',
      }),
      table('deal_company.csv', { deal_id: '10#7', company_id: 'c-#' }),
      table('deal_pipeline_stage.csv', { stage_id: 'S#', label: 'Step #', closed_won: 'true|false' }),
    ]);
    expect([found.mapping.entity, found.questions, found.notes]).toEqual(['deal', [], []]);
  });
});

describe('gapNotes', () => {
  it('says again what was asked and is still missing in a mapping that was kept', () => {
    const fresh = deals({ 'Account ID': null, Reference: 'zx-#1' });
    expect(gapNotes(fresh, undefined)).toEqual([]);
    expect(gapNotes(fresh, fresh.mapping)).toHaveLength(1);
    const columns = fresh.mapping.columns.map((entry) =>
      entry.column === 'Reference' ? { ...entry, use: { kind: 'field' as const, field: 'account' } } : entry,
    );
    expect(gapNotes(fresh, { ...fresh.mapping, columns })).toEqual([]);
  });
});

describe('recogniseTable', () => {
  it('takes Estado for a region only where its values are regions', () => {
    const region = (values: string) => {
      const cells = { 'ID de cliente': 'C-#7', 'Razón social': 'Soc # S.L.', Estado: values };
      const { columns } = tableOf({ file: 'clientes.csv', cells }).mapping;
      return columns.find(({ column }) => column === 'Estado')?.use;
    };
    expect(region('Jalisco|Puebla|Oaxaca')).toEqual({ kind: 'field', field: 'region' });
    expect(region('Activo|Inactivo|Cancelado')).toMatchObject({ kind: 'attribute', type: 'category' });
    expect(region('Ativo|Suspenso|Inadimplente')).toMatchObject({ kind: 'attribute', type: 'category' });
  });
});

describe('recogniseSource', () => {
  it('takes no tool from headers that anybody writes', () => {
    const sourceOf = (file: string, text: string) => tableOf({ file, cells: cellsFrom(text) }).mapping.source;
    expect(sourceOf('customers.csv', 'Customer ID = c-#7; Name = Firm #; Country = DE|AT')).toBe(null);
    expect(sourceOf('accounts.csv', 'Account ID = a-#7; Account Name = Firm #; Industry = IT|Retail')).toBe(null);
  });
});
