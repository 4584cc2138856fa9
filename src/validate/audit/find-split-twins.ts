import type { AuditFinding } from '../../model/audit.js';
import type { Column, NumberColumn } from '../../model/table.js';
import { type AccountSplit, outsideFold } from '../account-split.js';
import { sayCount, sayShare } from './say-number.js';

export interface TwinRequest {
  /** The accounts that are learnt from or judged, row by row. */
  readonly columns: readonly Column[];
  /** A number each, 0 and more; equal ones are of one company. */
  readonly groups: Int32Array;
  readonly split: AccountSplit;
}

/** A number that takes so many different values, for its accounts, is hardly ever the same by chance. */
const leastDistinct = 0.2;
const tellingColumns = 2;
const mostTwins = 0.005;
/** A twin in so many accounts is a kind of account, not a repeat. */
const mostAlike = 5;

/**
 * Accounts that are judged and stand among those learnt from as well: of one group (the same id, company or domain), or, under
 * another id, with the same value in every number that hardly repeats. What is judged then was seen.
 */
export function findSplitTwins({ columns, groups, split }: TwinRequest): AuditFinding[] {
  const { fold } = split;
  const { crossing, grouped, outside } = countGroups(groups, fold);
  const isJudged = (row: number) => fold[row] !== outsideFold && (isFolds(split) || fold[row] === 1);
  const judged = fold.reduce((count, _, row) => count + Number(isJudged(row)), 0);
  const twins = countTwins(columns, { fold, groups, isJudged });
  const findings: AuditFinding[] = [];
  if (crossing > 0)
    findings.push({
      kind: 'across the split',
      severity: 'grave',
      about: 'held-out accounts',
      finding: `${sayCount(crossing)} held-out accounts share their id, company or domain with accounts that were learnt from: the proof flatters.`,
      advice: 'Hold out whole companies: name the column that tells them with --id.',
      numbers: [
        { name: 'held-out accounts of groups that were learnt from', value: crossing },
        { name: 'held-out accounts', value: judged },
      ],
    });
  if (twins !== null && twins.judged > 0 && twins.count / twins.judged >= mostTwins)
    findings.push({
      kind: 'across the split',
      severity: twins.count / twins.judged >= 0.05 ? 'grave' : 'caution',
      about: 'held-out accounts',
      finding: `${sayCount(twins.count)} held-out accounts (${sayShare(twins.count / twins.judged)}) equal one that was learnt from in every category and in ${twins.names.join(', ')}, which hardly ever repeat: one account may stand in the file under several ids.`,
      advice: 'Take repeats out before learning, or give the company, domain or e-mail column by which they are found.',
      numbers: [
        { name: 'held-out twins', value: twins.count },
        { name: 'held-out accounts', value: twins.judged },
      ],
    });
  if (crossing === 0 && grouped / Math.max(1, groups.length) >= 0.01)
    findings.push({
      kind: 'across the split',
      severity: 'note',
      about: 'accounts of one company',
      finding: `${sayCount(grouped)} accounts share their id, company or domain with another. Each such group stands on one side of the split${outside > 0 ? `; ${sayCount(outside)} accounts that would have crossed it are neither learnt from nor judged` : ''}.`,
      advice: 'Nothing: apart they would have flattered the proof.',
      numbers: [
        { name: 'accounts in groups', value: grouped },
        { name: 'accounts put outside', value: outside },
      ],
    });
  return findings;
}

function isFolds({ split }: AccountSplit): boolean {
  return split.method === 'folds';
}

/** Accounts of groups with more than one, those whose group stands on several sides, and those put outside. */
function countGroups(groups: Int32Array, fold: Uint8Array) {
  let most = 0;
  for (const group of groups) if (group > most) most = group;
  const size = new Int32Array(most + 1);
  // One more than the part that a group was met in first; −1 where it was met in two.
  const side = new Int16Array(most + 1);
  let outside = 0;
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row];
    size[group]++;
    if (fold[row] === outsideFold) outside++;
    else if (side[group] === 0) side[group] = fold[row] + 1;
    else if (side[group] !== fold[row] + 1) side[group] = -1;
  }
  let [grouped, crossing] = [0, 0];
  for (let row = 0; row < groups.length; row++) {
    if (size[groups[row]] > 1) grouped++;
    if (fold[row] !== 0 && fold[row] !== outsideFold && side[groups[row]] === -1) crossing++;
  }
  return { grouped, crossing, outside };
}

/** More accounts are looked at in part: those whose first telling number falls so by a hash, twins together. */
const mostLooked = 100_000;

function countTwins(
  columns: readonly Column[],
  { fold, groups, isJudged }: { fold: Uint8Array; groups: Int32Array; isJudged: (row: number) => boolean },
): { count: number; judged: number; names: string[] } | null {
  const telling = columns.filter((column): column is NumberColumn => column.type === 'number' && isTelling(column));
  if (telling.length < tellingColumns) return null;
  const others = columns.filter((column) => column.type === 'category');
  const limit = (mostLooked / Math.max(mostLooked, fold.length)) * 2 ** 32;
  const firsts = new Map<string, number[]>();
  let judged = 0;
  for (let row = 0; row < fold.length; row++) {
    if (fold[row] === outsideFold || scatter(telling[0].values[row]) >= limit) continue;
    if (isJudged(row)) judged++;
    const values = telling.map((column) => column.values[row]);
    // A number that is the other one, of a first month say, tells nothing more.
    if (new Set(values.filter((value) => !Number.isNaN(value))).size < tellingColumns) continue;
    const key = `${values.join('|')}|${others.map(({ codes }) => codes[row]).join('|')}`;
    const alike = firsts.get(key);
    if (alike === undefined) firsts.set(key, [row]);
    else alike.push(row);
  }
  let count = 0;
  for (const rows of firsts.values()) {
    if (rows.length < 2 || rows.length > mostAlike) continue;
    const held = rows.filter(isJudged);
    count += held.filter((row) =>
      rows.some((other) => fold[other] !== fold[row] && groups[other] !== groups[row]),
    ).length;
  }
  return { count, judged, names: telling.slice(0, 4).map(({ name }) => name) };
}

function scatter(value: number): number {
  const words = new Int32Array(Float64Array.of(value).buffer);
  const hash = Math.imul(words[0] ^ Math.imul(words[1], 0x85ebca6b), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function isTelling({ values }: NumberColumn): boolean {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  if (known.length < values.length / 2) return false;
  let distinct = known.length > 0 ? 1 : 0;
  for (let i = 1; i < known.length; i++) if (known[i] !== known[i - 1]) distinct++;
  return distinct >= leastDistinct * known.length;
}
