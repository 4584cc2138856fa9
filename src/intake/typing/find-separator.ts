import { type SetSeparator, setSeparators } from '../../model/attribute.js';
import type { Cells } from './cells.js';
import { nameRole } from './name-role.js';

/**
 * The sign by which cells hold several values, or null. A column is a set when some cells have the sign, the members
 * are short and never empty, and they come back in other cells: prose with semicolons has as many different parts as
 * parts, and a category such as `Gov|Public` is no two members. A comma stands in `Austin, TX`, `Acme, Inc` and prose too: there,
 * members must come back at other places of the list, and be few words.
 */
export function findSeparator(cells: Cells): SetSeparator | null {
  return (
    setSeparators.find(
      (separator) =>
        // What some labels rule out need not be asked of all.
        (cells.sample === cells || isSet(cells.sample, separator)) && isSet(cells, separator),
    ) ?? null
  );
}

function isSet(cells: Cells, separator: SetSeparator): boolean {
  const { labels, counts, present } = cells;
  if (separator === ',' && labels.slice(0, 200).some((label) => label.length > longestList)) return false;
  const holding = labels.reduce((sum, label, code) => sum + (label.includes(separator) ? counts[code] : 0), 0);
  if (holding < 2 || holding < present * 0.02) return false;
  const members = new Map<string, number>();
  const holders = new Map<string, number>();
  const joined = new Set<string>();
  let several = 0;
  let total = 0;
  let flawed = 0;
  let length = 0;
  for (let code = 0; code < labels.length; code++) {
    if (counts[code] === 0) continue;
    const parts = splitMembers(labels[code], separator);
    if (parts.length > 1) several += counts[code];
    for (const part of parts) {
      holders.set(part, (holders.get(part) ?? 0) + 1);
      if (parts.length > 1) joined.add(part);
    }
    // A separator alone is how the empty set is written.
    if (
      parts.length > 0 &&
      labels[code].split(separator).some((part, i, all) => part.trim() === '' && i < all.length - 1)
    )
      flawed += counts[code];
    for (const part of parts) {
      members.set(part, (members.get(part) ?? 0) + counts[code]);
      total += counts[code];
      length += part.length * counts[code];
    }
    if (members.size > mostMembers) return false;
  }
  if (several < 2 || several < present * 0.02 || flawed > several * 0.05) return false;
  if (![...joined].some((part) => (holders.get(part) ?? 0) > 1)) return false;
  if (length / total > 40 || total / members.size < 3) return false;
  return separator !== ',' || areMembers(cells);
}

/** What has more different parts is prose, which shows long before the last row. */
const mostMembers = 1000;
/** Longer cells are prose. */
const longestList = 500;
const mostWords = 4;
/** Share of the members that must be met both as the first and at another place; of cells that may be prose. */
const leastMoved = 0.3;
const mostProse = 0.05;

/** Whether what commas divide are members of sets. */
function areMembers(cells: Cells): boolean {
  const role = nameRole(cells.name);
  if (role !== null && role !== 'domain' && role !== 'email') return false;
  const places = new Map<string, { first: number; later: number }>();
  let [parts, wordy] = [0, 0];
  for (const [code, label] of cells.labels.entries()) {
    const count = cells.counts[code];
    if (count === 0) continue;
    for (const [at, part] of splitMembers(label, ',').entries()) {
      parts += count;
      if (part.split(/\s+/).length > mostWords || /[.!?]$/.test(part)) wordy += count;
      const place = places.get(part) ?? { first: 0, later: 0 };
      if (at === 0) place.first += count;
      else place.later += count;
      places.set(part, place);
    }
  }
  let [all, moved] = [0, 0];
  for (const { first, later } of places.values()) {
    if (later === 0) continue;
    all += later;
    if (first > 0) moved += later;
  }
  return all > 0 && moved >= all * leastMoved && wordy <= parts * mostProse;
}

/** The members of a cell, without outer space, each once. */
export function splitMembers(label: string, separator: SetSeparator): string[] {
  const parts = label.split(separator).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}
