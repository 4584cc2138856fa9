import { describe, expect, it } from 'vitest';
import { measureKinds } from './measure-kinds.js';

describe('resolveAccounts on hard pairs', () => {
  const figures = measureKinds({ each: 60, others: 1000, seed: 3 });

  it.each(figures.map((kind) => [kind.kind, kind] as const))('decides on %s', (_, { isOne, merged, listed }) => {
    if (isOne) expect(merged + listed).toBeGreaterThanOrEqual(0.95);
    else expect(merged).toBeLessThanOrEqual(0.02);
  });
});
