import { type Entity, fieldsOf } from '../../model/entity.js';
import { createCountryReader } from '../resolve/country-reader.js';
import { type ColumnEvidence, shareLike } from './column-evidence.js';
import { fitsField } from './field-shape.js';
import { isTelling, type KeyColumn, keyOverlap } from './key-column.js';
import type { FieldMatch } from './match-fields.js';
import { questionMatches } from './survey-questions.js';

/** Fields that no header named, found by what the values are; behind every header in rank. */
export function contentMatches(
  columns: readonly ColumnEvidence[],
  { entity, taken, keys }: { entity: Entity; taken: ReadonlySet<string>; keys: readonly KeyColumn[] },
): FieldMatch[] {
  const wanted = (fieldsOf[entity] as readonly string[]).filter((field) => !taken.has(field));
  const found: FieldMatch[] = [];
  const add = (column: number, field: string, why: string, rank = 200) => {
    if (wanted.includes(field)) found.push({ column, field, rank, confidence: 'likely', why });
  };
  columns.forEach((column, at) => {
    const { pattern, words } = column;
    const isOthers = words.some((word) =>
      /^(owner|agent|assignee|rep|manager|photo|image|logo|icon|avatar|linkedin|facebook|twitter|receipt|pdf|last|page|referrer|landing)$/.test(
        word,
      ),
    );
    if (!isOthers && pattern === 'email') add(at, 'email', 'nine of ten values are e-mail addresses');
    if (!isOthers && (pattern === 'domain' || pattern === 'url') && isSites(column))
      add(at, 'domain', 'the values are web domains');
    if (pattern === 'phone' && column.finding.type === 'identifier' && !words.some((word) => taxNumbers.test(word)))
      add(at, 'phone', 'nine of ten values are telephone numbers');
    if (entity !== 'account' && column.finding.type !== 'date') {
      const { share, key } = keyOverlap(column.cells.labels, keys);
      if (key !== null && share >= 0.5 && isTelling(column.cells))
        add(at, 'account', `${Math.round(share * 100)} % of its values are ${key.column} of ${key.file}`, 190);
    }
  });
  if (entity === 'answer') found.push(...questionMatches(columns).filter(({ field }) => wanted.includes(field)));
  if (wanted.includes('country')) addCountry(columns, add);
  addMoment(columns, { wanted, add });
  addAmount(columns, { entity, wanted, add });
  return found.sort((a, b) => a.rank - b.rank || a.column - b.column);
}

const taxNumbers =
  /^(cnpj|cpf|vat|tax|ein|abn|siret|siren|nif|cif|rfc|ust|steuer\w*|iva|piva|kvk|nip|regon|iban|fax|bic)$/;

/** One site a row: pages of one's own site are none of the accounts'. */
function isSites(column: ColumnEvidence): boolean {
  const paths = shareLike(column, (value) => /^https?:\/\/[^/]+\/[^/]+/.test(value));
  return paths < 0.3;
}

type Add = (column: number, field: string, why: string, rank?: number) => void;

function addCountry(columns: readonly ColumnEvidence[], add: Add): void {
  const candidates = columns
    .map((column, at) => ({ column, at }))
    .filter(({ column }) => column.finding.type === 'category' && column.cells.distinct <= 250);
  if (candidates.length === 0) return;
  const read = createCountryReader();
  for (const { column, at } of candidates) {
    // Two or three letters are also states, sizes and plans.
    const share = shareLike(
      column,
      (value) => (value.length > 3 || /^(USA|UK|U\.S\.)$/.test(value)) && read(value) !== null,
    );
    if (share >= 0.8) add(at, 'country', `${Math.round(share * 100)} % of its values are countries`);
  }
}

/** The only date of a table that needs a moment is it; of several the first, which is a guess. */
function addMoment(columns: readonly ColumnEvidence[], { wanted, add }: { wanted: readonly string[]; add: Add }): void {
  const field = wanted.find((name) => ['happenedAt', 'paidAt', 'openedAt', 'answeredAt', 'startedAt'].includes(name));
  if (field === undefined) return;
  const dates = columns
    .map((column, at) => ({ column, at }))
    .filter(({ column }) => column.finding.type === 'date' && fitsField(column, field))
    .filter(
      ({ column }) =>
        !column.words.some((word) => /^(last|modified|updated|synced|due|birth|end|closed|deleted)$/.test(word)),
    );
  if (dates.length > 0) add(dates[0].at, field, dates.length === 1 ? 'the only date' : 'the first date');
}

function addAmount(
  columns: readonly ColumnEvidence[],
  { entity, wanted, add }: { entity: Entity; wanted: readonly string[]; add: Add },
): void {
  if (!wanted.includes('amount') || (entity !== 'payment' && entity !== 'deal' && entity !== 'subscription')) return;
  const at = columns.findIndex(
    (column) =>
      column.finding.type === 'number' &&
      column.words.some((word) =>
        /^(amount|total|price|value|revenue|sales|dollars?|usd|eur|betrag|summe|umsatz|montant|importe|monto|total)$/.test(
          word,
        ),
      ) &&
      !column.words.some((word) =>
        /^(tax|discount|fee|shipping|refund|refunded|count|unit|threshold|percent|number|count)$/.test(word),
      ),
  );
  if (at >= 0) add(at, 'amount', 'the first sum of money');
}
