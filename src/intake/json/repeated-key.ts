/**
 * The first key that an object of a valid JSON text has twice, or null. `JSON.parse` keeps the last value and drops
 * the others without a word (RFC 8259, 4: names should be unique).
 */
export function repeatedKey(text: string): string | null {
  const open: (Set<string> | null)[] = [];
  for (const { 0: token } of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (token.endsWith(':')) {
      const keys = open[open.length - 1];
      const written = token.slice(0, -1).trimEnd();
      const key: string = written.includes('\\') ? JSON.parse(written) : written.slice(1, -1);
      if (keys?.has(key)) return key;
      keys?.add(key);
    }
  }
  return null;
}
