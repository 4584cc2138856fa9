/**
 * Pairs of numbers below `count`, the smaller first, as single numbers, so that sorting makes each come once. Pairs that are
 * ruled out are never kept: those of one block are asked for while what they say is still in the processor's cache.
 */
export class PairBag {
  private codes = new Float64Array(1024);
  private size = 0;

  constructor(
    private readonly count: number,
    private readonly isRuledOut: (a: number, b: number) => boolean = () => false,
  ) {}

  add(a: number, b: number): void {
    if (a === b || this.isRuledOut(a, b)) return;
    if (this.size === this.codes.length) {
      const larger = new Float64Array(this.size * 2);
      larger.set(this.codes);
      this.codes = larger;
    }
    this.codes[this.size++] = a < b ? a * this.count + b : b * this.count + a;
  }

  addAll(block: ArrayLike<number>): void {
    for (let i = 1; i < block.length; i++) for (let j = 0; j < i; j++) this.add(block[j], block[i]);
  }

  /** Each pair once, ascending. */
  finish(): { readonly a: Int32Array; readonly b: Int32Array } {
    const { codes, count } = this;
    codes.subarray(0, this.size).sort();
    let unique = 0;
    for (let i = 0; i < this.size; i++) if (unique === 0 || codes[i] !== codes[unique - 1]) codes[unique++] = codes[i];
    const [a, b] = [new Int32Array(unique), new Int32Array(unique)];
    for (let i = 0; i < unique; i++) {
      a[i] = Math.floor(codes[i] / count);
      b[i] = codes[i] - a[i] * count;
    }
    return { a, b };
  }
}
