import type { CategoryGrid } from './grid.js';

/** The values that a bin of categories holds: its label, or all that are to be one value. */
export function binValues(
  { labels, valuesOf }: Pick<CategoryGrid, 'labels' | 'valuesOf'>,
  bin: number,
): readonly string[] {
  return valuesOf?.[bin] ?? [labels[bin]];
}
