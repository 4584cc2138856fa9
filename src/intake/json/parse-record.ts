import type { TypedCell } from '../mixed-builder.js';
import { nestingDepth } from './nesting-depth.js';
import { repeatedKey } from './repeated-key.js';

const deepest = 4;
/** Deeper records are refused: writing them as text goes one step down the stack for each level. */
const deepestNesting = 500;

/**
 * Parses one record. Nested objects become columns with dotted names, lists of plain values become `a;b`, anything
 * else stays JSON text. Numbers that a double cannot hold stay text, digit by digit.
 * @returns the cells, or why the text is no record.
 */
export function parseRecord(text: string): Map<string, TypedCell> | string {
  // A shorter text cannot be as deep.
  const depth = text.length > deepestNesting ? nestingDepth(text) : 0;
  if (depth > deepestNesting) return `is nested ${depth} levels deep; the limit is ${deepestNesting}`;
  let value: unknown;
  try {
    value = JSON.parse(keepDigits(text));
  } catch (error) {
    return `is not valid JSON (${error instanceof Error ? error.message.replace(/, ".*|\s+in JSON.*/s, '') : 'unknown'})`;
  }
  if (!isObject(value))
    return `is ${value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`}, not an object`;
  const repeated = repeatedKey(text);
  if (repeated !== null) return `has the key ${JSON.stringify(repeated)} twice in one object`;
  // Half of a character cannot be written to any file: better to say so than to put something else there.
  if (/\\u[dD][89a-fA-F]/.test(text) && hasHalfCharacter(JSON.stringify(value))) {
    return 'holds half of a character (a lone surrogate, \\ud800 to \\udfff)';
  }
  const cells = new Map<string, TypedCell>();
  const clash = flatten(value, { prefix: '', depth: 0, cells });
  return clash === null ? cells : `has the key ${JSON.stringify(clash)} twice, once as an object within another`;
}

function flatten(
  object: Readonly<Record<string, unknown>>,
  { prefix, depth, cells }: { prefix: string; depth: number; cells: Map<string, TypedCell> },
): string | null {
  for (const [key, value] of Object.entries(object)) {
    const name = prefix + key;
    if (isObject(value) && depth < deepest) {
      const clash = flatten(value, { prefix: `${name}.`, depth: depth + 1, cells });
      if (clash !== null) return clash;
    } else {
      if (cells.has(name)) return name;
      cells.set(name, toCell(value));
    }
  }
  return null;
}

/** `JSON.stringify` writes lone surrogates as escapes, and nothing else in that range. */
function hasHalfCharacter(json: string): boolean {
  return /(?<!\\)(?:\\\\)*\\ud[89a-f][0-9a-f]{2}/.test(json);
}

function toCell(value: unknown): TypedCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value) && value.every((item) => item !== null && typeof item !== 'object')) {
    const items = value.map(String);
    const separator = items.some((item) => item.includes(';')) ? '|' : ';';
    // One member with a semicolon would look like two.
    const isAlone = items.length === 1 && separator === '|';
    return isAlone || items.some((item) => item.includes(separator)) ? JSON.stringify(value) : items.join(separator);
  }
  return JSON.stringify(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Puts quotes around numbers that would lose digits as doubles. */
function keepDigits(text: string): string {
  if (!/\d{16}|\d\.\d{15}|\d[eE][+-]?\d{3}/.test(text)) return text;
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) => {
    if (token.startsWith('"')) return token;
    if (!Number.isFinite(Number(token)) || (Number(token) === 0 && /[1-9].*e/i.test(token))) return `"${token}"`;
    const isExact = /^-?\d+$/.test(token) ? Number.isSafeInteger(Number(token)) : token.replace(/\D/g, '').length <= 17;
    return isExact ? token : `"${token}"`;
  });
}
