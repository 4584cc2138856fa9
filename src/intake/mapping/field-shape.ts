import type { ColumnEvidence } from './column-evidence.js';
import { sampleOf, shareLike } from './column-evidence.js';
import { isAmbiguousState, isStatusWord } from './status-words.js';

/** How the values of a field are read. */
export type FieldShape = 'key' | 'text' | 'number' | 'moment' | 'flag';

const shapes: Readonly<Record<string, FieldShape>> = {
  id: 'key',
  account: 'key',
  contact: 'key',
  amount: 'number',
  seats: 'number',
  isWon: 'flag',
  isClosed: 'flag',
};

export function fieldShape(field: string): FieldShape {
  return shapes[field] ?? (/At$/.test(field) ? 'moment' : 'text');
}

const isMail = (value: string) => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(value);
const isSite = (value: string) => /^(?:https?:\/\/)?[^\s@/]+\.[a-z\u00a1-\uffff]{2,24}(?:[/?#:].*)?$/i.test(value);

/** Whether a column's values can be what its header says; where there is nothing to see, the header is believed. */
export function fitsField(column: ColumnEvidence, field: string): boolean {
  const { type } = column.finding;
  if (type === 'empty') return true;
  switch (fieldShape(field)) {
    case 'moment':
      return type === 'date' || isEpoch(column) || (type === 'constant' && isEpochOrDate(column));
    case 'number':
      return (
        type === 'number' ||
        shareLike(column, (value) => /^[^\p{L}]*\d[^\p{L}]*(?:[A-Z]{3}|kr|zł)?$/u.test(value)) >= 0.9
      );
    case 'flag':
      return column.cells.distinct <= 60 && type !== 'date' && type !== 'free text';
    case 'key':
      return type !== 'date' && type !== 'set' && !isYesNo(column) && (type !== 'number' || column.isWhole);
    case 'text':
      break;
  }
  if (field === 'email') return shareLike(column, isMail) >= 0.5;
  if (field === 'domain') return shareLike(column, isSite) >= 0.5 && !isOneSite(column);
  if (field === 'score' || field === 'satisfaction' || field === 'postcode') return type !== 'date';
  if (field === 'text' || field === 'question') return type !== 'date' && !isYesNo(column);
  if (field === 'plan' || field === 'kind' || field === 'stage' || field === 'priority') return type !== 'date';
  if (field === 'region') return type !== 'date' && type !== 'number' && !isYesNo(column) && !isState(column);
  if (field === 'phone') return shareLike(column, (value) => (value.match(/\d/g)?.length ?? 0) >= 4) >= 0.5;
  return type !== 'date' && type !== 'number' && !isYesNo(column);
}

/** `Estado: Activo`: how things stand, and not a part of a country. Few words tell nothing, unless they are codes. */
function isState(column: ColumnEvidence): boolean {
  const values = sampleOf(column);
  if (values.length === 0) return false;
  if (values.filter(isStatusWord).length >= values.length * 0.3) return true;
  const isFew = column.cells.distinct <= 6 && column.cells.present >= 30;
  return isFew && isAmbiguousState(column.name) && !values.every((value) => /^\p{Lu}{2,3}$/u.test(value.trim()));
}

/** Addresses within one site, such as the tool's own: none of the accounts'. */
function isOneSite(column: ColumnEvidence): boolean {
  const hosts = new Set(
    sampleOf(column).map((value) =>
      value
        .replace(/^[a-z]+:\/\//i, '')
        .split(/[/?#]/)[0]
        .toLowerCase(),
    ),
  );
  return column.cells.distinct > 2 && hosts.size === 1;
}

function isYesNo(column: ColumnEvidence): boolean {
  return (
    column.cells.distinct <= 3 &&
    sampleOf(column).some(
      (value) => /^(yes|true|ja|oui|s[ií]|y|t)$/i.test(value) || /^(no|false|nein|non|n|f)$/i.test(value),
    )
  );
}

/** Seconds or milliseconds since 1970, from 2001 on. */
function isEpoch(column: ColumnEvidence): boolean {
  return shareLike(column, (value) => /^1\d{9}(\d{3})?$/.test(value)) >= 0.95;
}

function isEpochOrDate(column: ColumnEvidence): boolean {
  return isEpoch(column) || shareLike(column, (value) => /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{4}/.test(value)) === 1;
}
