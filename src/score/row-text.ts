import type { Axis } from '../model/scorecard.js';
import type { Condition } from '../model/trait.js';
import { formatCondition } from '../model/trait-text.js';

/** A row of a term in words: `Contract = Two year`, `industry other`, `employees missing`. */
export function rowText({ attribute }: Pick<Axis, 'attribute'>, condition: Condition | null): string {
  return `${attribute} ${condition === null ? 'other' : formatCondition(condition)}`;
}
