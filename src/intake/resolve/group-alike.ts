import type { AccountColumns } from './account-columns.js';
import { PairIndex } from './pair-index.js';

/** Rows that are alike in all that is compared, as one record. */
export interface AlikeRows {
  /** The first row of each record, ascending. */
  readonly first: Int32Array;
  /** The record of each row. */
  readonly recordOf: Int32Array;
  /** All rows, ascending, of the records that have more than one. */
  readonly repeated: ReadonlyMap<number, readonly number[]>;
}

/** Joins rows that are alike and say enough for it; the others stay alone. */
export function groupAlike(facts: AccountColumns, kind: 'company' | 'person'): AlikeRows {
  const { rowCount } = facts;
  const groups = alikeNumbers(facts);
  const isKnown = createIdentified(facts, kind);
  const records = new Int32Array(rowCount).fill(-1);
  const first = new Int32Array(rowCount);
  const recordOf = new Int32Array(rowCount);
  const repeated = new Map<number, number[]>();
  let count = 0;
  for (let row = 0; row < rowCount; row++) {
    const group = groups[row];
    const known = isKnown(row) ? records[group] : -1;
    if (known >= 0) {
      const rows = repeated.get(known);
      if (rows === undefined) repeated.set(known, [first[known], row]);
      else rows.push(row);
      recordOf[row] = known;
      continue;
    }
    if (isKnown(row)) records[group] = count;
    recordOf[row] = count;
    first[count++] = row;
  }
  return { first: first.slice(0, count), recordOf, repeated };
}

/** Equal numbers for rows that are alike. The id comes first: where every row has its own, that is all. */
function alikeNumbers(facts: AccountColumns): Int32Array {
  const { id, name, form, domain, otherDomain, email, phone, street, postcode, city, country, birthYear } = facts;
  const rest = [name, email, domain, otherDomain, phone, city, country, postcode, street, form, birthYear];
  let groups = id.codes;
  if (id.index.names.length === facts.rowCount) return groups;
  for (const { codes } of rest) {
    const pairs = new PairIndex();
    groups = codes.map((code, row) => pairs.of(groups[row], code));
    if (pairs.size === facts.rowCount) break;
  }
  return groups;
}

/** Whether a row says enough for its repeat to be the same account: two people of one name and no more may be two. */
function createIdentified(facts: AccountColumns, kind: 'company' | 'person'): (row: number) => boolean {
  const { id, name, domain, email, phone, birthYear, postcode } = facts;
  return (row) => {
    if (id.codes[row] >= 0 || email.codes[row] >= 0 || phone.codes[row] >= 0 || domain.codes[row] >= 0) return true;
    return name.codes[row] >= 0 && (kind === 'company' || birthYear.codes[row] >= 0 || postcode.codes[row] >= 0);
  };
}
