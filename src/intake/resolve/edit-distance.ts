import { bitsIn, lettersOf } from './letters-of.js';
/**
 * The number of letters to put in, take out, change or swap with their neighbour that makes one word the other, up to
 * `limit`; beyond it, `limit + 1`. Source: optimal string alignment, in L. Boytsov, "Indexing methods for approximate
 * dictionary searching", ACM JEA 16, 2011.
 */
export function editDistance(a: string, { to: b, limit }: { readonly to: string; readonly limit: number }): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if (limit === 1) return isOneOff(a, b) ? 1 : 2;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (isSame ? 0 : 1));
      const isSwap =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (isSwap) cost = Math.min(cost, before[j - 2] + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    before = above;
    above = row;
  }
  return Math.min(above[b.length], limit + 1);
}

/** Whether one letter put in, taken out, changed, or two swapped make one text the other; they are not the same. */
function isOneOff(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let same = 0;
  while (same < shorter - start && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)) same++;
  const [restA, restB] = [a.length - start - same, b.length - start - same];
  if (restA <= 1 && restB <= 1) return true;
  const isTwo = restA === 2 && restB === 2;
  return isTwo && a.charCodeAt(start) === b.charCodeAt(start + 1) && a.charCodeAt(start + 1) === b.charCodeAt(start);
}

/** How many letters may be wrong in a word of this length before it is another word. */
export function allowedTypos(length: number): number {
  return length < 4 ? 0 : length < 9 ? 1 : 2;
}

/** Whether two words can be one with a typing error; digits are never typing errors. */
export function isTypo(a: string, b: string): boolean {
  const limit = allowedTypos(Math.min(a.length, b.length));
  if (limit === 0 || Math.abs(a.length - b.length) > limit) return false;
  // Most words differ in more letters than that, and one look at which letters they have shows it.
  const [lettersA, lettersB] = [lettersOf(a), lettersOf(b)];
  if (bitsIn(lettersA & ~lettersB) > limit || bitsIn(lettersB & ~lettersA) > limit) return false;
  if (/\d/.test(a) || /\d/.test(b)) return false;
  return editDistance(a, { to: b, limit }) <= limit;
}
