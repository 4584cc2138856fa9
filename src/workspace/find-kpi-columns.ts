import { AssayError } from '../errors.js';
import { headerKey, keysOf } from '../intake/mapping/header-key.js';
import { outcomeCells } from '../intake/outcome-cells.js';
import { readOutcome } from '../intake/read-outcome.js';
import { readDate } from '../intake/typing/read-date.js';
import type { RawColumn, RawTable } from '../model/table.js';
import { splitOutcome } from './split-outcome.js';

/** What a KPI can be read from. */
export const kpiFields = ['churn', 'nps', 'deal', 'cycle', 'opened', 'closed'] as const;
export type KpiField = (typeof kpiFields)[number];
/** Columns as the user named them; of churn also `COLUMN=VALUE`, the value that means gone. `none`: do not look for one. */
export type KpiWishes = Readonly<Partial<Record<KpiField, string>>>;

/** A KPI as it stands in a table, row by row; NaN where it is not known. */
export interface FoundKpi {
  readonly field: KpiField;
  readonly column: string;
  readonly values: Float64Array;
}

const headers: Readonly<Record<KpiField, string>> = {
  churn:
    'churn|churned|is churned|has churned|churn flag|churn label|churn value|attrition|attrition flag|exited|cancelled|canceled|renewed|retained|kuendigung|gekuendigt|resilie|attrition yes no',
  nps: 'nps|nps score|net promoter score|nps rating|likelihood to recommend|recommend|recommendation score|last nps',
  deal: 'amount|deal amount|deal size|deal value|contract value|total contract value|tcv|acv|arr|mrr|order value|won amount|opportunity amount|annual contract value|auftragswert|montant|importe|revenue won',
  cycle:
    'sales cycle days|cycle days|sales cycle|days to close|cycle length|sales cycle length|sales cycle length days|buying cycle days|age days|deal age',
  opened:
    'created at|created on|create date|created date|created|opened at|opened|open date|opportunity created|created time',
  closed:
    'closed at|close date|closed date|closed on|closed|won date|decided at|decided on|closed time|actual close date',
};

/** Where a KPI is lost to what stands in its column, and why. */
export interface KpiSearch {
  readonly found: readonly FoundKpi[];
  readonly notes: readonly string[];
}

/** Finds the columns of KPIs by their headers, and reads them. @throws AssayError COLUMN_UNKNOWN for a named one, as `readOutcome` of named churn. */
export function findKpiColumns(raw: RawTable, wishes: KpiWishes): KpiSearch {
  const notes: string[] = [];
  const found = kpiFields.flatMap((field): FoundKpi[] => {
    const wish = wishes[field];
    if (wish === 'none') return [];
    const named = wish === undefined ? byHeader(raw, field) : byWish(raw, wish, field);
    if (named === null) return [];
    try {
      const values = read(named.column, { field, value: named.value, file: raw.source });
      const known = values.filter((value) => !Number.isNaN(value)).length;
      if (known > 0 && hasSense(values, field)) return [{ field, column: named.column.name, values }];
      notes.push(`${named.column.name} does not hold ${meaning[field]}; it is not used as ${field}.`);
      return [];
    } catch (error) {
      if (wish !== undefined || !(error instanceof AssayError)) throw error;
      notes.push(
        `${named.column.name} may be ${field}: say which value means gone, --churn '${named.column.name}=VALUE'.`,
      );
      return [];
    }
  });
  return { found, notes };
}

const meaning: Readonly<Record<KpiField, string>> = {
  churn: 'who left',
  nps: 'answers from 0 to 10',
  deal: 'amounts',
  cycle: 'days',
  opened: 'dates',
  closed: 'dates',
};

function hasSense(values: Float64Array, field: KpiField): boolean {
  if (field !== 'nps') return true;
  return values.every((value) => Number.isNaN(value) || (Number.isInteger(value) && value >= 0 && value <= 10));
}

interface Named {
  readonly column: RawColumn;
  readonly value?: string;
}

function byHeader(raw: RawTable, field: KpiField): Named | null {
  for (const key of keysOf(headers[field])) {
    const column = raw.columns.find(({ name }) => headerKey(name) === key);
    if (column !== undefined) return { column };
  }
  return null;
}

function byWish(raw: RawTable, wish: string, field: KpiField): Named {
  const names = raw.columns.map(({ name }) => name);
  const { column, value } = splitOutcome(wish, { names, file: raw.source, option: `--${field}` });
  return { column: raw.columns[names.indexOf(column)], ...(value === undefined ? {} : { value }) };
}

function read(
  column: RawColumn,
  { field, value, file }: { field: KpiField; value?: string | undefined; file: string },
): Float64Array {
  if (field === 'churn') {
    // Without a value the good end is found: who stayed. A value that is named means gone.
    const { labels } = readOutcome(column, { value, file });
    const isGone = (label: number) => (value === undefined ? 1 - label : label);
    return Float64Array.from(labels, (label) => (label === 255 ? Number.NaN : isGone(label)));
  }
  const { codes, labels, numbers } = outcomeCells(column);
  if (field !== 'opened' && field !== 'closed')
    return Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : numbers[code]));
  if (column.type === 'date') return column.values;
  const dates = Float64Array.from(labels, (label) => readDate(label, 'day first'));
  return Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : dates[code]));
}
