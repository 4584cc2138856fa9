import { headerKey } from '../intake/mapping/header-key.js';
import { readFlag } from '../intake/relate/deal-words.js';
import type { RawColumn, Table } from '../model/table.js';

/** Columns of a table of accounts that tell of a contract. */
export interface ContractColumns {
  readonly tenure: string;
  readonly churned: string;
  readonly monthly?: string;
  readonly total?: string;
}

const tenureKeys = keys(
  'tenure|tenure months|tenure in months|months as customer|months active|months with company|customer tenure|customer age months|subscription length|subscription months|account age months|months subscribed|contract age|laufzeit monate|vertragslaufzeit|kundenmonate|anciennete|anciennete mois|antiguedad|antiguedad meses|tenure month|months on book',
);
const churnedKeys = keys(
  'churn|churned|churn label|churn value|churn flag|is churned|has churned|customer status|attrition|attrition flag|exited|cancelled|canceled|is cancelled|has cancelled|left|gekundigt|abgewandert|resilie|baja|desabonne|churn yes no',
);
const monthlyKeys = keys(
  'monthly charges|monthly charge|monthly amount|monthly fee|monthly price|monthly revenue|monthly spend|mrr|mrr amount|monthly recurring revenue|monthly bill|arpu|monthly minimum|monatsbeitrag|monatlicher betrag|monatspreis|mensualite|montant mensuel|cuota mensual',
);
const totalKeys = keys(
  'total charges|total charge|total revenue|total paid|total amount|total spend|total spent|lifetime revenue|revenue to date|gesamtumsatz|gesamtbetrag|montant total|total pagado|ingresos totales',
);

/** Null where a column for how long, or one for whether it ended, is not there. */
export function findContractColumns(table: Pick<Table, 'columns'>): ContractColumns | null {
  const named = (known: ReadonlySet<string>, fits: (column: Table['columns'][number]) => boolean) =>
    table.columns.find((column) => known.has(headerKey(column.name)) && fits(column))?.name;
  // A price that is the same for all is no number to learn from, and one all the same.
  const isNumber = (column: Table['columns'][number]) =>
    column.type === 'number' ||
    (column.type === 'text' && column.labels.length === 1 && /^[^\p{L}]*\d[\d.,]*[^\p{L}]*$/u.test(column.labels[0]));
  const tenure = named(tenureKeys, isNumber);
  const churned = named(churnedKeys, (column) => readEnded(column) !== null);
  if (tenure === undefined || churned === undefined) return null;
  const [monthly, total] = [named(monthlyKeys, isNumber), named(totalKeys, isNumber)];
  return { tenure, churned, ...(monthly === undefined ? {} : { monthly }), ...(total === undefined ? {} : { total }) };
}

/** Whether a column is called as an amount a month. */
export function isMonthlyAmount(name: string): boolean {
  return monthlyKeys.has(headerKey(name));
}

/** 1 ended, 0 not, 255 not known; null where the values say neither. */
export function readEnded(column: Table['columns'][number] | RawColumn): Uint8Array | null {
  if (column.type === 'number') {
    const isFlag = column.values.every((value) => value === 0 || value === 1 || Number.isNaN(value));
    return isFlag ? Uint8Array.from(column.values, (value) => (Number.isNaN(value) ? 255 : value)) : null;
  }
  if (column.type !== 'category' && column.type !== 'text') return null;
  const said = column.labels.map(endedBy);
  const used = new Set(column.codes);
  if (column.labels.some((_, code) => used.has(code) && said[code] === null)) return null;
  return Uint8Array.from(column.codes, (code) => (code < 0 ? 255 : Number(said[code])));
}

const gone =
  /^(churned|churn|attrited( customer)?|left|lost|gone|cancell?ed|ended|exited|inactive|terminated|gek[uü]ndigt|r[eé]sili[eé]e?|baja)$/i;
const here = /^(stayed|joined|existing( customer)?|active|retained|kept|current|aktiv|actif|active customer|activo)$/i;

function endedBy(label: string): boolean | null {
  const text = label.trim();
  if (gone.test(text)) return true;
  return here.test(text) ? false : readFlag(text);
}

function keys(list: string): ReadonlySet<string> {
  return new Set(list.split('|').map((name) => headerKey(name)));
}
