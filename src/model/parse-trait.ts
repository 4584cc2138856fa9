import type { Condition, Trait } from './trait.js';

/** Either the trait, or what is wrong with the text and how to write it. */
export type ParsedTrait =
  | { readonly kind: 'trait'; readonly trait: Trait }
  | { readonly kind: 'problem'; readonly message: string; readonly fix: string };

const forms = '`employees 50–199`, `revenue 1000+`, `plan = Pro`, `plan in (Pro, Team)`, `stack includes Slack`';

/**
 * Reads what `formatTrait` writes. Also takes what people type: a hyphen for the dash, `>=`, `<=`, `<`.
 * The name ends where the rest of the text, up to its end, first reads as a condition.
 */
export function parseTrait(text: string): ParsedTrait {
  const trimmed = text.trim();
  const quoted = /^"(?:[^"\\]|\\.)*"(?=\s)/.exec(trimmed)?.[0];
  if (quoted !== undefined) {
    const attribute = unquote(quoted);
    if (attribute !== null) return ending(attribute, readCondition(trimmed.slice(quoted.length).trim()), text);
  }
  for (const gap of trimmed.matchAll(/\s+/g)) {
    const condition = readCondition(trimmed.slice(gap.index + gap[0].length));
    if (condition !== null) return ending(trimmed.slice(0, gap.index), condition, text);
  }
  return ending(trimmed, null, text);
}

function ending(attribute: string, condition: Condition | string | null, text: string): ParsedTrait {
  if (condition === null) {
    const misread = explainMisread(text);
    return { kind: 'problem', message: `${JSON.stringify(text)} is not a trait`, fix: misread };
  }
  if (typeof condition === 'string')
    return { kind: 'problem', message: `${JSON.stringify(text)} can match no account`, fix: condition };
  return { kind: 'trait', trait: { attribute, condition } };
}

/** The commonest slips get their own advice. */
function explainMisread(text: string): string {
  if (/\d,\d{3}/.test(text)) return `Write numbers without separators: ${text.replace(/(\d),(?=\d{3})/g, '$1')}.`;
  const above = />\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text);
  if (above) return `A range includes its lower bound: write \`${Number(above[1])}+\`, or one more for whole numbers.`;
  return `Name the attribute and then what it must be: ${forms}.`;
}

const number = String.raw`-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?`;
const between = new RegExp(String.raw`^(${number})\s*(?:–|—|-|\.\.)\s*(${number})$`);
const halfOpen = new RegExp(`^(${number})\\s+to\\s+under\\s+(${number})$`);
const from = new RegExp(`^(?:(${number})\\s*\\+|(?:>=|≥)\\s*(${number}))$`);
const upTo = new RegExp(`^(?:up\\s+to|<=|≤)\\s*(${number})$`);
const under = new RegExp(`^(?:under|<)\\s*(${number})$`);
const exactly = new RegExp(`^=\\s*(${number})$`);

/** @returns the condition, a text that says why it can match nothing, or null where the text is no condition. */
function readCondition(text: string): Condition | string | null {
  if (text === 'missing') return { kind: 'missing' };
  if (text === 'known') return range(null, null);
  let match = between.exec(text);
  if (match) return range(Number(match[1]), Number(match[2]), true);
  match = halfOpen.exec(text);
  if (match) return range(Number(match[1]), Number(match[2]));
  match = from.exec(text);
  if (match) return range(Number(match[1] ?? match[2]), null);
  match = upTo.exec(text);
  if (match) return range(null, Number(match[1]), true);
  match = under.exec(text);
  if (match) return range(null, Number(match[1]));
  match = exactly.exec(text);
  if (match) return range(Number(match[1]), Number(match[1]), true);
  return readWords(text);
}

function readWords(text: string): Condition | string | null {
  const single = /^(=|includes\s|without\s)\s*(.+)$/s.exec(text);
  if (single) {
    const values = readValues(single[2]);
    if (values?.length !== 1) return null;
    if (single[1] === '=') return { kind: 'in', values };
    return { kind: single[1].startsWith('includes') ? 'includes' : 'excludes', member: values[0] };
  }
  const list = /^in\s*\((.*)\)$/s.exec(text);
  if (!list) return null;
  const values = readValues(list[1]);
  if (values === null) return null;
  return values.length === 0 ? 'Name at least one value between the brackets.' : { kind: 'in', values };
}

function range(lower: number | null, upper: number | null, upperIncluded = false): Condition | string {
  if (![lower, upper].every((bound) => bound === null || Number.isFinite(bound))) return 'Write a finite number.';
  if (lower !== null && upper !== null && (lower > upper || (lower === upper && !upperIncluded)))
    return `The lower bound stands first: ${upper} to ${lower} would be the other way round.`;
  return { kind: 'range', lower: plain(lower), upper: plain(upper), upperIncluded };
}

/** Minus zero is zero. */
function plain(bound: number | null): number | null {
  return bound === 0 ? 0 : bound;
}

/** Values between commas, bare or as JSON strings; null where that is not what stands there. */
function readValues(text: string): string[] | null {
  const values: string[] = [];
  const item = /\s*("(?:[^"\\]|\\.)*"|[^,"()\s](?:[^,"()]*[^,"()\s])?)\s*(,|$)/y;
  if (text.trim() === '') return values;
  for (;;) {
    const match = item.exec(text);
    if (!match) return null;
    const value = match[1].startsWith('"') ? unquote(match[1]) : match[1];
    if (value === null) return null;
    values.push(value);
    if (match[2] === '') return values;
  }
}

function unquote(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}
