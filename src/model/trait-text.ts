import type { Condition, Trait } from './trait.js';

/** A trait in words, the same everywhere: `employees 50–199`, `plan in (Pro, Team)`, `stack includes Slack`. */
export function formatTrait(trait: Trait): string {
  return `${trait.attribute} ${formatCondition(trait.condition)}`;
}

/** The condition of a trait in words; {@link parseTrait} reads it back. */
export function formatCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'range':
      return formatRange(condition);
    case 'in':
      return condition.values.length === 1
        ? `= ${quoteValue(condition.values[0])}`
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

/** Values that would be misread bare are written as JSON strings. */
function quoteValue(value: string): string {
  return value === '' || /[,()"\n\r\t]|^\s|\s$/.test(value) ? JSON.stringify(value) : value;
}
