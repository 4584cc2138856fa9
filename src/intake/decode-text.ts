import { AssayError } from '../errors.js';
import { detectEncoding } from './encoding/detect-encoding.js';
import { findInvalidUtf8 } from './find-invalid-utf8.js';
import { utf16ToUtf8, utf32ToUtf8, windows1252ToUtf8 } from './transcode.js';

/** A text as UTF-8 without byte order mark. */
export interface DecodedText {
  readonly bytes: Buffer;
  /** Offsets into `bytes` that are not valid UTF-8, ascending, at most one a line. */
  readonly invalidAt: readonly number[];
  readonly notes: readonly string[];
}

/**
 * Brings a text to UTF-8. In order: the encoding that was asked for, a byte order mark, UTF-16 by its zero bytes, valid
 * UTF-8, the legacy encoding in which its words are likeliest where few valid sequences speak for UTF-8, Windows-1252
 * where none does, else UTF-8 with its invalid bytes marked.
 * @throws AssayError USAGE for an unknown encoding, FORMAT_UNKNOWN where the bytes are no text.
 */
export function decodeText(
  bytes: Buffer,
  { file, encoding }: { file: string; encoding?: string | undefined },
): DecodedText {
  const bom = byteOrderMark(bytes);
  if (encoding !== undefined) return decodeAs(bytes.subarray(bom?.length ?? 0), { file, encoding });
  if (bom !== null) return { ...decodeKnown(bytes.subarray(bom.length), bom.encoding), ...noteOf(bom.encoding) };
  const guess = utf32ByZeros(bytes) ?? utf16ByZeros(bytes);
  if (guess !== null) return { ...decodeKnown(bytes, guess), ...noteOf(guess) };
  if (looksBinary(bytes)) {
    throw new AssayError('FORMAT_UNKNOWN', {
      detail: `${file} is not a text file: it has many zero bytes among its first ones.`,
      hint: 'Export it as CSV, TSV, JSONL, Parquet or XLSX.',
      place: { file },
    });
  }
  const { at, soundBytes, faultyBytes } = findInvalidUtf8(bytes);
  if (at.length === 0) return { bytes, invalidAt: [], notes: [] };
  const first = describeByte(bytes, at[0]);
  // Two bytes of another encoding may by chance be a valid sequence; most of them are not.
  const detected = soundBytes > faultyBytes * chanceShare ? null : detectEncoding(bytes, at);
  if (detected !== null) {
    const { name, language } = detected;
    const note = `Encoding ${name}: ${first} is not UTF-8, and the words read best as ${language}. If that is wrong, name the encoding, e.g. --encoding windows-1252.`;
    return { ...transcode(bytes, new TextDecoder(name)), notes: [note] };
  }
  if (soundBytes > 0) {
    const note = `Encoding UTF-8, but ${at.length === 1 ? 'one line has' : `${at.length} lines have`} bytes that are not (first: ${first}); records with such bytes are quarantined. If the file is in another encoding, name it, e.g. --encoding windows-1252.`;
    return { bytes, invalidAt: at, notes: [note] };
  }
  const note = `Encoding Windows-1252: ${first} is not UTF-8, and nothing else in the file is either. If that is wrong, name the encoding, e.g. --encoding iso-8859-2.`;
  return { bytes: windows1252ToUtf8(bytes), invalidAt: [], notes: [note] };
}

/** Bytes in valid sequences of UTF-8, for each that is in none, that other encodings have by chance. */
const chanceShare = 1;
/** What decoders write for bytes that are no character. */
const replacement = Buffer.from('\ufffd');

type Known = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

function decodeKnown(bytes: Buffer, encoding: Known): DecodedText {
  const bigEndian = encoding.endsWith('be');
  const text =
    encoding === 'utf-8'
      ? bytes
      : encoding.startsWith('utf-32')
        ? utf32ToUtf8(bytes, { bigEndian })
        : utf16ToUtf8(bytes, { bigEndian });
  return { bytes: text, invalidAt: findInvalidUtf8(text).at, notes: [] };
}

function noteOf(encoding: Known): { notes: readonly string[] } {
  return { notes: encoding === 'utf-8' ? [] : [`Encoding ${encoding.toUpperCase()}.`] };
}

/** The encodings of the WHATWG standard, by any of its names for them. */
function decodeAs(bytes: Buffer, { file, encoding }: { file: string; encoding: string }): DecodedText {
  const decoder = makeDecoder(encoding, file);
  const notes = [`Encoding ${decoder.encoding}, as asked for.`];
  if (decoder.encoding === 'windows-1252') return { bytes: windows1252ToUtf8(bytes), invalidAt: [], notes };
  if (decoder.encoding === 'utf-8' || decoder.encoding === 'utf-16le' || decoder.encoding === 'utf-16be') {
    return { ...decodeKnown(bytes, decoder.encoding), notes };
  }
  return { ...transcode(bytes, decoder), notes };
}

/** Text of any encoding as UTF-8; what is no character of it is marked, so that its record is quarantined, not altered. */
function transcode(bytes: Buffer, decoder: InstanceType<typeof TextDecoder>): Omit<DecodedText, 'notes'> {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 1 << 24) {
    pieces.push(Buffer.from(decoder.decode(bytes.subarray(at, at + (1 << 24)), { stream: true }), 'utf8'));
  }
  pieces.push(Buffer.from(decoder.decode(), 'utf8'));
  const text = Buffer.concat(pieces);
  const invalidAt: number[] = [];
  for (let at = text.indexOf(replacement); at !== -1; at = text.indexOf(replacement, at + 1)) invalidAt.push(at);
  return { bytes: text, invalidAt };
}

function makeDecoder(encoding: string, file: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding);
  } catch (cause) {
    throw new AssayError('USAGE', {
      detail: `The encoding ${JSON.stringify(encoding)} is not known.`,
      hint: 'Use a name such as utf-8, windows-1252, iso-8859-2, utf-16le or shift_jis.',
      place: { file },
      cause,
    });
  }
}

function byteOrderMark(bytes: Buffer): { encoding: Known; length: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (bytes.length >= 4) {
    if (bytes.readUInt32LE(0) === 0xfeff) return { encoding: 'utf-32le', length: 4 };
    if (bytes.readUInt32BE(0) === 0xfeff) return { encoding: 'utf-32be', length: 4 };
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** UTF-16 without a mark: in text of European languages nearly every other byte is zero, always on the same side. */
function utf16ByZeros(bytes: Buffer): Known | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  const zeros = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1]++;
  if (length < 4 || Math.min(zeros[0], zeros[1]) > length / 100) return null;
  if (zeros[1] > length / 4) return 'utf-16le';
  return zeros[0] > length / 4 ? 'utf-16be' : null;
}

/** UTF-32 without a mark: three of four bytes of most characters are zero. */
function utf32ByZeros(bytes: Buffer): Known | null {
  const length = Math.min(bytes.length, 4096) & ~3;
  const zeros = [0, 0, 0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 3]++;
  const all = length / 4;
  if (length < 8 || zeros[1] < all * 0.9 || zeros[2] < all * 0.9) return null;
  if (zeros[3] === all && zeros[0] < all * 0.1) return 'utf-32le';
  return zeros[0] === all && zeros[3] < all * 0.1 ? 'utf-32be' : null;
}

/** Few zero bytes among the first ones are flaws of a text. */
function looksBinary(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 8192);
  let odd = 0;
  for (const byte of head) if (byte === 0 || (byte < 32 && ![1, 7, 8, 9, 10, 11, 12, 13, 27, 31].includes(byte))) odd++;
  return head.includes(0) && odd > head.length * 0.05;
}

function describeByte(bytes: Buffer, at: number): string {
  let line = 1;
  let start = 0;
  for (let next = bytes.indexOf(10); next !== -1 && next < at; next = bytes.indexOf(10, next + 1)) {
    line++;
    start = next + 1;
  }
  return `line ${line}, byte ${at - start + 1} (0x${bytes[at].toString(16).toUpperCase()})`;
}
