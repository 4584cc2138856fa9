import type { TypedCell } from '../mixed-builder.js';

const deepest = 4;

/**
 * Parses one record. Nested objects become columns with dotted names, lists of plain values become `a;b`, anything
 * else stays JSON text. Numbers that a double cannot hold stay text, digit by digit.
 * @returns the cells, or why the text is no record.
 */
export function parseRecord(text: string): Map<string, TypedCell> | string {
  let value: unknown;
  try {
    value = JSON.parse(keepDigits(text));
  } catch (error) {
    return `is not valid JSON (${error instanceof Error ? error.message.replace(/, ".*|\s+in JSON.*/s, '') : 'unknown'})`;
  }
  if (!isObject(value))
    return `is ${value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`}, not an object`;
  const cells = new Map<string, TypedCell>();
  flatten(value, { prefix: '', depth: 0, cells });
  return cells;
}

function flatten(
  object: Readonly<Record<string, unknown>>,
  { prefix, depth, cells }: { prefix: string; depth: number; cells: Map<string, TypedCell> },
): void {
  for (const [key, value] of Object.entries(object)) {
    const name = prefix + key;
    if (isObject(value) && depth < deepest) flatten(value, { prefix: `${name}.`, depth: depth + 1, cells });
    else cells.set(name, toCell(value));
  }
}

function toCell(value: unknown): TypedCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value) && value.every((item) => item !== null && typeof item !== 'object')) {
    const items = value.map(String);
    const separator = items.some((item) => item.includes(';')) ? '|' : ';';
    return items.some((item) => item.includes(separator)) ? JSON.stringify(value) : items.join(separator);
  }
  return JSON.stringify(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Puts quotes around numbers that would lose digits as doubles. */
function keepDigits(text: string): string {
  if (!/\d{16}|\d\.\d{15}/.test(text)) return text;
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) => {
    if (token.startsWith('"')) return token;
    const isExact = /^-?\d+$/.test(token) ? Number.isSafeInteger(Number(token)) : token.replace(/\D/g, '').length <= 17;
    return isExact ? token : `"${token}"`;
  });
}
