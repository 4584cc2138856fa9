const [lineFeed, carriageReturn, quote] = [10, 13, 34] as const;
const sampleBytes = 1 << 20;

/**
 * The byte that ends lines: LF (with or without CR before it) unless the first line outside quotes ends with CR alone
 * and such ends are at least as frequent as LF. Old programs for the Mac end records so, and write LF inside cells.
 */
export function findNewline(text: Buffer): 10 | 13 {
  if (!text.includes(carriageReturn)) return lineFeed;
  if (!text.includes(lineFeed)) return carriageReturn;
  const end = Math.min(text.length, sampleBytes);
  let isQuoted = false;
  let first: 0 | 10 | 13 = 0;
  let [feeds, returns] = [0, 0];
  for (let at = 0; at < end; at++) {
    const byte = text[at];
    if (byte === quote) isQuoted = !isQuoted;
    if (byte !== lineFeed && byte !== carriageReturn) continue;
    const isAlone = byte === carriageReturn && text[at + 1] !== lineFeed && text[at + 1] !== carriageReturn;
    if (byte === lineFeed) feeds++;
    else if (isAlone) returns++;
    if (first === 0 && !isQuoted) first = isAlone ? carriageReturn : lineFeed;
  }
  return first === carriageReturn && returns >= feeds ? carriageReturn : lineFeed;
}
