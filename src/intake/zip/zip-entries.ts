import { inflateRawSync } from 'node:zlib';

/** One file of a zip archive, by its central directory (PKWARE APPNOTE 4.3.12). */
export interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly packedSize: number;
  /** What the archive says; only inflating tells. */
  readonly size: number;
  readonly offset: number;
}

/** The files of an archive, folders apart; none where the directory is missing or cut off. */
export function zipEntries(zip: Buffer): ZipEntry[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 20 > zip.length) return [];
  const entries: ZipEntry[] = [];
  let at = directoryOffset(zip, end);
  while (at + 46 <= zip.length && zip.readUInt32LE(at) === 0x02014b50) {
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, nameEnd);
    if (!name.endsWith('/')) {
      entries.push({
        name,
        isEncrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
        method: zip.readUInt16LE(at + 10),
        ...placeOf(zip, { at, nameEnd }),
      });
    }
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/** What does not fit in 32 bits stands elsewhere (ZIP64, APPNOTE 4.3.14 and 4.5.3), and all bits are set here. */
const elsewhere = 0xffffffff;

/** @param end offset of the end of the directory. */
function directoryOffset(zip: Buffer, end: number): number {
  const offset = zip.readUInt32LE(end + 16);
  const locator = end - 20;
  if (offset !== elsewhere || locator < 0 || zip.readUInt32LE(locator) !== 0x07064b50) return offset;
  const record = Number(zip.readBigUInt64LE(locator + 8));
  if (record + 56 > zip.length || zip.readUInt32LE(record) !== 0x06064b50) return offset;
  return Number(zip.readBigUInt64LE(record + 48));
}

/** Sizes and offset of the entry at `at` of the directory. */
function placeOf(
  zip: Buffer,
  { at, nameEnd }: { at: number; nameEnd: number },
): Pick<ZipEntry, 'packedSize' | 'size' | 'offset'> {
  const short = {
    size: zip.readUInt32LE(at + 24),
    packedSize: zip.readUInt32LE(at + 20),
    offset: zip.readUInt32LE(at + 42),
  };
  const end = Math.min(zip.length, nameEnd + zip.readUInt16LE(at + 30));
  for (let field = nameEnd; field + 4 <= end; field += 4 + zip.readUInt16LE(field + 2)) {
    if (zip.readUInt16LE(field) !== 1) continue;
    let next = field + 4;
    const long = (value: number) => {
      if (value !== elsewhere || next + 8 > end) return value;
      next += 8;
      return Number(zip.readBigUInt64LE(next - 8));
    };
    // In this order, and only those that did not fit.
    const size = long(short.size);
    const packedSize = long(short.packedSize);
    return { size, packedSize, offset: long(short.offset) };
  }
  return short;
}

/**
 * The content of one file.
 * @throws RangeError (ERR_BUFFER_TOO_LARGE) where it is over `most` bytes, Error where it is damaged.
 */
export function inflateEntry(
  zip: Buffer,
  { entry, most }: { entry: Pick<ZipEntry, 'method' | 'packedSize' | 'offset'>; most: number },
): Buffer {
  const { offset, packedSize, method } = entry;
  if (offset + 30 > zip.length || zip.readUInt32LE(offset) !== 0x04034b50) throw new Error('an entry is not there');
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  const packed = zip.subarray(start, start + packedSize);
  if (packed.length < packedSize) throw new Error('the archive was cut off');
  if (method === 0) return packed;
  if (method !== 8) throw new Error(`packing method ${method} is not known`);
  return inflateRawSync(packed, { maxOutputLength: most });
}
