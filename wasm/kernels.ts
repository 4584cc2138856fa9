/**
 * Counting and summing over coded columns. All pointers are byte offsets into the imported memory; nothing is allocated
 * here. Compiled by `npm run build`; src/kernels/plain-kernels.ts does the same in the same order of additions.
 */

/** Ones in `a AND b`, 32-bit words `from` to `to` (excluded). */
export function countJoint(a: usize, b: usize, from: u32, to: u32): u32 {
  let at: usize = (<usize>from) << 2;
  const end: usize = (<usize>to) << 2;
  let sums = i32x4.splat(0);
  while (at + 16 <= end) {
    // A byte holds 31 times eight ones at most, so it is emptied after that many additions.
    const stop: usize = min<usize>(end, at + 31 * 16);
    let bytes = i8x16.splat(0);
    for (; at + 16 <= stop; at += 16) {
      bytes = i8x16.add(bytes, i8x16.popcnt(v128.and(v128.load(a + at), v128.load(b + at))));
    }
    sums = i32x4.add(sums, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bytes)));
  }
  let count: u32 =
    i32x4.extract_lane(sums, 0) +
    i32x4.extract_lane(sums, 1) +
    i32x4.extract_lane(sums, 2) +
    i32x4.extract_lane(sums, 3);
  for (; at < end; at += 4) count += popcnt<u32>(load<u32>(a + at) & load<u32>(b + at));
  return count;
}

/** Ones in `a AND row` for each of `count` rows of a bit matrix, rows `words` long, between two words. */
export function countJoints(
  a: usize,
  matrix: usize,
  words: u32,
  rows: usize,
  count: u32,
  from: u32,
  to: u32,
  into: usize,
): void {
  for (let r: usize = 0; r < <usize>count; r++) {
    const row = matrix + ((<usize>load<u32>(rows + (r << 2)) * <usize>words) << 2);
    store<u32>(into + (r << 2), countJoint(a, row, from, to));
  }
}

/** `into = a AND b`; `into` may be one of them. */
export function intersect(a: usize, b: usize, into: usize, words: u32): void {
  let at: usize = 0;
  const end: usize = (<usize>words) << 2;
  for (; at + 16 <= end; at += 16) v128.store(into + at, v128.and(v128.load(a + at), v128.load(b + at)));
  for (; at < end; at += 4) store<u32>(into + at, load<u32>(a + at) & load<u32>(b + at));
}

/** Adds one account's gradient and Hessian, side by side, to its bin. */
// @ts-ignore: a decorator of AssemblyScript, on a function
@inline
function add(bin: usize, both: v128): void {
  v128.store(bin, f64x2.add(v128.load(bin), both));
}

/**
 * Adds rows `from` to `to` (excluded; `from` divisible by 4) to four partial histograms, row i to the (i mod 4)-th:
 * neighbours that share a bin would otherwise wait for one another. A bin is its gradient and its Hessian, 16 bytes.
 */
export function histogram8(codes: usize, g: usize, h: usize, from: u32, to: u32, into: usize, size: u32): void {
  const one: usize = (<usize>size) << 4;
  let i: usize = from;
  for (; i + 4 <= <usize>to; i += 4) {
    const four = load<u32>(codes + i);
    const g01 = v128.load(g + (i << 3));
    const h01 = v128.load(h + (i << 3));
    const g23 = v128.load(g + (i << 3), 16);
    const h23 = v128.load(h + (i << 3), 16);
    add(into + (<usize>(four & 255) << 4), v128.shuffle<f64>(g01, h01, 0, 2));
    add(into + one + (<usize>((four >> 8) & 255) << 4), v128.shuffle<f64>(g01, h01, 1, 3));
    add(into + 2 * one + (<usize>((four >> 16) & 255) << 4), v128.shuffle<f64>(g23, h23, 0, 2));
    add(into + 3 * one + (<usize>(four >> 24) << 4), v128.shuffle<f64>(g23, h23, 1, 3));
  }
  for (; i < <usize>to; i++) {
    const bin = into + (i & 3) * one + (<usize>load<u8>(codes + i) << 4);
    store<f64>(bin, load<f64>(bin) + load<f64>(g + (i << 3)));
    store<f64>(bin, load<f64>(bin, 8) + load<f64>(h + (i << 3)), 8);
  }
}

/** The same for codes of 16 bits. */
export function histogram16(codes: usize, g: usize, h: usize, from: u32, to: u32, into: usize, size: u32): void {
  const one: usize = (<usize>size) << 4;
  for (let i: usize = from; i < <usize>to; i++) {
    const bin = into + (i & 3) * one + (<usize>load<u16>(codes + (i << 1)) << 4);
    store<f64>(bin, load<f64>(bin) + load<f64>(g + (i << 3)));
    store<f64>(bin, load<f64>(bin, 8) + load<f64>(h + (i << 3)), 8);
  }
}

/** Adds accounts to a table of two attributes, each looked up from bytes to its place in the table. */
export function pairHistogram(
  a: usize,
  b: usize,
  lookA: usize,
  lookB: usize,
  g: usize,
  h: usize,
  count: u32,
  into: usize,
): void {
  for (let i: usize = 0; i < <usize>count; i++) {
    // Both lookups hold 16-bit offsets: that of `a` is already multiplied by the number of columns.
    const row = <usize>load<u16>(lookA + (<usize>load<u8>(a + i) << 1));
    const cell = row + <usize>load<u16>(lookB + (<usize>load<u8>(b + i) << 1));
    const bin = into + (cell << 4);
    add(bin, v128.load64_lane(h + (i << 3), v128.load64_zero(g + (i << 3)), 1));
  }
}

/** values[i] += steps[codes[i]]. */
export function addSteps8(codes: usize, steps: usize, values: usize, from: u32, to: u32): void {
  for (let i: usize = from; i < <usize>to; i++) {
    const at = values + (i << 3);
    store<f64>(at, load<f64>(at) + load<f64>(steps + (<usize>load<u8>(codes + i) << 3)));
  }
}

/** The same for codes of 16 bits. */
export function addSteps16(codes: usize, steps: usize, values: usize, from: u32, to: u32): void {
  for (let i: usize = from; i < <usize>to; i++) {
    const at = values + (i << 3);
    store<f64>(at, load<f64>(at) + load<f64>(steps + (<usize>load<u16>(codes + (i << 1)) << 3)));
  }
}
