import type { TextColumn } from '../model/table.js';
import type { Distribution, WordsBy } from './company-spec.js';
import type { Draw } from './draw.js';
import { textColumn } from './text-column.js';
import { legalForms, nameEndings, nameStarts, places, trades } from './words.js';

/**
 * An invented company name per account, e.g. `Copperfinch Logistics Ltd`. The first word (and from the 4,097th account
 * on the place, too) belongs to one account only, so two accounts are never one company by accident.
 */
export function drawCompany(distribution: Extract<Distribution, { kind: 'company' }>, draw: Draw): TextColumn {
  const stemCount = nameStarts.length * nameEndings.length;
  const multiplier = coprime(1 + draw.random.int(stemCount - 1), stemCount);
  const start = draw.random.int(stemCount);
  const tradeOf = picker(distribution.trades, { fallback: trades, draw });
  const formOf = picker(distribution.forms, { fallback: legalForms, draw });
  return textColumn(draw.name, {
    isDistinct: true,
    rowCount: draw.rowCount,
    textOf: (row) => {
      const stem = (start + (row % stemCount) * multiplier) % stemCount;
      const word = nameStarts[stem % nameStarts.length] + nameEndings[Math.floor(stem / nameStarts.length)];
      return [word, tradeOf(row), placeOf(Math.floor(row / stemCount)), formOf(row)].filter(Boolean).join(' ');
    },
  });
}

/** The domain that goes with a company name, under the top level that is reserved for examples. */
export function drawDomain({ company }: { company: string }, draw: Draw): TextColumn {
  const names = draw.columns.get(company);
  if (names?.type !== 'text') throw draw.refuse(`"${company}" is not a company drawn earlier`);
  // The last word of a name is its legal form.
  const domains = names.labels.map((name) => `${name.toLowerCase().split(' ').slice(0, -1).join('-')}.example`);
  return textColumn(draw.name, {
    isDistinct: true,
    rowCount: draw.rowCount,
    textOf: (row) => domains[names.codes[row]],
  });
}

function placeOf(round: number): string {
  if (round === 0) return '';
  const place = places[(round - 1) % places.length];
  const again = Math.floor((round - 1) / places.length);
  return again === 0 ? place : `${place} ${again + 1}`;
}

function picker(by: WordsBy | undefined, { fallback, draw }: { fallback: readonly string[]; draw: Draw }) {
  const column = by === undefined ? undefined : draw.columns.get(by.attribute);
  if (by !== undefined && column?.type !== 'category') throw draw.refuse(`"${by.attribute}" is not a category`);
  return (row: number) => {
    const words = (column?.type === 'category' && by?.words[column.labels[column.codes[row]]]) || fallback;
    return words[draw.random.int(words.length)];
  };
}

/** The first number from `from` on that has no factor in common with `modulus`: steps of it visit everything once. */
function coprime(from: number, modulus: number): number {
  let candidate = from;
  while (gcd(candidate, modulus) !== 1) candidate++;
  return candidate;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
