import { createHash } from 'node:crypto';

/** The name of a pair of rows or keys, by which a person decides on it: the same in every import, whatever their order. */
export function pairId({
  kind,
  one,
  other,
}: {
  readonly kind: 'rows' | 'keys';
  readonly one: string;
  readonly other: string;
}): string {
  const pair = JSON.stringify([kind, ...[one, other].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))]);
  return createHash('sha256').update(pair).digest('hex').slice(0, 8);
}
