/** What a row of an imported table is about. Every account is a company (B2B) or a person (B2C). */
export const entities = [
  'account',
  'contact',
  'deal',
  'subscription',
  'payment',
  'activity',
  'ticket',
  'answer',
] as const;
export type Entity = (typeof entities)[number];

/**
 * The fields that Assay gives a meaning to, by entity. `id` names the row, `account` and `contact` are keys of the
 * tables of that name, moments end in `At`. Every other column is an attribute under its own name.
 */
export const fieldsOf = {
  account: [
    'id',
    'name',
    'firstName',
    'lastName',
    'domain',
    'email',
    'phone',
    'address',
    'city',
    'region',
    'postcode',
    'country',
    'createdAt',
  ],
  contact: ['id', 'account', 'name', 'firstName', 'lastName', 'email', 'phone', 'title', 'role', 'createdAt'],
  deal: [
    'id',
    'account',
    'contact',
    'name',
    'stage',
    'isWon',
    'isClosed',
    'amount',
    'currency',
    'createdAt',
    'closedAt',
  ],
  subscription: ['id', 'account', 'plan', 'status', 'amount', 'currency', 'seats', 'startedAt', 'endedAt'],
  payment: ['id', 'account', 'amount', 'currency', 'status', 'dueAt', 'paidAt'],
  activity: ['id', 'account', 'contact', 'kind', 'amount', 'happenedAt'],
  ticket: ['id', 'account', 'contact', 'kind', 'priority', 'satisfaction', 'openedAt', 'closedAt'],
  answer: ['id', 'account', 'contact', 'question', 'text', 'score', 'answeredAt'],
} as const satisfies Readonly<Record<Entity, readonly string[]>>;

export type Field<E extends Entity = Entity> = (typeof fieldsOf)[E][number];

/**
 * Fields of tables of changes beside those of their entity. `id` names the row that changed; with `property` each row is
 * one change of it to `value`, without it the whole state of that row from `changedAt` on.
 */
export const historyFields = ['property', 'value', 'changedAt'] as const;

/** The fields that the columns of a table may be. */
export function fieldsFor({ entity, use }: { readonly entity: Entity; readonly use: string }): readonly string[] {
  return use === 'history' ? [...fieldsOf[entity], ...historyFields] : fieldsOf[entity];
}
