import { AssayError } from '../errors.js';
import { parseTrait } from '../model/parse-trait.js';
import type { Trait } from '../model/trait.js';

/** Traits from the way they are printed, e.g. `traits('employees 200–999', 'stack includes Slack')`. @throws USAGE */
export function traits(...texts: readonly string[]): Trait[] {
  return texts.map(traitOf);
}

/** One trait from the way it is printed. @throws USAGE when the text is no trait. */
export function traitOf(text: string): Trait {
  const parsed = parseTrait(text);
  if (parsed.kind === 'trait') return parsed.trait;
  throw new AssayError('USAGE', { detail: parsed.message, hint: parsed.fix });
}
