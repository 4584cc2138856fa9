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

/** into[codes[i]] += values[i]. */
export function addSums8(codes: usize, values: usize, into: usize, count: u32): void {
  let i: usize = 0;
  for (; i + 4 <= <usize>count; i += 4) {
    const four = load<u32>(codes + i);
    const at = values + (i << 3);
    add(into + (<usize>(four & 255) << 3), load<f64>(at));
    add(into + (<usize>((four >> 8) & 255) << 3), load<f64>(at, 8));
    add(into + (<usize>((four >> 16) & 255) << 3), load<f64>(at, 16));
    add(into + (<usize>(four >> 24) << 3), load<f64>(at, 24));
  }
  for (; i < <usize>count; i++) add(into + (<usize>load<u8>(codes + i) << 3), load<f64>(values + (i << 3)));
}

/** into[a[i] * width + b[i]] += values[i]; `width` in bytes. */
export function crossSums8(a: usize, b: usize, values: usize, count: u32, into: usize, width: usize): void {
  let i: usize = 0;
  for (; i + 4 <= <usize>count; i += 4) {
    const x = load<u32>(a + i);
    const y = load<u32>(b + i);
    const at = values + (i << 3);
    add(into + <usize>(x & 255) * width + (<usize>(y & 255) << 3), load<f64>(at));
    add(into + <usize>((x >> 8) & 255) * width + (<usize>((y >> 8) & 255) << 3), load<f64>(at, 8));
    add(into + <usize>((x >> 16) & 255) * width + (<usize>((y >> 16) & 255) << 3), load<f64>(at, 16));
    add(into + <usize>(x >> 24) * width + (<usize>(y >> 24) << 3), load<f64>(at, 24));
  }
  for (; i < <usize>count; i++) {
    add(into + <usize>load<u8>(a + i) * width + (<usize>load<u8>(b + i) << 3), load<f64>(values + (i << 3)));
  }
}

// @ts-ignore: a decorator of AssemblyScript, on a function
@inline
function add(bin: usize, value: f64): void {
  store<f64>(bin, load<f64>(bin) + value);
}

/** values[i] += steps[codes[i]], rows `from` to `to` (excluded). */
export function addSteps8(codes: usize, steps: usize, values: usize, from: u32, to: u32): void {
  for (let i: usize = from; i < <usize>to; i++) {
    const at = values + (i << 3);
    store<f64>(at, load<f64>(at) + load<f64>(steps + (<usize>load<u8>(codes + i) << 3)));
  }
}

/**
 * into += matrix · x for a symmetric matrix of which only the half below the diagonal is read. Of every row the products
 * are added up in four partial sums, joined as (0 + 2) + (1 + 3); those that are left over follow one by one.
 */
export function multiplySymmetric(matrix: usize, x: usize, into: usize, size: u32): void {
  for (let a: usize = 0; a < <usize>size; a++) {
    const row = matrix + a * (<usize>size << 3);
    const own = load<f64>(x + (a << 3));
    const owns = f64x2.splat(own);
    let first = f64x2.splat(0);
    let second = f64x2.splat(0);
    let b: usize = 0;
    const fours = (a & ~3) << 3;
    const end = a << 3;
    for (; b < fours; b += 32) {
      const left = v128.load(row + b);
      const right = v128.load(row + b, 16);
      first = f64x2.add(first, f64x2.mul(left, v128.load(x + b)));
      second = f64x2.add(second, f64x2.mul(right, v128.load(x + b, 16)));
      v128.store(into + b, f64x2.add(v128.load(into + b), f64x2.mul(left, owns)));
      v128.store(into + b, f64x2.add(v128.load(into + b, 16), f64x2.mul(right, owns)), 16);
    }
    first = f64x2.add(first, second);
    let sum = f64x2.extract_lane(first, 0) + f64x2.extract_lane(first, 1);
    for (; b < end; b += 8) {
      const value = load<f64>(row + b);
      sum += value * load<f64>(x + b);
      add(into + b, value * own);
    }
    add(into + end, sum + load<f64>(row + end) * own);
  }
}
