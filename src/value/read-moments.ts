import type { AppliedMapping } from '../intake/mapping/apply-mapping.js';
import type { Cells } from '../intake/typing/cells.js';
import { weigherOf } from '../intake/typing/cells.js';
import { type DayOrder, dayOrderOf, readDate } from '../intake/typing/read-date.js';
import { toDates } from '../intake/typing/read-text-column.js';
import { isMixed, readEither } from '../intake/typing/try-date.js';
import type { RawTable, TextColumn } from '../model/table.js';

/** What comes first in dates that can be read in several ways. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

type Form = 'year first' | 'dots' | 'slashes' | 'dashes' | 'words' | 'numbers';

interface Written {
  readonly form: Form;
  readonly rows: number;
  /** Code of the first label that is written so. */
  readonly first: number;
  readonly votes: { readonly dayFirst: number; readonly monthFirst: number };
  readonly isOpen: boolean;
}

interface FormReading {
  readonly order: DayOrder | 'as told';
  readonly decidedBy: 'told' | 'values' | 'cells' | 'other columns' | 'assumed';
}

const divided = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?=\D|$)/;
const forms: Readonly<Record<string, Form>> = { '.': 'dots', '/': 'slashes', '-': 'dashes' };

/**
 * The dates of fields with the order of day and month decided for each way of writing by itself (dots, slashes, dashes):
 * by what was told, else by days over 12, else by other date columns that are written so, else dots begin with the day and
 * the rest is assumed. All that is not plain is said.
 */
export function readMoments(
  raw: RawTable,
  applied: AppliedMapping,
  { order }: { order?: DateOrder | undefined } = {},
): { applied: AppliedMapping; notes: string[] } {
  const weigh = weigherOf(raw);
  const columns = applied.mapping.columns.flatMap(({ column: name, use }) => {
    const column = raw.columns.find((one) => one.name === name);
    const read = applied.columns.find((one) => use.kind === 'field' && one.name === use.field);
    if (column?.type !== 'text' || read?.type !== 'date') return [];
    const cells = weigh(column);
    return [{ column, read, cells, written: waysOf(cells) }];
  });
  const votesOf = (form: Form) =>
    columns
      .flatMap(({ written }) => written.filter((one) => one.form === form))
      .reduce((sum, { votes }) => sum + votes.dayFirst - votes.monthFirst, 0);
  const replaced = new Map<string, ReturnType<typeof toDates>>();
  const notes: string[] = [];
  for (const { column, read, cells, written } of columns) {
    const readings = new Map(
      written.flatMap((one): [Form, FormReading][] =>
        one.isOpen || one.votes.dayFirst + one.votes.monthFirst > 0
          ? [[one.form, decide(one, { order, elsewhere: votesOf(one.form) })]]
          : [],
      ),
    );
    if (readings.size > 0) {
      const readLabel = (label: string, code: number) => {
        const reading = readings.get(formOf(label));
        return reading === undefined ? read.values[cells.firstRow[code]] : momentOf(label, { ...reading, told: order });
      };
      const values = Float64Array.from(cells.labels, readLabel);
      replaced.set(read.name, toDates(column, { cells, read: () => Number.NaN, values }));
    }
    notes.push(...describe(column, { cells, written, readings, lines: raw.lines, told: order }));
  }
  if (replaced.size === 0) return { applied, notes };
  const names = new Set(columns.filter(({ read }) => replaced.has(read.name)).map(({ column }) => column.name));
  return {
    applied: {
      ...applied,
      columns: applied.columns.map((one) => {
        const found = replaced.get(one.name);
        return found === undefined ? one : { ...found.column, name: one.name };
      }),
      unreadable: [
        ...applied.unreadable.filter(({ column }) => !names.has(column)),
        ...columns.flatMap(({ column, read }) =>
          (replaced.get(read.name)?.unreadable ?? []).map((cell) => ({
            ...cell,
            column: column.name,
            line: raw.lines[cell.row],
          })),
        ),
      ],
    },
    notes,
  };
}

function waysOf({ labels, counts }: Cells): Written[] {
  const found = new Map<Form, { rows: number; first: number; dayFirst: number; monthFirst: number; isOpen: boolean }>();
  labels.forEach((label, code) => {
    if (counts[code] === 0) return;
    const form = formOf(label);
    const own = found.get(form) ?? { rows: 0, first: code, dayFirst: 0, monthFirst: 0, isOpen: false };
    const said = form === 'year first' ? null : dayOrderOf(label);
    own.rows += counts[code];
    if (said === 'day first') own.dayFirst += counts[code];
    if (said === 'month first') own.monthFirst += counts[code];
    if (said === 'either') own.isOpen = true;
    found.set(form, own);
  });
  return [...found].map(([form, { dayFirst, monthFirst, ...own }]) => ({
    form,
    ...own,
    votes: { dayFirst, monthFirst },
  }));
}

function formOf(label: string): Form {
  if (label.charCodeAt(4) === 45) return 'year first';
  const sign = divided.exec(label)?.[2];
  if (sign !== undefined) return forms[sign];
  if (/^\d{4}[-/.年]/.test(label)) return 'year first';
  return /\p{L}{3}/u.test(label) ? 'words' : 'numbers';
}

function decide(
  { form, votes }: Written,
  { order, elsewhere }: { order: DateOrder | undefined; elsewhere: number },
): FormReading {
  if (order === 'dmy') return { order: 'day first', decidedBy: 'told' };
  if (order === 'mdy') return { order: 'month first', decidedBy: 'told' };
  if (isMixed(votes)) return { order: 'as told', decidedBy: 'cells' };
  if (votes.dayFirst !== votes.monthFirst)
    return { order: votes.dayFirst > votes.monthFirst ? 'day first' : 'month first', decidedBy: 'values' };
  if (elsewhere !== 0) return { order: elsewhere > 0 ? 'day first' : 'month first', decidedBy: 'other columns' };
  return { order: form === 'slashes' ? 'month first' : 'day first', decidedBy: 'assumed' };
}

function momentOf(label: string, { order, told }: FormReading & { told: DateOrder | undefined }): number {
  const parts = told === 'ymd' ? divided.exec(label) : null;
  if (parts === null || parts[4].length === 4) return readEither(label, order);
  const [head, year, sign, month, day] = parts;
  const century = Number(year) >= 69 ? '19' : '20';
  return readDate(
    `${century}${year.padStart(2, '0')}${sign}${month}${sign}${day}${label.slice(head.length)}`,
    'day first',
  );
}

const flagOf: Readonly<Record<DayOrder, string>> = { 'day first': 'dmy', 'month first': 'mdy' };

function describe(
  { name }: TextColumn,
  {
    cells,
    written,
    readings,
    lines,
    told,
  }: {
    cells: Cells;
    written: readonly Written[];
    readings: ReadonlyMap<Form, FormReading>;
    lines: Int32Array;
    told: DateOrder | undefined;
  },
): string[] {
  const example = (code: number) => `${JSON.stringify(cells.labels[code])}, line ${lines[cells.firstRow[code]]}`;
  const how = (form: Form) => {
    const reading = readings.get(form);
    return reading === undefined || told === 'ymd' || reading.order === 'as told' ? '' : `, ${reading.order}`;
  };
  const ways =
    written.length < 2
      ? []
      : [
          `${name} is written in ${written.length} ways: ${written
            .map(
              ({ form, rows, first }) =>
                `${rows} with ${form === 'year first' ? 'the year first' : form} (${example(first)}${how(form)})`,
            )
            .join('; ')}.`,
        ];
  return [
    ...ways,
    ...written.flatMap((one) => describeForm(one, { name, reading: readings.get(one.form), cells, example, told })),
  ];
}

function describeForm(
  { form, votes, first, isOpen }: Written,
  {
    name,
    reading,
    cells,
    example,
    told,
  }: {
    name: string;
    reading: FormReading | undefined;
    cells: Cells;
    example: (code: number) => string;
    told: DateOrder | undefined;
  },
): string[] {
  if (reading === undefined || told === 'ymd') return [];
  const { order, decidedBy } = reading;
  const what = `${name} with ${form}`;
  if (order === 'as told') {
    const open = cells.labels.reduce(
      (sum, label, code) => sum + (formOf(label) === form && dayOrderOf(label) === 'either' ? cells.counts[code] : 0),
      0,
    );
    return [
      `${what} begins with the day in some values and with the month in others: ${open} that can be read both ways may count as no date; --date-order dmy or mdy decides them.`,
    ];
  }
  const against = order === 'day first' ? votes.monthFirst : votes.dayFirst;
  const other = cells.labels.findIndex((label, code) => {
    const said = dayOrderOf(label);
    return cells.counts[code] > 0 && formOf(label) === form && said !== order && said !== 'either' && said !== null;
  });
  const slips =
    against === 0 || other < 0
      ? []
      : [
          `${against} ${against === 1 ? 'value' : 'values'} of ${what} can only be read the other way, and ${against === 1 ? 'is' : 'are'} (${example(other)}).`,
        ];
  if (decidedBy === 'assumed' && isOpen) {
    const otherOrder = flagOf[order === 'day first' ? 'month first' : 'day first'];
    return [
      `${what} can be read both ways, for no day is over 12 (${example(first)}): it is taken ${order}; if that is wrong, say --date-order ${otherOrder}.`,
    ];
  }
  const why: Partial<Record<FormReading['decidedBy'], string>> = {
    values: `as ${order === 'day first' ? votes.dayFirst : votes.monthFirst} values over 12 tell`,
    'other columns': 'as other columns of the file tell',
  };
  const said = why[decidedBy];
  return [...(said === undefined || !isOpen ? [] : [`${what} is read ${order}, ${said}.`]), ...slips];
}
