/** Where the records of a JSON object stand: the key that holds them, and the offset of their `[`. */
export interface Envelope {
  readonly key: string;
  readonly open: number;
}

const usualKeys = ['records', 'data', 'results', 'items', 'rows', 'value', 'values', 'entries', 'objects', 'hits'];
const deepest = 3;
/** Share of the text that a list under an unusual key must take to be what the file is about. */
const mostOfIt = 0.8;
const [quote, backslash, colon, openBrace, closeBrace, openBracket, closeBracket] = [34, 92, 58, 123, 125, 91, 93];

/**
 * Finds the list of objects in the object that opens at `start`: under a key that services use for it, up to three
 * objects deep, or the one list that is most of the text.
 */
export function findEnvelope(bytes: Buffer, start: number): Envelope | null {
  const lists = listsOf(bytes, start);
  const usual = usualKeys.flatMap((key) => lists.filter((list) => list.key === key))[0];
  const large = lists.find(({ open, end }) => end - open > (bytes.length - start) * mostOfIt);
  const found = usual ?? large;
  return found === undefined ? null : { key: found.key, open: found.open };
}

/** Lists whose first element is an object, with the key before them, that stand in objects only. */
function listsOf(bytes: Buffer, start: number): (Envelope & { readonly end: number })[] {
  const lists: { key: string; open: number; end: number }[] = [];
  let depth = 0;
  let inList = 0;
  let current: { key: string; open: number } | null = null;
  let [key, text] = ['', ''];
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === quote) {
      const end = endOfString(bytes, at);
      if (inList === 0) text = bytes.toString('utf8', at + 1, end);
      at = end;
    } else if (byte === colon) key = text;
    else if (byte === openBrace) depth++;
    else if (byte === closeBrace) {
      depth--;
      if (depth === 0 && inList === 0) break;
    } else if (byte === openBracket) {
      if (inList++ === 0 && depth <= deepest && nextSign(bytes, at + 1) === openBrace) current = { key, open: at };
    } else if (byte === closeBracket && --inList === 0 && current !== null) {
      lists.push({ ...current, end: at });
      current = null;
    }
  }
  // A list that is never closed: the file was cut off.
  if (current !== null) lists.push({ ...current, end: bytes.length });
  return lists;
}

/** Offset of the quote that closes the string that opens at `open`; a line end closes it too. */
function endOfString(bytes: Buffer, open: number): number {
  for (let at = open + 1; at < bytes.length; at++) {
    if (bytes[at] === backslash) at++;
    else if (bytes[at] === quote || bytes[at] === 10) return at;
  }
  return bytes.length;
}

function nextSign(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] <= 32) at++;
  return bytes[at];
}
