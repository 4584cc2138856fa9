import type { Column } from '../model/table.js';
import type { Trait } from '../model/trait.js';
import { nameRange } from './name-range.js';

/** Values that say nothing without the attribute's name. */
const bareValue = /^(yes|no|true|false|y|n|t|f|on|off|none|unknown|other|n\/a|[\d.,%-]+|.{0,2})$/i;
/** Words for yes and no, however they are spelt. */
const yesOrNo = /^(yes|no|true|false|on|off|none|unknown|other)$/i;
/** More values than these make a name that nobody reads; the traits have them all. */
const mostValues = 3;
const mostLeftOut = 2;

/** Values that say that there is nothing. */
const nothing = /^(no|none|none known|nothing)$/i;

/**
 * A name that a person would give: `Two year contract, fiber optic internet service, tenure 24+`.
 * @param columns of the accounts, where they are at hand: then all but one or two values are told by what they leave out
 * (`contract not month-to-month`, `with internet service`), and 0 of a count by `no visits`.
 */
export function nameSegment(traits: readonly Trait[], columns: readonly Column[] = []): string {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const name = traits.map((trait) => nameTrait(trait, byName.get(trait.attribute))).join(', ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function nameTrait({ attribute, condition }: Trait, column: Column | undefined): string {
  const noun = humanize(attribute);
  switch (condition.kind) {
    case 'range':
      return isNone(condition, column) ? `no ${noun}` : `${noun} ${nameRange(condition)}`;
    case 'in':
      return nameWithout(noun, leftOut(condition.values, column)) ?? nameValues(noun, condition.values);
    case 'includes':
      return `${condition.member} in ${noun}`;
    case 'excludes':
      return `no ${condition.member} in ${noun}`;
    case 'missing':
      return `${noun} not known`;
  }
}

/** Nothing of what is counted; 0 of a flag (0 or 1) is no such count. */
function isNone({ lower, upper }: { lower: number | null; upper: number | null }, column: Column | undefined): boolean {
  if (upper !== 0 || (lower !== 0 && lower !== null) || column?.type !== 'number' || !column.whole) return false;
  return column.values.some((value) => value > 1) && !column.values.some((value) => value < 0);
}

/** The values that a set of several does not name; null where that is no shorter to say. */
function leftOut(values: readonly string[], column: Column | undefined): string[] | null {
  if (column?.type !== 'category' || values.length < 2) return null;
  const used = new Set(column.codes);
  const named = new Set(values);
  const others = column.labels.filter((label, code) => used.has(code) && !named.has(label));
  return others.length > 0 && others.length <= mostLeftOut && others.length < values.length ? others : null;
}

function nameWithout(noun: string, others: readonly string[] | null): string | null {
  if (others === null) return null;
  if (others.length === 1 && nothing.test(others[0].trim())) return `with ${noun}`;
  const absent = others.length === 1 ? /^no (.+)/i.exec(others[0].trim()) : null;
  return absent === null ? `${noun} not ${listOr(others.map(sayValue))}` : `with ${absent[1]}`;
}

function nameValues(noun: string, values: readonly string[]): string {
  const said = values.map(sayValue);
  if (values.length === 1 && nothing.test(values[0].trim()) && !yesOrNo.test(values[0].trim())) return `no ${noun}`;
  if (values.some((value) => bareValue.test(value.trim()))) return `${noun}: ${listOr(said)}`;
  // "No internet service" as a value of "online security" needs no second noun; nor does a value that holds it already.
  const isWhole = said.every((value) => /^no /i.test(value) || value.toLowerCase().includes(noun.toLowerCase()));
  return isWhole ? listOr(said) : `${listOr(said)} ${noun}`;
}

/** Lower case inside a sentence where only the first of several words has a capital: one word may be a name (`Rome`, `SaaS`). */
function sayValue(value: string): string {
  const trimmed = value.trim();
  if (yesOrNo.test(trimmed)) return trimmed.toLowerCase();
  return /^[A-Z][a-z]+(?:[ -][a-z(][^A-Z]*)+$/.test(trimmed)
    ? trimmed.charAt(0).toLowerCase() + trimmed.slice(1)
    : trimmed;
}

function listOr(values: readonly string[]): string {
  const more = values.length - mostValues;
  const said = more > 0 ? [...values.slice(0, mostValues), `${more} more`] : values;
  return said.length < 2 ? (said[0] ?? '') : `${said.slice(0, -1).join(', ')} or ${said[said.length - 1]}`;
}

/** `InternetService` and `internet_service` become `internet service`; abbreviations keep their capitals. */
function humanize(attribute: string): string {
  return attribute
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[\s_.]+/)
    .filter((word) => word !== '')
    .map((word) => (/^[A-Z][a-z]*$/.test(word) ? word.toLowerCase() : word))
    .join(' ');
}
