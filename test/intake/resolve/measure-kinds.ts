import { resolveAccounts } from '../../../src/intake/resolve/resolve-accounts.js';
import { type HardKind, hardPairs } from './hard-pairs.js';

export interface KindFigures extends HardKind {
  readonly count: number;
  /** Shares of the pairs: merged; listed for a person. */
  readonly merged: number;
  readonly listed: number;
}

/** What becomes of pairs of each kind. */
export function measureKinds(about: { each: number; others: number; seed: number }): KindFigures[] {
  return (['company', 'person'] as const).flatMap((of) => {
    const { table, pairs } = hardPairs(of, about);
    const { clusters, pairs: found } = resolveAccounts({ tables: [table], options: { kind: of } });
    const listed = new Set(found.filter(({ decision }) => decision === 'review').map(({ a, b }) => `${a} ${b}`));
    return [...pairs].map(([kind, own]) => {
      const merged = own.filter(({ a, b }) => clusters[a] === clusters[b]);
      const unsure = own.filter(({ a, b }) => clusters[a] !== clusters[b] && listed.has(`${a} ${b}`));
      return { ...kind, count: own.length, merged: merged.length / own.length, listed: unsure.length / own.length };
    });
  });
}
