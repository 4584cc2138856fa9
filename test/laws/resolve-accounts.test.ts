import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveAccounts } from '../../src/intake/resolve/resolve-accounts.js';
import { type ResolveField, resolveTable } from '../../src/intake/resolve/resolve-table.js';

const names = [
  'Osprex Ltd',
  'OSPREX',
  'Osprax',
  'Osprex Labs',
  'Quillmarsh GmbH',
  'Quill Marsh',
  'Quillmarsch',
  'Fen 2',
  'Fen 3',
];
const row = fc.record({
  id: fc.constantFrom(null, null, '1', '2', '3', '4'),
  name: fc.constantFrom(null, ...names),
  domain: fc.constantFrom(null, null, 'osprex.com', 'osprex.de', 'quillmarsh.de', 'gmail.com'),
  phone: fc.constantFrom(null, '+49 89 1234567', '089 1234567', '+1 415 555 2671'),
  city: fc.constantFrom(null, 'Hull', 'Bonn'),
  country: fc.constantFrom(null, 'DE', 'Germany', 'GB'),
});
type Row = Record<'id' | 'name' | 'domain' | 'phone' | 'city' | 'country', string | null>;

function resolve(rows: readonly Row[], kind: 'company' | 'person' = 'company') {
  const fields = Object.fromEntries(
    (['id', 'name', 'domain', 'phone', 'city', 'country'] as const).map((field) => [
      field,
      rows.map((one) => one[field]),
    ]),
  ) as Record<ResolveField, (string | null)[]>;
  return resolveAccounts({ tables: [resolveTable('crm', { fields })], options: { kind } });
}

/** The partition as pairs of original rows that are together. */
function together(clusters: Int32Array, original: readonly number[]): string[] {
  const pairs: string[] = [];
  for (let i = 0; i < clusters.length; i++)
    for (let j = 0; j < i; j++)
      if (clusters[i] === clusters[j]) pairs.push([original[i], original[j]].sort((a, b) => a - b).join(' '));
  return pairs.sort();
}

const kinds = fc.constantFrom('company' as const, 'person' as const);

describe('laws of resolveAccounts', () => {
  it('the order of rows changes no decision', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 14 }), fc.infiniteStream(fc.nat()), kinds, (rows, stream, kind) => {
        const weights = rows.map(() => stream.next().value as number);
        const order = rows.map((_, i) => i).sort((a, b) => weights[a] - weights[b] || a - b);
        const shuffled = resolve(
          order.map((i) => rows[i]),
          kind,
        );
        expect(together(shuffled.clusters, order)).toEqual(
          together(
            resolve(rows, kind).clusters,
            rows.map((_, i) => i),
          ),
        );
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  it('a row that is repeated is one account, when it says who it is', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 10 }), (rows) => {
        const { clusters } = resolve([...rows, ...rows]);
        for (const [i, { id, name, domain, phone }] of rows.entries()) {
          if (id === null && name === null && phone === null && (domain === null || domain === 'gmail.com')) continue;
          expect(clusters[i]).toBe(clusters[i + rows.length]);
        }
      }),
      { numRuns: 60, seed: 12 },
    );
  });

  it('a score is the same from both sides, and the sum of its parts', () => {
    fc.assert(
      fc.property(row, row, kinds, (one, other, kind) => {
        const scores = [resolve([one, other], kind), resolve([other, one], kind)].map(({ pairs }) =>
          pairs.map(({ score }) => score),
        );
        expect(scores[0]).toEqual(scores[1]);
      }),
      { numRuns: 60, seed: 13 },
    );
  });

  it('every cluster is named by its first row, stands for one of its rows, and every merge is in one', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 14 }), (rows) => {
        const { clusters, canonical, pairs } = resolve(rows);
        for (let i = 0; i < rows.length; i++) {
          expect(clusters[i]).toBe(clusters.indexOf(clusters[i]));
          expect(clusters[canonical[i]]).toBe(clusters[i]);
        }
        for (const { a, b, decision } of pairs) if (decision === 'merge') expect(clusters[a]).toBe(clusters[b]);
      }),
      { numRuns: 60, seed: 14 },
    );
  });
});
