import { describe, expect, it } from 'vitest';
import { dealOutcomes } from '../../../src/intake/relate/deal-outcomes.js';
import { isStageList, readStages, toldEndings } from '../../../src/intake/relate/told-endings.js';
import type { ColumnMapping, TableMapping } from '../../../src/model/mapping.js';
import type { RawTable } from '../../../src/model/table.js';
import { day, mappedTable } from './mapped-tables.js';

const stageColumn: ColumnMapping = {
  column: 'Stage',
  use: { kind: 'field', field: 'stage' },
  confidence: 'sure',
  why: '',
  sensitivity: 'none',
};
const mapping = (columns: readonly ColumnMapping[]): { mapping: TableMapping } => ({
  mapping: { file: 'deals.csv', source: null, entity: 'deal', confidence: 'sure', why: '', use: 'rows', columns },
});

/** A list as a reader gives it. */
function list(columns: Readonly<Record<string, readonly (string | null)[]>>): RawTable {
  const mapped = mappedTable('deal', columns);
  return {
    ...mapped,
    snapshot: '',
    format: 'csv',
    quarantined: [],
    notes: [],
    columns: mapped.columns.map((column) => ({ ...column, type: 'text' }) as RawTable['columns'][number]),
  };
}

const outcomes = (stages: readonly string[], told: ReturnType<typeof toldEndings>) =>
  dealOutcomes(
    mappedTable('deal', {
      stage: stages,
      createdAt: stages.map(() => '2024-01-01'),
      closedAt: stages.map(() => '2024-02-01'),
    }),
    { asOf: day('2024-12-01'), told },
  );

describe('toldEndings', () => {
  it('makes deals end as the lists of the mapping say, written by hand', () => {
    const told = toldEndings(mapping([{ ...stageColumn, won: ['Signed'], lost: ['Won back by rival'] }]), new Map());
    const { outcomes: found, notes } = outcomes(['signed ', 'Won back by rival', 'Proposal', 'Closed Won'], told);
    expect(found).toEqual(['won', 'lost', 'open', 'won']);
    expect(notes).toContain('“Closed Won” is in no list of `won:` or `lost:`; it counts as won by its words.');
  });

  it('joins stage ids to the list of stages, HubSpot and Salesforce, and believes the mapping first', () => {
    const stages = readStages([
      list({
        stage_id: ['9987', '1234', '55'],
        label: ['Ordered', 'Gone', 'Talks'],
        closed_won: ['true', 'false', 'false'],
        probability: ['1.0', '0.0', '0.4'],
      }),
      list({
        MasterLabel: ['Signed', 'Dropped', 'Prospecting'],
        IsClosed: ['true', 'true', 'false'],
        IsWon: ['true', 'false', 'false'],
        DefaultProbability: ['100', '0', '0'],
      }),
    ]);
    const told = toldEndings(mapping([stageColumn]), stages);
    expect(outcomes(['9987', '1234', '55', 'Signed', 'Dropped', 'Prospecting'], told).outcomes).toEqual([
      'won',
      'lost',
      'open',
      'won',
      'lost',
      'open',
    ]);
    const byHand = toldEndings(mapping([{ ...stageColumn, lost: ['9987'] }]), stages);
    expect(outcomes(['9987'], byHand).outcomes).toEqual(['lost']);
  });

  it('believes no stage of one name that ends in two ways', () => {
    const stages = readStages([
      list({ id: ['1', '2'], label: ['End', 'End'], is_won: ['true', 'false'], is_closed: ['true', 'true'] }),
    ]);
    expect([stages.get('1'), stages.get('2'), stages.get('end')]).toEqual(['won', 'lost', undefined]);
  });
});

describe('isStageList', () => {
  it('knows lists of stages from deals that have a stage', () => {
    const columns = ['stage_id', 'label', 'closed_won', 'probability'];
    expect(isStageList({ name: 'deal_pipeline_stage.csv', columns, rows: 12 })).toBe(true);
    expect(isStageList({ name: 'deals.csv', columns, rows: 12 })).toBe(false);
    expect(isStageList({ name: 'stages.csv', columns: ['id', 'label'], rows: 12 })).toBe(false);
  });
});
