import { AssayError } from '../errors.js';
import type { SetAside } from '../model/profile.js';
import type { Column } from '../model/table.js';
import { dayOfData } from '../validate/audit/find-censoring.js';
import { type AccountDates, findDates } from '../validate/audit/find-dates.js';

const msPerDay = 86_400_000;

/** The accounts that are old enough, and what is said of the others. */
export interface OldEnough {
  readonly rows: Int32Array;
  readonly dates: AccountDates | null;
  readonly setAside: readonly SetAside[];
}

/**
 * Leaves out accounts created less than `mature` days before the newest day of the data: those of them that are decided are
 * the quick ones.
 * @throws AssayError USAGE where no column says when accounts were created or decided.
 */
export function leaveYoung(
  rows: Int32Array,
  about: {
    readonly columns: readonly Column[];
    /** Of all rows: 1, 0, or 255 where the outcome is not known. */
    readonly labels: Uint8Array;
    readonly time: string | undefined;
    readonly created: string | undefined;
    readonly mature: number | undefined;
  },
): OldEnough {
  const { columns, labels, time, created, mature } = about;
  const dates = findDates(columns, { created, decided: time, labels });
  if (mature === undefined) return { rows, dates, setAside: [] };
  if (dates === null) throw noDates(created);
  const latest = dayOfData(dates, labels) - mature * msPerDay;
  const kept = rows.filter((row) => dates.created.values[row] <= latest);
  const left = rows.length - kept.length;
  const detail = `${dates.created.name} less than ${mature} days before the newest day of the data, or not known`;
  return {
    rows: kept,
    dates,
    setAside: left === 0 ? [] : [{ what: left === 1 ? '1 row' : `${left} rows`, reason: 'too young', detail }],
  };
}

function noDates(created: string | undefined): AssayError {
  return new AssayError('USAGE', {
    detail: `--mature needs dates of creation and of decision${created === undefined ? '' : `, and ${created} with the time of the decision does not tell them`}.`,
    hint: 'Name them: --created COLUMN and --time COLUMN; both must hold dates, creation before decision.',
  });
}
