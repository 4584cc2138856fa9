import type { Cells } from './cells.js';

export type SetSeparator = ';' | '|';

/**
 * The sign by which cells hold several values, or null. A column is a set when some cells have the sign, the members
 * are short and never empty, and they come back in other cells: prose with semicolons has as many different parts as
 * parts, and a category such as `Gov|Public` is no two members.
 */
export function findSeparator(cells: Cells): SetSeparator | null {
  return ([';', '|'] as const).find((separator) => isSet(cells, separator)) ?? null;
}

function isSet({ labels, counts, present }: Cells, separator: SetSeparator): boolean {
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
    if (labels[code].split(separator).some((part, i, all) => part.trim() === '' && i < all.length - 1))
      flawed += counts[code];
    for (const part of parts) {
      members.set(part, (members.get(part) ?? 0) + counts[code]);
      total += counts[code];
      length += part.length * counts[code];
    }
  }
  if (several < 2 || several < present * 0.02 || flawed > several * 0.05) return false;
  if (![...joined].some((part) => (holders.get(part) ?? 0) > 1)) return false;
  return length / total <= 40 && total / members.size >= 3 && members.size <= 1000;
}

/** The members of a cell, without outer space, each once. */
export function splitMembers(label: string, separator: SetSeparator): string[] {
  const parts = label.split(separator).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}
