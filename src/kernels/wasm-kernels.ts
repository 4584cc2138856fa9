import { readFileSync } from 'node:fs';
import type { Histogram, Kernels } from './kernels.js';
import { openArena } from './open-arena.js';
import { joinLanes } from './plain-kernels.js';

/** What wasm/kernels.ts exports; arrays are byte offsets. */
interface Exports {
  countJoint(a: number, b: number, from: number, to: number): number;
  countJoints(
    ...at: [
      a: number,
      matrix: number,
      words: number,
      rows: number,
      count: number,
      from: number,
      to: number,
      into: number,
    ]
  ): void;
  intersect(a: number, b: number, into: number, words: number): void;
  histogram8(codes: number, g: number, h: number, from: number, to: number, into: number, size: number): void;
  histogram16(codes: number, g: number, h: number, from: number, to: number, into: number, size: number): void;
  pairHistogram(
    ...at: [a: number, b: number, rowOf: number, columnOf: number, g: number, h: number, rows: number, into: number]
  ): void;
  addSteps8(codes: number, steps: number, values: number, from: number, to: number): void;
  addSteps16(codes: number, steps: number, values: number, from: number, to: number): void;
}

/** Rows of a block: their gradients and Hessians stay in the nearest cache while every attribute is added. */
const blockRows = 1024;
const pageBytes = 65_536;

/** The compiled kernels. Throws where there is no compiled file, no SIMD, or no memory to share. */
export function wasmKernels(): Kernels {
  // The same place seen from src/ and from dist/.
  const module = new WebAssembly.Module(readFileSync(new URL('../../dist/kernels/kernels.wasm', import.meta.url)));
  const memory = new WebAssembly.Memory({ initial: 1, maximum: pageBytes, shared: true });
  const instance = new WebAssembly.Instance(module, { env: { memory } });
  return kernelsOf(instance.exports as unknown as Exports, memory);
}

function kernelsOf(compiled: Exports, memory: WebAssembly.Memory): Kernels {
  const arena = openArena(memory);
  const { place, scratch } = arena;
  return {
    kind: 'wasm',
    scratch,
    bytes: arena.bytes,
    shorts: arena.shorts,
    words: arena.words,
    doubles: arena.doubles,
    histograms: ({ codes, sizes, gradient, hessian }) =>
      scratch(() => {
        const at = codes.map(place);
        const [g, h] = [place(gradient), place(hessian)];
        const lanes = sizes.map((size) => arena.doubles(8 * size));
        for (let from = 0; from < gradient.length; from += blockRows) {
          const to = Math.min(gradient.length, from + blockRows);
          codes.forEach((one, a) => {
            const add = one.BYTES_PER_ELEMENT === 1 ? compiled.histogram8 : compiled.histogram16;
            add(at[a], g, h, from, to, lanes[a].byteOffset, sizes[a]);
          });
        }
        return lanes.map((one, a) => joinLanes(one, sizes[a]));
      }),
    pairHistogram: ({ a, b, rowOf, columnOf, rows, columns, gradient, hessian }) =>
      scratch(() => {
        const sums = arena.doubles(2 * rows * columns);
        const rowStart = place(Uint16Array.from(rowOf, (row) => row * columns));
        const [atA, atB, column] = [place(a), place(b), place(Uint16Array.from(columnOf))];
        compiled.pairHistogram(atA, atB, rowStart, column, place(gradient), place(hessian), a.length, sums.byteOffset);
        return splitPairs(sums);
      }),
    addSteps: (values, { codes, steps }) =>
      scratch(() => {
        const into = place(values);
        const at = codes.map(place);
        const from = steps.map(place);
        for (let row = 0; row < values.length; row += blockRows) {
          const to = Math.min(values.length, row + blockRows);
          codes.forEach((one, a) => {
            const add = one.BYTES_PER_ELEMENT === 1 ? compiled.addSteps8 : compiled.addSteps16;
            add(at[a], from[a], into, row, to);
          });
        }
        if (!arena.holds(values)) values.set(new Float64Array(memory.buffer, into, values.length));
      }),
    countJoint: (a, b, { from, to }) =>
      arena.holds(a) && arena.holds(b)
        ? compiled.countJoint(a.byteOffset, b.byteOffset, from, to)
        : scratch(() => compiled.countJoint(place(a), place(b), from, to)),
    countJoints: (a, { matrix, rows, count, from, to, into }) =>
      scratch(() => {
        const at = place(into);
        compiled.countJoints(place(a), place(matrix), a.length, place(rows), count, from, to, at);
        if (!arena.holds(into)) into.set(new Uint32Array(memory.buffer, at, into.length));
      }),
    intersect: (a, b, into) =>
      scratch(() => {
        const at = place(into);
        compiled.intersect(place(a), place(b), at, into.length);
        if (!arena.holds(into)) into.set(new Uint32Array(memory.buffer, at, into.length));
      }),
  };
}

function splitPairs(sums: Float64Array): Histogram {
  const cells = sums.length / 2;
  return {
    gradient: Float64Array.from({ length: cells }, (_, cell) => sums[2 * cell]),
    hessian: Float64Array.from({ length: cells }, (_, cell) => sums[2 * cell + 1]),
  };
}
