import type { Column } from '../model/table.js';
import type { Trait } from '../model/trait.js';
import { nameRange } from './name-range.js';

/** Not a word but a name as it is: `v`, `x1`, `pH`. */
const startsWithCode = /^(?:[a-z](?![a-z])|[a-z]+\d|[a-z]+[A-Z])/;
/** Values that say nothing without the attribute's name. */
const bareValue = /^(yes|no|true|false|y|n|t|f|on|off|none|unknown|other|n\/a|[\d.,%-]+|.{0,2})$/i;
/** Words for yes and no, however they are spelt. */
const yesOrNo = /^(yes|no|true|false|on|off|none|unknown|other)$/i;
/** More values than these make a name that nobody reads; the traits have them all. */
const mostValues = 3;
const mostLeftOut = 2;

/** Values that say that there is nothing, and that there is. */
const nothing = /^(no|none|none known|nothing|false|off)$/i;
const affirmative = /^(yes|true|on)$/i;

/**
 * A name that a person would give: `Two year contract, fiber optic internet service, tenure 24+`.
 * @param columns of the accounts, where they are at hand: then all but one or two values are told by what they leave out
 * (`contract not month-to-month`, `with internet service`), and 0 of a count by `no visits`.
 */
export function nameSegment(traits: readonly Trait[], columns: readonly Column[] = []): string {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const name = traits.map((trait) => nameTrait(trait, byName.get(trait.attribute))).join(', ');
  return startsWithCode.test(name) ? name : name.charAt(0).toUpperCase() + name.slice(1);
}

function nameTrait({ attribute, condition }: Trait, column: Column | undefined): string {
  const noun = humanize(attribute);
  switch (condition.kind) {
    case 'range':
      return nameOfRange(noun, { condition, column });
    case 'in':
      return nameWithout(noun, { values: condition.values, column }) ?? nameValues(noun, condition.values);
    case 'includes':
      return `${condition.member} in ${noun}`;
    case 'excludes':
      return `no ${condition.member} in ${noun}`;
    case 'missing':
      return `${noun} not known`;
  }
}

type Range = Extract<Trait['condition'], { kind: 'range' }>;

/** 0 of a count is none of it; 0 and 1 of a flag are no and yes. */
function nameOfRange(noun: string, { condition, column }: { condition: Range; column: Column | undefined }): string {
  const { lower, upper } = condition;
  const plain = `${noun} ${nameRange(condition)}`;
  // The 0 of a band such as "0–1 miles" is no nought.
  if (column?.type !== 'number' || !column.whole || column.isBanded) return plain;
  if (column.values.some((value) => value < 0)) return plain;
  const isFlag = !column.values.some((value) => value > 1);
  const isNone = upper === 0 && (lower === 0 || lower === null);
  if (isNone)
    return isFlag ? answer(noun, false) : `no ${noun.replace(/^(?:number|num|nr|count|total)(?: of)? /i, '')}`;
  return isFlag && lower === 1 && (upper === 1 || upper === null) ? noun : plain;
}

/** The values that a set of several does not name; null where that is no shorter to say. */
function leftOut(values: readonly string[], column: Column | undefined): string[] | null {
  if (column?.type !== 'category' || values.length < 2) return null;
  const used = new Set(column.codes);
  const named = new Set(values);
  const others = column.labels.filter((label, code) => used.has(code) && !named.has(label));
  return others.length > 0 && others.length <= mostLeftOut && others.length < values.length ? others : null;
}

function nameWithout(
  noun: string,
  { values, column }: { values: readonly string[]; column: Column | undefined },
): string | null {
  const others = leftOut(values, column);
  if (others === null) return null;
  const isBareNo = others.length === 1 && nothing.test(others[0].trim());
  // "No internet service" beside yes is no yes.
  if (isBareNo && !values.some((value) => absence.test(value.trim()))) return `with ${noun}`;
  const absent = others.length === 1 ? absence.exec(others[0].trim()) : null;
  if (absent !== null) return `with ${absent[1]}`;
  if (isBareNo || others.some((value) => bareValue.test(value.trim()))) return null;
  const said = others.map(sayValue);
  const placed = place(noun, said);
  return placed === null ? `${noun} not ${listOr(said)}` : `not ${placed}`;
}

/** `No internet service`: that there is none of something else. */
const absence = /^no (.+)/i;

function nameValues(noun: string, values: readonly string[]): string {
  const trimmed = values.map((value) => value.trim());
  const said = values.map(sayValue);
  if (trimmed.every((value) => nothing.test(value))) return answer(noun, false);
  if (trimmed.every((value) => affirmative.test(value))) return answer(noun, true);
  if (trimmed.length === 1 && /^unknown$/i.test(trimmed[0])) return `${noun} not known`;
  const isAnswered = trimmed.every((value) => nothing.test(value) || affirmative.test(value) || absence.test(value));
  if (isAnswered) {
    const answers = trimmed.map((value) => {
      if (absence.test(value)) return sayValue(value);
      return nothing.test(value) ? answer(noun, false) : noun;
    });
    return listOr(answers);
  }
  if (trimmed.some((value) => bareValue.test(value))) return `${noun}: ${listOr(said)}`;
  // "No internet service" as a value of "online security" needs no second noun; nor does a value that holds it already.
  const placed = place(noun, said);
  if (placed !== null) return placed;
  const isWhole = said.every((value) => absence.test(value) || value.toLowerCase().includes(noun.toLowerCase()));
  return isWhole ? listOr(said) : `${listOr(said)} ${noun}`;
}

/** Where and when: `in Oslo or Rome`, `on mon`; and what stands better behind its noun: `job technician`. Null for the rest. */
function place(noun: string, said: readonly string[]): string | null {
  if (/^(city|town|country|region|state|province|territory|county|location|month)$/i.test(noun))
    return `in ${listOr(said)}`;
  if (/^(day|weekday|day of (the )?week)$/i.test(noun)) return `on ${listOr(said)}`;
  return /\b(job|occupation|profession|title|marital|education)$/i.test(noun) ? `${noun} ${listOr(said)}` : null;
}

/** Yes or no to what an attribute asks, as a person says it: `with partner`, `no partner`, `not opted in`, `active`. */
function answer(noun: string, isYes: boolean): string {
  const [first, ...rest] = noun.split(' ');
  const others = rest.join(' ');
  if (/^(is|was|are)$/i.test(first) && others !== '') return isYes ? others : `not ${others}`;
  if (/^(has|have|had|with)$/i.test(first) && others !== '') return isYes ? `with ${others}` : `no ${others}`;
  if (/[a-z]ed$/i.test(first) || (others === '' && /(?:ive|able|ible)$/i.test(first)))
    return isYes ? noun : `not ${noun}`;
  if (verb.test(first) && others !== '') return isYes ? noun : `${noun}: no`;
  return isYes ? `with ${noun}` : `no ${noun}`;
}

/** What a column that begins so asks is no thing that there may be none of. */
const verb = /^(uses|wants|accepts|owns|likes|needs|does|can|will|allows|receives|gets|buys|pays|knows|visits)$/i;

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

/** `InternetService` and `internet_service` become `internet service`; abbreviations and codes keep their capitals. */
function humanize(attribute: string): string {
  // What is so short is a code: `C`, `Hb`, `pH`.
  if (/^[A-Za-z]{1,2}$/.test(attribute)) return attribute;
  return attribute
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[\s_.]+/)
    .filter((word) => word !== '')
    .map((word) => (/^[A-Z][a-z]+$/.test(word) ? word.toLowerCase() : word))
    .join(' ')
    .replace(/(?<=\w) (flag|flg|indicator)$/i, '');
}
