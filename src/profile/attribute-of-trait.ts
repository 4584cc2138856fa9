import type { Attribute, AttributeType } from '../model/attribute.js';
import type { Profile } from '../model/profile.js';
import type { Trait } from '../model/trait.js';

/** The attributes that traits speak of, in order of first mention, typed by what is asked of them. */
export function attributesOfTraits(traits: readonly Trait[], market: Profile['market']): Attribute[] {
  const types = new Map<string, AttributeType | undefined>();
  for (const trait of traits) {
    const before = types.get(trait.attribute);
    const type = typeOfTrait(trait);
    // One bound with a fraction makes the whole attribute one of numbers.
    types.set(trait.attribute, before === 'whole' && type === 'number' ? type : (before ?? type));
  }
  const kind = market === 'b2b' ? 'firmographic' : 'demographic';
  return [...types].map(([name, type]) => ({ name, kind, type: type ?? 'category' }));
}

function typeOfTrait({ condition }: Trait): AttributeType | undefined {
  switch (condition.kind) {
    case 'range': {
      const bounds = [condition.lower, condition.upper].filter((bound) => bound !== null);
      if (bounds.length === 0) return undefined;
      return bounds.every(Number.isInteger) ? 'whole' : 'number';
    }
    case 'in':
      return 'category';
    case 'includes':
    case 'excludes':
      return 'set';
    case 'missing':
      return undefined;
  }
}

/** The trait as the attribute's type reads it, or what is wrong; attributes that are not listed are not judged. */
export function fitTrait(
  trait: Trait,
  attributes: readonly Attribute[],
): { kind: 'trait'; trait: Trait } | { kind: 'problem'; message: string; fix: string } {
  const { attribute, condition } = trait;
  const type = attributes.find(({ name }) => name === attribute)?.type;
  const asked = typeOfTrait(trait);
  const isNumeric = type === 'whole' || type === 'number';
  if (
    type === undefined ||
    asked === undefined ||
    asked === type ||
    (isNumeric && (asked === 'whole' || asked === 'number'))
  )
    return { kind: 'trait', trait };
  // `plan = 5` reads as a number; a category of that name was meant.
  if (
    type === 'category' &&
    condition.kind === 'range' &&
    condition.lower !== null &&
    condition.lower === condition.upper
  )
    return { kind: 'trait', trait: { attribute, condition: { kind: 'in', values: [String(condition.lower)] } } };
  const message = `${JSON.stringify(attribute)} is ${type === 'category' ? 'a category' : type === 'set' ? 'a set' : 'a number'}`;
  return { kind: 'problem', message: `${message}, and the trait asks for ${nouns[asked]}`, fix: fixes[type] };
}

const nouns: Record<AttributeType, string> = {
  whole: 'a range',
  number: 'a range',
  category: 'a value',
  set: 'a member',
};

const change = 'or change its `type` under `attributes`.';
const fixes: Record<AttributeType, string> = {
  whole: `Write a range, as in \`50–199\` or \`50+\`, ${change}`,
  number: `Write a range, as in \`50–199\` or \`50+\`, ${change}`,
  category: `Write \`= value\` or \`in (one, another)\`, ${change}`,
  set: `Write \`includes member\` or \`without member\`, ${change}`,
};
