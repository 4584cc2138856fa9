import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kernels } from '../../src/kernels/kernels.js';
import { openKernels } from '../../src/kernels/open-kernels.js';
import { plainKernels } from '../../src/kernels/plain-kernels.js';

const isBuilt = existsSync(new URL('../../dist/kernels/kernels.wasm', import.meta.url));
const compiled = openKernels();
const plain = plainKernels();

describe.skipIf(!isBuilt)('the compiled kernels (skipped: run npm run build)', () => {
  it('are used where they have been built', () => expect(compiled.kind).toBe('wasm'));

  const rows = fc.integer({ min: 0, max: 3000 });
  const seed = fc.integer({ min: 1, max: 2 ** 31 - 1 });

  it('add up cells, pairs of cells and steps to the last bit like the plain ones, from their own memory or not', () => {
    fc.assert(
      fc.property(rows, seed, fc.boolean(), fc.boolean(), (count, from, isHeld, isWide) => {
        const next = numbers(from);
        const sizes = isWide ? [1, 300, 7] : [1, 7, 40, 256];
        const offsets = sizes.map((_, t) => sizes.slice(0, t).reduce((sum, one) => sum + one, 1));
        const size = sizes.reduce((sum, one) => sum + one, 1);
        const codes = sizes.map((one) => {
          const draw = () => Math.floor(next() * one);
          return one > 256 ? Uint16Array.from({ length: count }, draw) : Uint8Array.from({ length: count }, draw);
        });
        const values = Float64Array.from({ length: count }, () => next() - 0.5);
        const steps = Float64Array.from({ length: size }, () => next() - 0.5);
        const [expected, found] = [plain, compiled].map((kernels) => {
          const of = isHeld ? hold(kernels, { codes, values }) : { codes, values };
          const [sums, cross] = [new Float64Array(size), new Float64Array(size * size)];
          kernels.addSums(sums, { ...of, offsets });
          kernels.crossSums(cross, { ...of, offsets, size });
          const moved = values.slice();
          kernels.addSteps(moved, { codes: of.codes, offsets, steps });
          return { sums, cross, moved };
        });
        expect(bytesOf(found)).toBe(bytesOf(expected));
        const total = values.reduce((sum, value) => sum + value, 0);
        expect(found.sums.subarray(offsets[1], offsets[1] + sizes[1]).reduce((sum, one) => sum + one, 0)).toBeCloseTo(
          total,
          9,
        );
        // Of two attributes, and of one with itself.
        const at = (t: number, u: number) => {
          let sum = 0;
          for (let x = 0; x < sizes[t]; x++)
            for (let y = 0; y < sizes[u]; y++) sum += found.cross[(offsets[t] + x) * size + offsets[u] + y];
          return sum;
        };
        expect(at(2, 1)).toBeCloseTo(total, 9);
        expect(at(2, 2)).toBeCloseTo(total, 9);
        expect(at(1, 2)).toBe(0);
        expect(found.cross[0]).toBeCloseTo(total, 9);
      }),
      { numRuns: 30 },
    );
  });

  it('multiply symmetric matrices to the last bit like the plain ones, and right', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), seed, (size, from) => {
        const next = numbers(from);
        const matrix = Float64Array.from({ length: size * size }, () => next() - 0.5);
        const [x, before] = [0, 1].map(() => Float64Array.from({ length: size }, () => next() - 0.5));
        const [one, other] = [before.slice(), before.slice()];
        compiled.multiplySymmetric(one, { matrix, x });
        plain.multiplySymmetric(other, { matrix, x });
        expect(one).toEqual(other);
        for (let a = 0; a < size; a++) {
          const product = x.reduce((sum, value, b) => sum + value * matrix[Math.max(a, b) * size + Math.min(a, b)], 0);
          expect(one[a] - before[a]).toBeCloseTo(product, 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('count and join bitsets like the plain ones', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1200 }),
        seed,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (words, of, at) => {
          const next = numbers(of);
          const matrix = Uint32Array.from({ length: 5 * words }, () => next() * 2 ** 32);
          const a = Uint32Array.from({ length: words }, () => (next() < 0.2 ? 0xffffffff : next() * 2 ** 32));
          const from = Math.floor(at * words);
          const b = matrix.subarray(words, 2 * words);
          const expected = bitsOfBoth(a.subarray(from), b.subarray(from));
          for (const kernels of [compiled, plain]) {
            expect(kernels.countJoint(a, b, { from, to: words })).toBe(expected);
            const into = kernels.words(3);
            const rowsAsked = Uint32Array.of(1, 4, 0);
            kernels.countJoints(a, { matrix, rows: rowsAsked, count: 2, from, to: words, into });
            expect([...into]).toEqual([expected, bitsOfBoth(a.subarray(from), matrix.subarray(4 * words + from)), 0]);
            const joined = new Uint32Array(words);
            kernels.intersect(a, b, joined);
            expect(kernels.countJoint(joined, joined, { from, to: words })).toBe(expected);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('keep earlier arrays usable when their memory grows', () => {
    const kernels = openKernels();
    const early = kernels.words(4).fill(0xf0f0f0f0);
    const late = kernels.words(1_000_000).fill(1);
    expect(kernels.countJoint(early, early, { from: 0, to: 4 })).toBe(64);
    expect(kernels.countJoint(late, late, { from: 0, to: late.length })).toBe(1_000_000);
  });
});

function hold(kernels: Kernels, from: { codes: (Uint8Array | Uint16Array)[]; values: Float64Array }) {
  const values = kernels.doubles(from.values.length);
  values.set(from.values);
  const codes = from.codes.map((one) => {
    const held = one.BYTES_PER_ELEMENT === 1 ? kernels.bytes(one.length) : kernels.shorts(one.length);
    held.set(one);
    return held;
  });
  return { codes, values };
}

function bytesOf(found: Record<string, Float64Array>): string {
  return Object.values(found)
    .map(({ buffer }) => Buffer.from(buffer).toString('base64'))
    .join(' ');
}

/** Bit by bit, as slowly and plainly as can be. */
function bitsOfBoth(a: Uint32Array, b: Uint32Array): number {
  let count = 0;
  for (let w = 0; w < a.length; w++) for (let bit = 0; bit < 32; bit++) count += ((a[w] & b[w]) >>> bit) & 1;
  return count;
}

function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
