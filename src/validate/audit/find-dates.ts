import { headerKey, keysOf } from '../../intake/mapping/header-key.js';
import type { Column, DateColumn } from '../../model/table.js';

/** When accounts came in and when they were decided, in milliseconds; NaN where not known. */
export interface AccountDates {
  readonly created: DateColumn;
  readonly decided: DateColumn;
}

const headers = {
  created:
    'created at|created on|create date|created date|date created|created|creation date|opened at|opened|open date|opportunity created|created time|lead created|lead date|lead created at|first contact|first contact date|first seen|signup date|sign up date|signed up|signed up at|registered|registered at|registration date|application date|applied at|inquiry date|enquiry date|received|received at|date received|engage date|start date|started at|erstellt am|angelegt am|date de creation|fecha de creacion',
  decided:
    'closed at|close date|closed date|date closed|closed on|closed|won date|decided at|decided on|decision date|closed time|actual close date|outcome date|end date|ended at|converted at|conversion date|converted date|resolved at|abschlussdatum|date de cloture|fecha de cierre',
};

const leastKnown = 30;
/** More decisions before the creation than this, and the two dates are something else. */
const mostBackwards = 0.05;

/**
 * The columns that say when accounts were created and when decided: as named, else by their headers.
 * @returns null where there are none, or where decided accounts were decided before they were created.
 */
export function findDates(
  columns: readonly Column[],
  asked: {
    readonly created: string | undefined;
    readonly decided: string | undefined;
    /** 1, 0, or 255 where the outcome is not known. */
    readonly labels: Uint8Array;
  },
): AccountDates | null {
  const dates = columns.filter((column): column is DateColumn => column.type === 'date');
  const find = (field: keyof typeof headers, name: string | undefined) =>
    name === undefined ? byHeader(dates, field) : (dates.find((column) => column.name === name) ?? null);
  const created = find('created', asked.created);
  const decided = find('decided', asked.decided);
  if (created === null || decided === null || created.name === decided.name) return null;
  let [known, backwards] = [0, 0];
  for (let row = 0; row < asked.labels.length; row++) {
    const days = decided.values[row] - created.values[row];
    if (asked.labels[row] === 255 || Number.isNaN(days)) continue;
    known++;
    if (days < 0) backwards++;
  }
  return known < leastKnown || backwards > mostBackwards * known ? null : { created, decided };
}

function byHeader(dates: readonly DateColumn[], field: keyof typeof headers): DateColumn | null {
  for (const key of keysOf(headers[field])) {
    const column = dates.find(({ name }) => headerKey(name) === key);
    if (column !== undefined) return column;
  }
  return null;
}
