import type { ColumnKey, FindingType } from '../column-finding.js';
import { type Cells, shareOf } from './cells.js';
import { nameRole } from './name-role.js';
import { textPattern } from './text-pattern.js';

/** What a column of text turns out to be. */
export interface TextDecision {
  readonly type: Extract<FindingType, 'category' | 'identifier' | 'free text'>;
  readonly why: string;
  readonly key?: ColumnKey;
}

/**
 * Tells labels from names and from prose, for text that is neither number nor date nor set. The main sign is whether
 * values come back: a category does, even one with hundreds of values; an id does not. Then the pattern of the values
 * (e-mail, URL, hash, telephone), then the name of the column, then the length.
 */
export function decideText(cells: Cells): TextDecision {
  const { present, distinct } = cells;
  const share = distinct / present;
  const isMany = distinct >= 20 || share > 0.5;
  const role = nameRole(cells.name);
  const pattern = textPattern(cells);
  if (pattern === 'email') return { type: 'identifier', why: 'e-mail addresses', key: 'email' };
  if (pattern === 'url' || pattern === 'domain') {
    return isMany && share > 0.02 ? { type: 'identifier', why: 'web addresses', key: 'domain' } : category;
  }
  if (pattern !== null && isMany) return { type: 'identifier', why: patternNames[pattern] };
  if (role === 'phone' && isMany) return { type: 'identifier', why: 'telephone numbers' };
  if (role === 'id' && (distinct > 50 || share > 0.5))
    return { type: 'identifier', why: 'its name says that it is an id' };
  const words = meanOf(cells.sample, (label) => label.split(/\s+/).length);
  if (share > 0.3 && words >= 5 && role !== 'company' && role !== 'address') return prose;
  if (role === 'company' && isMany && share > 0.1)
    return { type: 'identifier', why: 'names of companies', key: 'company' };
  if (role === 'person' && isMany) return { type: 'identifier', why: 'names of people' };
  if (role === 'address' && share > 0.3) return { type: 'identifier', why: 'addresses' };
  const limit = present < 50 ? 0.9 : 0.5;
  if (distinct < 5 || share <= limit || (frequentShare(cells) >= 0.2 && role !== 'reference')) return category;
  if (words >= 4 && meanOf(cells.sample, (label) => label.length) >= 30) return prose;
  const why = `nearly all values are different (${distinct} in ${present} cells)`;
  return cells.name.toLowerCase().trim() === 'name' && hasLegalForms(cells)
    ? { type: 'identifier', why, key: 'company' }
    : { type: 'identifier', why };
}

const category: TextDecision = { type: 'category', why: '' };
const prose: TextDecision = { type: 'free text', why: 'sentences' };
const patternNames = {
  uuid: 'universal ids',
  hash: 'hashes or ids',
  ip: 'network addresses',
  phone: 'telephone numbers',
  'long digits': 'ids of many digits',
};

/** Share of the cells whose value is frequent: at least 5 times, and in 0.5 % of the cells. */
function frequentShare({ counts, present }: Cells): number {
  let frequent = 0;
  for (const count of counts) if (count >= Math.max(5, present * 0.005)) frequent += count;
  return frequent / present;
}

function meanOf({ labels, counts, present }: Cells, measure: (label: string) => number): number {
  let sum = 0;
  for (let code = 0; code < labels.length; code++) if (counts[code] > 0) sum += counts[code] * measure(labels[code]);
  return sum / present;
}

function hasLegalForms(cells: Cells): boolean {
  return (
    shareOf(cells.sample, (label) =>
      /\b(inc|llc|ltd|gmbh|ag|corp|co|plc|s\.?a|s\.?r\.?l|b\.?v|company|group|holding)\b\.?$/i.test(label),
    ) >= 0.1
  );
}
