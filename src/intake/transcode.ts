/** What the bytes 0x80–0x9F stand for in Windows-1252 (WHATWG Encoding Standard); undefined bytes stay control characters. */
const windows1252 = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
  0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
];

/** Windows-1252 (of which Latin-1 text is a part) to UTF-8. Every byte has a meaning, so nothing can fail. */
export function windows1252ToUtf8(bytes: Uint8Array): Buffer {
  let high = 0;
  for (let i = 0; i < bytes.length; i++) if (bytes[i] >= 0x80) high++;
  const out = Buffer.allocUnsafe(bytes.length + 2 * high);
  let at = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte < 0x80) out[at++] = byte;
    else at = writeUtf8(out, at, byte < 0xa0 ? windows1252[byte - 0x80] : byte);
  }
  return out.subarray(0, at);
}

/** UTF-16 to UTF-8. A lone surrogate or half a unit becomes an invalid byte, so that its record is quarantined, not altered. */
export function utf16ToUtf8(bytes: Uint8Array, { bigEndian }: { bigEndian: boolean }): Buffer {
  const units = bytes.length >> 1;
  const out = Buffer.allocUnsafe(units * 3 + 1);
  const unit = (i: number) =>
    bigEndian ? (bytes[2 * i] << 8) | bytes[2 * i + 1] : (bytes[2 * i + 1] << 8) | bytes[2 * i];
  let at = 0;
  for (let i = 0; i < units; i++) {
    const first = unit(i);
    if (first < 0xd800 || first > 0xdfff) {
      at = writeUtf8(out, at, first);
      continue;
    }
    const second = first < 0xdc00 && i + 1 < units ? unit(i + 1) : 0;
    if (second >= 0xdc00 && second <= 0xdfff) {
      at = writeUtf8(out, at, 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00));
      i++;
    } else out[at++] = 0xff;
  }
  if (bytes.length % 2 === 1) out[at++] = 0xff;
  return out.subarray(0, at);
}

/** UTF-32 to UTF-8. What is no character becomes an invalid byte, so that its record is quarantined, not altered. */
export function utf32ToUtf8(bytes: Buffer, { bigEndian }: { bigEndian: boolean }): Buffer {
  const out = Buffer.allocUnsafe(bytes.length + 1);
  const whole = bytes.length & ~3;
  let at = 0;
  for (let i = 0; i < whole; i += 4) {
    const point = bigEndian ? bytes.readUInt32BE(i) : bytes.readUInt32LE(i);
    if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) out[at++] = 0xff;
    else at = writeUtf8(out, at, point);
  }
  if (whole < bytes.length) out[at++] = 0xff;
  return out.subarray(0, at);
}

function writeUtf8(out: Buffer, at: number, point: number): number {
  if (point < 0x80) {
    out[at] = point;
    return at + 1;
  }
  if (point < 0x800) {
    out[at] = 0xc0 | (point >> 6);
    out[at + 1] = 0x80 | (point & 63);
    return at + 2;
  }
  if (point < 0x10000) {
    out[at] = 0xe0 | (point >> 12);
    out[at + 1] = 0x80 | ((point >> 6) & 63);
    out[at + 2] = 0x80 | (point & 63);
    return at + 3;
  }
  out[at] = 0xf0 | (point >> 18);
  out[at + 1] = 0x80 | ((point >> 12) & 63);
  out[at + 2] = 0x80 | ((point >> 6) & 63);
  out[at + 3] = 0x80 | (point & 63);
  return at + 4;
}
