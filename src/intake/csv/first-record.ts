/** What a cell is by its looks; a name of a column is none of these. */
type Looks = 'number' | 'date' | 'mail' | 'address';

const patterns: readonly (readonly [Looks, RegExp])[] = [
  ['number', /^[-+]?[$€£]? ?\d[\d.,]*( ?[%€])?$/],
  ['date', /^\d{4}-\d\d-\d\d|^\d{1,2}[./-]\d{1,2}[./-](\d{4}|\d\d)\b/],
  ['mail', /^[^\s@]+@[^\s@]+\.\w+$/],
  ['address', /^https?:\/\//],
];
const usual = 0.95;
/** Columns of few values that must be there to judge by them: one column `Won` may well hold `Won`. */
const fewestAgain = 2;

/**
 * Whether the first line of a table is a record like the others, so that the table has no header: wherever the records
 * have nothing but numbers (dates, addresses) it has one too; or, in each of several columns of few values, its value comes back below it.
 * @param records cells of the first records, as wide as the first line.
 */
export function isFirstRecord(first: readonly string[], records: readonly (readonly string[])[]): boolean {
  const others = records.filter((record) => record.some((cell, i) => cell.trim() !== first[i].trim()));
  if (others.length < 2) return false;
  const typed = first.flatMap((cell, i) => {
    const looks = looksOf(others.map((record) => record[i].trim()));
    return looks === null ? [] : [{ cell: cell.trim(), looks }];
  });
  const present = typed.filter(({ cell }) => cell !== '');
  const isLike = present.length > 0 && present.every(({ cell, looks }) => looksLike(cell, looks));
  if (typed.length > 0 && !isLike) return false;
  if (isLike && !isSeries(present.map(({ cell }) => cell))) return true;
  const again = first.flatMap((cell, i) => {
    const values = new Set(others.map((record) => record[i]));
    return values.size * 2 <= others.length && cell.trim() !== '' ? [values.has(cell)] : [];
  });
  return again.length >= fewestAgain && again.every(Boolean);
}

function looksOf(cells: readonly string[]): Looks | null {
  const present = cells.filter((cell) => cell !== '');
  if (present.length < 2) return null;
  const found = patterns.find(
    ([, pattern]) => present.filter((cell) => pattern.test(cell)).length >= present.length * usual,
  );
  return found?.[0] ?? null;
}

function looksLike(cell: string, looks: Looks): boolean {
  return patterns.some(([name, pattern]) => name === looks && pattern.test(cell));
}

/** Names that are numbers: years, or numbers at equal steps. */
function isSeries(cells: readonly string[]): boolean {
  if (cells.every((cell) => /^(19|20)\d\d$/.test(cell))) return true;
  const steps = cells.slice(1).map((cell, i) => Number(cell) - Number(cells[i]));
  return steps.length >= 2 && steps.every((step) => step === steps[0] && step !== 0);
}
