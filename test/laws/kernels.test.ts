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

  it('sum histograms to the last bit like the plain ones, from their own memory or not', () => {
    fc.assert(
      fc.property(rows, seed, fc.boolean(), (count, from, isHeld) => {
        const next = numbers(from);
        const sizes = [1, 7, 130, 300];
        const codes = sizes.map((size) => {
          const draw = () => Math.floor(next() * size);
          return size > 256 ? Uint16Array.from({ length: count }, draw) : Uint8Array.from({ length: count }, draw);
        });
        const gradient = Float64Array.from({ length: count }, () => next() - 0.5);
        const hessian = gradient.map((value) => 0.25 - value ** 2);
        const expected = plain.histograms({ codes, sizes, gradient, hessian });
        const held = isHeld ? hold(compiled, { codes, gradient, hessian }) : { codes, gradient, hessian };
        expect(compiled.histograms({ ...held, sizes })).toEqual(expected);
        const sum = expected[2].gradient.reduce((total, value) => total + value, 0);
        expect(sum).toBeCloseTo(
          gradient.reduce((total, value) => total + value, 0),
          9,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('sum pairs of attributes and add steps to the last bit like the plain ones', () => {
    fc.assert(
      fc.property(rows, seed, (count, from) => {
        const next = numbers(from);
        const [a, b] = [40, 9].map((size) => Uint8Array.from({ length: count }, () => Math.floor(next() * size)));
        const gradient = Float64Array.from({ length: count }, () => next() - 0.5);
        const hessian = gradient.map(Math.abs);
        const rowOf = Array.from({ length: 40 }, (_, code) => code >> 2);
        const of = { a, b, rowOf, columnOf: [0, 0, 1, 1, 2, 3, 4, 4, 4], rows: 10, columns: 5, gradient, hessian };
        expect(compiled.pairHistogram(of)).toEqual(plain.pairHistogram(of));
        const steps = [Float64Array.from({ length: 40 }, () => next()), Float64Array.from({ length: 9 }, () => next())];
        const [one, other] = [gradient.slice(), gradient.slice()];
        compiled.addSteps(one, { codes: [a, b], steps });
        plain.addSteps(other, { codes: [a, b], steps });
        expect(one).toEqual(other);
      }),
      { numRuns: 40 },
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

function hold(
  kernels: Kernels,
  from: { codes: (Uint8Array | Uint16Array)[]; gradient: Float64Array; hessian: Float64Array },
) {
  const doubles = (values: Float64Array) => {
    const held = kernels.doubles(values.length);
    held.set(values);
    return held;
  };
  const codes = from.codes.map((one) => {
    const held = one.BYTES_PER_ELEMENT === 1 ? kernels.bytes(one.length) : kernels.shorts(one.length);
    held.set(one);
    return held;
  });
  return { codes, gradient: doubles(from.gradient), hessian: doubles(from.hessian) };
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
