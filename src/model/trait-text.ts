import type { Condition, Trait } from './trait.js';

/**
 * A trait in words, the same everywhere: `employees 50–199`, `plan in (Pro, Team)`, `stack includes Slack`.
 * `parseTrait` reads it back: names and values that would be misread bare are written as JSON strings.
 */
export function formatTrait(trait: Trait): string {
  return `${quoteName(trait.attribute)} ${formatCondition(trait.condition)}`;
}

/** The condition of a trait in words. */
export function formatCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'range':
      return formatRange(condition);
    case 'in':
      return condition.values.length === 1
        ? `= ${quoteSingle(condition.values[0])}`
        : `in (${condition.values.map(quoteValue).join(', ')})`;
    case 'includes':
      return `includes ${quoteValue(condition.member)}`;
    case 'excludes':
      return `without ${quoteValue(condition.member)}`;
    case 'missing':
      return 'missing';
  }
}

function formatRange({ lower, upper, upperIncluded }: Extract<Condition, { kind: 'range' }>): string {
  if (lower === null && upper === null) return 'known';
  if (upper === null) return `${lower}+`;
  if (lower === null) return upperIncluded ? `up to ${upper}` : `under ${upper}`;
  if (!upperIncluded) return `${lower} to under ${upper}`;
  return lower === upper ? `= ${lower}` : `${lower}–${upper}`;
}

/** A name that holds an operator of the grammar, or ends like the start of a range, hides where the condition begins. */
function quoteName(name: string): string {
  const isBare =
    /^[^\s"](.*\S)?$/.test(name) && !/\s(=|in|includes|without)(\s|$)/.test(name) && !/\d\s+to(\s|$)/.test(name);
  return isBare ? name : JSON.stringify(name);
}

function quoteValue(value: string): string {
  return value === '' || /[,()"\n\r\t\u2028\u2029]|^\s|\s$/.test(value) ? JSON.stringify(value) : value;
}

/** `= 5` is the number five; the category `5` is told from it by its quotes. */
function quoteSingle(value: string): string {
  return /^[-+.\d]/.test(value) && !Number.isNaN(Number(value)) ? JSON.stringify(value) : quoteValue(value);
}
