import { AssayError } from '../../errors.js';
import { fieldHeaders } from '../../intake/mapping/field-headers.js';
import { headerKey, keysOf } from '../../intake/mapping/header-key.js';
import type { Entity } from '../../model/entity.js';
import type { TableMapping } from '../../model/mapping.js';
import type { RawTable, Table } from '../../model/table.js';
import { isMonthlyAmount } from '../../value/find-contract-columns.js';
import { resolveColumn } from '../resolve-columns.js';
import type { ValueColumns } from './value-columns.js';

type Field = 'account' | 'id' | 'amount' | 'moment' | 'startedAt' | 'endedAt';
const options: Readonly<Record<Field, string>> = {
  account: '--customer',
  id: '--order',
  amount: '--amount',
  moment: '--date',
  startedAt: '--start',
  endedAt: '--end',
};
const momentOf: Partial<Record<Entity, string>> = { payment: 'paidAt', deal: 'closedAt', subscription: 'startedAt' };
const roles: Readonly<Record<string, string>> = {
  account: 'names the account',
  id: 'names the row',
  amount: 'says how much',
  paidAt: 'says when',
  closedAt: 'says when',
  startedAt: 'says from when',
  endedAt: 'says until when',
};

/**
 * The mapping with columns as fields because a person says so: `--date` makes the rows purchases, `--start` subscriptions.
 * @throws AssayError COLUMN_UNKNOWN; USAGE where a column is told for two things, or taken from a field that nothing else fills.
 */
export function toldFields(
  mapping: TableMapping,
  { raw, typed, columns }: { raw: RawTable; typed: Pick<Table, 'columns'>; columns: ValueColumns },
): TableMapping {
  const { customer, date, amount, order, start, end } = columns;
  const names = raw.columns.map(({ name }) => name);
  const asked: Partial<Record<Field, string | undefined>> = {
    account: customer,
    moment: date,
    amount,
    id: order,
    startedAt: start,
    endedAt: end,
  };
  const hasMoney = mapping.use === 'rows' && momentOf[mapping.entity] !== undefined;
  const recognised = hasMoney || columns.tenure !== undefined ? {} : subscriptionColumns(typed);
  const told: { field: Field; column: string; option: string }[] = [];
  for (const [field, option] of Object.entries(options) as [Field, string][]) {
    const name = asked[field];
    if (name === undefined) continue;
    const column = resolveColumn(name, { names, file: raw.source, option });
    const other = told.find((one) => one.column === column);
    if (other !== undefined) throw twice({ column, option, other: other.option, file: raw.source });
    told.push({ field, column, option });
  }
  const entity: Entity =
    start !== undefined || end !== undefined
      ? 'subscription'
      : date !== undefined
        ? mapping.entity === 'deal' && hasMoney
          ? 'deal'
          : 'payment'
        : 'startedAt' in recognised
          ? 'subscription'
          : mapping.entity;
  const moment = momentOf[entity];
  if (moment === undefined) return mapping;
  const before = fieldsBefore(mapping, { entity, recognised, isFirst: entity !== mapping.entity });
  const fields = new Map(told.map(({ field, column }) => [column, field === 'moment' ? moment : field]));
  const filled = new Set(fields.values());
  for (const [column, field] of before) {
    const taken = told.find((one) => one.column === column);
    if (taken !== undefined && !filled.has(field) && field !== 'id')
      throw stolen({ ...taken, field, file: raw.source });
    if (taken === undefined && !filled.has(field)) fields.set(column, field);
  }
  return {
    ...mapping,
    entity,
    use: 'rows',
    why: entity === mapping.entity ? mapping.why : told.length > 0 ? 'as told' : 'its headers',
    columns: mapping.columns.map((column) => {
      const field = fields.get(column.column);
      if (field !== undefined) return { ...column, use: { kind: 'field', field }, confidence: 'sure' };
      return column.use.kind === 'field' && (entity !== mapping.entity || filled.has(column.use.field))
        ? { ...column, use: { kind: 'ignored', reason: 'another column was named' } }
        : column;
    }),
  };
}

/** Fields of rows by column before anything was told. What names accounts, a row each, names whose purchase each row is. */
function fieldsBefore(
  mapping: TableMapping,
  { entity, recognised, isFirst }: { entity: Entity; recognised: Readonly<Record<string, string>>; isFirst: boolean },
): Map<string, string> {
  const known = new Set(['account', 'amount', 'currency', 'status', momentOf[entity], 'endedAt', 'id']);
  const own = mapping.columns.flatMap(({ column, use }): [string, string][] =>
    use.kind === 'field' && known.has(use.field) ? [[column, use.field]] : [],
  );
  if (!isFirst) return new Map(own);
  const isNamed = own.some(([, field]) => field === 'account');
  const moved = own.map(([column, field]): [string, string] =>
    field === 'id' && !isNamed && mapping.entity === 'account' ? [column, 'account'] : [column, field],
  );
  const free = mapping.columns.filter(({ column }) => !moved.some(([taken]) => taken === column));
  const added = (field: string, list: string): [string, string][] => {
    if (moved.some(([, taken]) => taken === field) || Object.hasOwn(recognised, field)) return [];
    const known = keysOf(list);
    const found = free.find(({ column }) => known.includes(headerKey(column)));
    return found === undefined ? [] : [[found.column, field]];
  };
  const keys = `${fieldHeaders.payment.account ?? ''}|customer id|account id|client id|user id|customer|account|kundennummer|kunden id`;
  return new Map([
    ...moved.filter(([, field]) => !Object.hasOwn(recognised, field)),
    ...Object.entries(recognised).map(([field, column]): [string, string] => [column, field]),
    ...added('account', keys),
    ...added('amount', fieldHeaders.payment.amount),
    ...added('currency', fieldHeaders.payment.currency),
  ]);
}

/** A monthly amount between a start and an end is a subscription, whatever the file is called. */
function subscriptionColumns({ columns }: Pick<Table, 'columns'>): Readonly<Record<string, string>> {
  const dated = (list: string) => {
    const known = new Set(keysOf(list));
    return columns.find(({ name, type }) => type === 'date' && known.has(headerKey(name)))?.name;
  };
  const startedAt = dated(fieldHeaders.subscription.startedAt);
  const endedAt = dated(fieldHeaders.subscription.endedAt);
  const amount = columns.find(({ name, type }) => type === 'number' && isMonthlyAmount(name))?.name;
  return startedAt === undefined || endedAt === undefined || amount === undefined ? {} : { startedAt, endedAt, amount };
}

function twice({ column, option, other, file }: Record<'column' | 'option' | 'other' | 'file', string>): AssayError {
  return new AssayError('USAGE', {
    detail: `${other} and ${option} both name ${column}.`,
    hint: 'Name one column for each.',
    place: { file },
  });
}

function stolen({ column, option, field, file }: Record<'column' | 'option' | 'field' | 'file', string>): AssayError {
  const own = Object.entries(options).find(([known]) => known === field)?.[1] ?? '--date';
  return new AssayError('USAGE', {
    detail: `${option} ${column}: in ${file} that is the column that ${roles[field] ?? field}.`,
    hint: `Name another column, or say what ${roles[field] ?? 'is that'} instead: ${own} COLUMN.`,
    place: { file },
  });
}
