import type { Attribute } from '../model/attribute.js';

/** B2B when more is known about companies (firmographic, technographic) than about persons (demographic, psychographic). */
export function guessMarket(attributes: readonly Attribute[]): 'b2b' | 'b2c' {
  const count = (...kinds: Attribute['kind'][]) => attributes.filter(({ kind }) => kinds.includes(kind)).length;
  return count('firmographic', 'technographic') > count('demographic', 'psychographic') ? 'b2b' : 'b2c';
}
