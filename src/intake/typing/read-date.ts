import { eastAsianDate } from './east-asian-date.js';

/** What the first two numbers of `01/02/2024` are. */
export type DayOrder = 'day first' | 'month first';

const time = String.raw`(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([AaPp])?\.?(?:[Mm]\.?)?\s*(?:(?:UTC|GMT) ?)?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?(?: ?\([^)]*\)| UTC)?)?$`;
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${time}`);
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${time}`);
const dayName = new RegExp(
  String.raw`^(?:\p{L}{2,10}\.?,? )?(\d{1,2})(?:st|nd|rd|th|\.|º)?(?: de)?[ -](\p{L}{3,10})\.?(?: de)?[ ,-]+(\d{4}|\d{2})${time}`,
  'u',
);
const nameDay = new RegExp(
  String.raw`^(?:\p{L}{2,9}\.?,? )?(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})${time}`,
  'u',
);
const yearMonth = /^(\d{4})-(\d{2})$/;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Month names of German, French, Spanish, Italian, Portuguese and Dutch that do not begin like the English ones. */
const foreignMonths: Readonly<Record<string, number>> = {
  mär: 3,
  mae: 3,
  mai: 5,
  okt: 10,
  dez: 12,
  fév: 2,
  avr: 4,
  aoû: 8,
  déc: 12,
  ene: 1,
  abr: 4,
  ago: 8,
  dic: 12,
  gen: 1,
  mag: 5,
  giu: 6,
  lug: 7,
  ott: 10,
  fev: 2,
  out: 10,
  mrt: 3,
  maa: 3,
  mei: 5,
  aou: 8,
};

/**
 * Milliseconds since 1970 UTC, or NaN. Read are ISO 8601 (also `2024-03`), `31.12.2024`, `12/31/24`, `31 Dec 2024`,
 * `December 31, 2024`, `2024年12月31日`, each with or without a time of day; a time without zone is taken as UTC. Two-digit years from
 * 69 on are of the 1900s (POSIX).
 */
export function readDate(cell: string, order: DayOrder): number {
  if (cell.length < 6 || cell.length > 60) return Number.NaN;
  const plain = readIso(cell);
  if (!Number.isNaN(plain)) return plain;
  const first = cell.charCodeAt(0);
  const eastern = cell.charCodeAt(4) > 127 || cell.charCodeAt(5) > 127 ? eastAsianDate(cell) : null;
  if (eastern !== null) return readDate(eastern, order);
  const iso = first >= 48 && first <= 57 ? (yearFirst.exec(cell) ?? null) : null;
  if (iso !== null) return moment({ year: iso[1], month: Number(iso[3]), day: iso[4], clock: iso.slice(5) });
  const last = yearLast.exec(cell);
  if (last !== null) {
    // 1.2.10 is a version, not a day.
    if (last[2] === '.' && last[4].length === 2 && (last[1].length < 2 || last[3].length < 2)) return Number.NaN;
    const [day, month] = order === 'day first' ? [last[1], last[3]] : [last[3], last[1]];
    return moment({ year: last[4], month: Number(month), day, clock: last.slice(5) });
  }
  const named = dayName.exec(cell);
  if (named !== null) return moment({ year: named[3], month: monthOf(named[2]), day: named[1], clock: named.slice(4) });
  const american = nameDay.exec(cell);
  if (american !== null) {
    return moment({ year: american[3], month: monthOf(american[1]), day: american[2], clock: american.slice(4) });
  }
  const month = yearMonth.exec(cell);
  return month === null ? Number.NaN : moment({ year: month[1], month: Number(month[2]), day: '1', clock: [] });
}

/** What a cell says about the order: only days over 12 tell. `null` where it has no such numbers at all. */
export function dayOrderOf(cell: string): DayOrder | 'either' | null {
  if (!isDivided(cell)) return null;
  const parts = yearLast.exec(cell);
  if (parts === null) return null;
  if (Number(parts[1]) > 12) return 'day first';
  return Number(parts[3]) > 12 ? 'month first' : 'either';
}

/** Whether a sign that divides dates stands behind the first or second character: most cells need no further look. */
function isDivided(cell: string): boolean {
  const [second, third] = [cell.charCodeAt(1), cell.charCodeAt(2)];
  return (second >= 45 && second <= 47) || (third >= 45 && third <= 47);
}

/** `2024-01-31`, `2024-01-31T08:00Z` and `2024-01-31 08:00:30` by their places; NaN for everything else, and no verdict on it. */
function readIso(cell: string): number {
  const { length } = cell;
  const end = cell.charCodeAt(length - 1) === 90 ? length - 1 : length;
  if ((length !== 10 && end !== 16 && end !== 19) || cell.charCodeAt(4) !== 45 || cell.charCodeAt(7) !== 45)
    return Number.NaN;
  const two = (at: number): number => {
    const [tens, ones] = [cell.charCodeAt(at) - 48, cell.charCodeAt(at + 1) - 48];
    return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
  };
  const [year, month, day] = [two(0) * 100 + two(2), two(5), two(8)];
  // Longer months are left to the calendar below; years before 100 are another matter for it.
  if (!(year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= 28)) return Number.NaN;
  if (length === 10) return Date.UTC(year, month - 1, day);
  const separator = cell.charCodeAt(10);
  if ((separator !== 84 && separator !== 32) || cell.charCodeAt(13) !== 58) return Number.NaN;
  if (end === 19 && cell.charCodeAt(16) !== 58) return Number.NaN;
  const [hour, minute, second] = [two(11), two(14), end === 19 ? two(17) : 0];
  if (!(hour <= 24 && minute <= 59 && second <= 60)) return Number.NaN;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function monthOf(name: string): number {
  const lower = name.toLowerCase();
  // June and July of French begin alike.
  if (lower.startsWith('jui')) return lower.startsWith('juin') ? 6 : 7;
  if (lower.startsWith('set')) return 9;
  const start = lower.slice(0, 3);
  return foreignMonths[start] ?? months.indexOf(start) + 1;
}

function moment({
  year,
  month,
  day,
  clock,
}: {
  year: string;
  month: number;
  day: string;
  clock: readonly (string | undefined)[];
}): number {
  const [hour = '0', minute = '0', second = '0', fraction = '0', half, zone] = clock;
  const fullYear = year.length === 2 ? Number(year) + (Number(year) >= 69 ? 1900 : 2000) : Number(year);
  if (month < 1 || month > 12 || Number(minute) > 59 || Number(second) > 60) return Number.NaN;
  if (Number(day) < 1 || Number(day) > new Date(Date.UTC(fullYear, month, 0)).getUTCDate()) return Number.NaN;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (hours > 24 || (half !== undefined && Number(hour) > 12)) return Number.NaN;
  const milliseconds = Math.floor(Number(`0.${fraction}`) * 1000);
  return Date.UTC(fullYear, month - 1, Number(day), hours, Number(minute), Number(second), milliseconds) - offset(zone);
}

function offset(zone: string | undefined): number {
  const parts = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone ?? '');
  if (parts === null) return 0;
  return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3] ?? 0)) * 60_000;
}
