import { readFileSync } from 'node:fs';
import type { Codes, Kernels } from './kernels.js';
import { openArena } from './open-arena.js';
import { plainKernels } from './plain-kernels.js';

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
  addSums8(codes: number, values: number, into: number, count: number): void;
  crossSums8(a: number, b: number, values: number, count: number, into: number, width: number): void;
  addSteps8(codes: number, steps: number, values: number, from: number, to: number): void;
  multiplySymmetric(matrix: number, x: number, into: number, size: number): void;
}

/** Rows of a block: their values stay in the nearest cache while every column is added. */
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
  const giveBack = (array: Float64Array, from: number) => {
    if (!arena.holds(array)) array.set(new Float64Array(memory.buffer, from, array.length));
  };
  // Codes of 16 bits are rare: what is compiled is for bytes.
  const plain = plainKernels();
  return {
    kind: 'wasm',
    scratch,
    bytes: arena.bytes,
    shorts: arena.shorts,
    words: arena.words,
    doubles: arena.doubles,
    hold: arena.hold,
    addSums: (into, of) =>
      of.codes.every(isByte)
        ? scratch(() => {
            const [to, from] = [place(into), place(of.values)];
            of.codes.forEach((one, t) => {
              compiled.addSums8(place(one), from, to + 8 * of.offsets[t], of.values.length);
            });
            giveBack(into, to);
          })
        : plain.addSums(into, of),
    crossSums: (into, of) =>
      of.codes.every(isByte)
        ? scratch(() => {
            const { offsets, values, size } = of;
            const [to, from] = [place(into), place(values)];
            const count = values.length;
            const none = arena.bytes(count).byteOffset;
            const at = of.codes.map(place);
            compiled.addSums8(none, from, to, count);
            at.forEach((one, t) => {
              const row = to + 8 * offsets[t] * size;
              compiled.crossSums8(one, none, from, count, row, 8 * size);
              for (let u = 0; u <= t; u++) compiled.crossSums8(one, at[u], from, count, row + 8 * offsets[u], 8 * size);
            });
            giveBack(into, to);
          })
        : plain.crossSums(into, of),
    addSteps: (values, of) =>
      of.codes.every(isByte)
        ? scratch(() => {
            const [into, from] = [place(values), place(of.steps)];
            const at = of.codes.map(place);
            for (let row = 0; row < values.length; row += blockRows) {
              const to = Math.min(values.length, row + blockRows);
              for (let t = 0; t < at.length; t++) compiled.addSteps8(at[t], from + 8 * of.offsets[t], into, row, to);
            }
            giveBack(values, into);
          })
        : plain.addSteps(values, of),
    multiplySymmetric: (into, { matrix, x }) =>
      scratch(() => {
        const to = place(into);
        compiled.multiplySymmetric(place(matrix), place(x), to, into.length);
        giveBack(into, to);
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

function isByte(codes: Codes): boolean {
  return codes.BYTES_PER_ELEMENT === 1;
}
