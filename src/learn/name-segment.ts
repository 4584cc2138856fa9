import type { Trait } from '../model/trait.js';
import { nameRange } from './name-range.js';

/** Values that say nothing without the attribute's name. */
const bareValue = /^(yes|no|true|false|y|n|t|f|on|off|none|unknown|other|n\/a|[\d.,%-]+|.{0,2})$/i;
/** Words for yes and no, however they are spelt. */
const yesOrNo = /^(yes|no|true|false|on|off|none|unknown|other)$/i;
/** More values than these make a name that nobody reads; the traits have them all. */
const mostValues = 3;

/** A name that a person would give: `Two year contract, fiber optic internet service, tenure 24+`. */
export function nameSegment(traits: readonly Trait[]): string {
  const name = traits.map(nameTrait).join(', ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function nameTrait({ attribute, condition }: Trait): string {
  const noun = humanize(attribute);
  switch (condition.kind) {
    case 'range':
      return `${noun} ${nameRange(condition)}`;
    case 'in':
      return nameValues(noun, condition.values);
    case 'includes':
      return `${condition.member} in ${noun}`;
    case 'excludes':
      return `no ${condition.member} in ${noun}`;
    case 'missing':
      return `${noun} not known`;
  }
}

function nameValues(noun: string, values: readonly string[]): string {
  const said = values.map(sayValue);
  if (values.some((value) => bareValue.test(value.trim()))) return `${noun}: ${listOr(said)}`;
  // "No internet service" as a value of "online security" needs no second noun; nor does a value that holds it already.
  const isWhole = said.every((value) => /^no /i.test(value) || value.toLowerCase().includes(noun.toLowerCase()));
  return isWhole ? listOr(said) : `${listOr(said)} ${noun}`;
}

/** Lower case inside a sentence, unless the value is spelt like a name or an abbreviation (`SaaS`, `IT`, `New York`). */
function sayValue(value: string): string {
  const trimmed = value.trim();
  if (yesOrNo.test(trimmed)) return trimmed.toLowerCase();
  return /^[A-Z][a-z]+(?:[ -][a-z(][^A-Z]*)*$/.test(trimmed)
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
