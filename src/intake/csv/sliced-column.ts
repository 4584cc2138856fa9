import type { TextColumn } from '../../model/table.js';
import { decodeSlices } from './decode-slices.js';

/** A text column whose labels are still bytes of the file: a process that only hands them on makes no strings of them. */
export class SlicedColumn implements TextColumn {
  readonly type = 'text';
  readonly codes: Int32Array;
  readonly count: number;
  /** Bytes of all labels together. */
  readonly size: number;

  constructor(
    readonly name: string,
    private readonly slices: {
      readonly bytes: Uint8Array;
      readonly codes: Int32Array;
      readonly starts: Int32Array;
      readonly ends: Int32Array;
      readonly count: number;
    },
  ) {
    const { starts, ends, count, codes } = slices;
    this.codes = codes;
    this.count = count;
    let size = 0;
    for (let i = 0; i < count; i++) size += ends[i] - starts[i];
    this.size = size;
  }

  /** Decoded anew each time: ask once. */
  get labels(): string[] {
    return decodeSlices(this.slices.bytes, this.slices);
  }

  plain(): TextColumn {
    return { type: 'text', name: this.name, codes: this.codes, labels: this.labels };
  }

  /** The labels behind one another, and where each of them ends. */
  join(): { ends: Int32Array; bytes: Uint8Array } {
    const { bytes, starts, ends, count } = this.slices;
    const joined = Buffer.allocUnsafe(this.size);
    const joinedEnds = new Int32Array(count);
    let at = 0;
    for (let i = 0; i < count; i++) {
      for (let k = starts[i]; k < ends[i]; k++) joined[at++] = bytes[k];
      joinedEnds[i] = at;
    }
    return { ends: joinedEnds, bytes: joined };
  }
}
