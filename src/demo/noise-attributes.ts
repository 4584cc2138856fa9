import type { AttributeSpec, Distribution, NoiseSpec } from './company-spec.js';

const shapes: readonly Distribution[] = [
  { kind: 'normal', mean: 50, sd: 15, decimals: 1 },
  { kind: 'category', weights: { Alpha: 5, Beta: 3, Gamma: 2, Delta: 1 } },
  { kind: 'category', weights: { yes: 3, no: 7 } },
  { kind: 'count', mean: 2, spread: 0.7 },
  { kind: 'lognormal', median: 100, spread: 1 },
  { kind: 'set', members: { one: 0.5, two: 0.3, three: 0.1 }, ifEmpty: 'none' },
];

/** Attributes that nothing depends on, their shapes taken in turn: numbers, categories, yes/no, counts, amounts, sets. */
export function noiseAttributes({ columns, prefix = 'noise_', missing = 0 }: NoiseSpec): AttributeSpec[] {
  return Array.from({ length: columns }, (_, i) => ({
    name: `${prefix}${i + 1}`,
    kind: 'behavioural',
    values: shapes[i % shapes.length],
    ...(missing === 0 ? {} : { missing: { share: missing } }),
  }));
}
