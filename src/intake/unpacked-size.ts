/** Bytes that a zip archive says it unpacks to, by its central directory; 0 where there is none. */
export function unpackedSize(zip: Buffer): number {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 20 > zip.length) return 0;
  let at = zip.readUInt32LE(end + 16);
  let size = 0;
  while (at + 46 <= zip.length && zip.readUInt32LE(at) === 0x02014b50) {
    size += zip.readUInt32LE(at + 24);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return size;
}
