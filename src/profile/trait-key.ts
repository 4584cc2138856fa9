import type { Trait } from '../model/trait.js';

/** The same for two traits that mean the same: the order of values does not count. */
export function traitKey({ attribute, condition }: Trait): string {
  return JSON.stringify(
    condition.kind === 'in'
      ? [attribute, 'in', [...condition.values].sort()]
      : [
          attribute,
          ...Object.entries(condition)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .flat(),
        ],
  );
}
