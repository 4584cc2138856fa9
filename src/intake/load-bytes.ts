import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { AssayError } from '../errors.js';
import { unzipOne } from './zip/unzip-one.js';
import { zipEntries } from './zip/zip-entries.js';

/** Files, packed or unpacked, over this many bytes are refused before they fill the memory; Parquet does not fill it. */
const usualLargest = 1_900_000_000;

export interface LoadedFile {
  /** Name without folder, and without `.gz` where the file was packed; of the file in a zip archive. */
  readonly name: string;
  /** Unpacked; of a Parquet file only the first ones. */
  readonly bytes: Buffer;
  /** SHA-256 of the file as it lies on disk. */
  readonly snapshot: string;
  readonly notes: readonly string[];
}

/**
 * Reads a whole file, unpacking gzip, and zip where it holds one file.
 * @throws AssayError FILE_NOT_FOUND, FILE_UNREADABLE (a folder, no permission, damaged gzip or zip), FILE_TOO_LARGE, FORMAT_UNKNOWN (a zip of several files).
 */
export async function loadBytes(
  path: string,
  { largestBytes: largest }: { largestBytes?: number | undefined } = {},
): Promise<LoadedFile> {
  const largestBytes = largest ?? usualLargest;
  const source = basename(path);
  const parquet = await readParquetHead(path, largest);
  if (parquet !== null) return { name: source, ...parquet, notes: [] };
  const packed = await readWhole(path, largestBytes);
  const snapshot = createHash('sha256').update(packed).digest('hex');
  if (isPlainZip(packed) && !/\.xlsx$/i.test(source)) {
    const { name, bytes } = unzipOne(packed, { file: path, largestBytes });
    return { name, bytes, snapshot, notes: [`The file was taken out of the zip archive ${source}.`] };
  }
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) return { name: source, bytes: packed, snapshot, notes: [] };
  const bytes = await unpack(packed, { path, largestBytes });
  return { name: source.replace(/\.gz$/i, ''), bytes, snapshot, notes: ['The file was packed with gzip.'] };
}

/** Of a Parquet file, which the engine reads by itself: its first bytes, and the hash of all. Null for any other file. */
async function readParquetHead(
  path: string,
  largestBytes = Number.POSITIVE_INFINITY,
): Promise<Pick<LoadedFile, 'bytes' | 'snapshot'> | null> {
  try {
    const handle = await open(path, 'r');
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(parquetMagic.length), { position: 0 });
      if (bytesRead < parquetMagic.length || !buffer.equals(parquetMagic)) return null;
      if ((await handle.stat()).size > largestBytes) return null;
      const hash = createHash('sha256');
      for await (const chunk of handle.createReadStream({ start: 0, autoClose: false, highWaterMark: 1 << 20 }))
        hash.update(chunk);
      return { bytes: buffer, snapshot: hash.digest('hex') };
    } finally {
      await handle.close();
    }
  } catch {
    // What is wrong with it is said where it is read whole.
    return null;
  }
}

const parquetMagic = Buffer.from('PAR1');

/** A workbook is a zip archive too, and is read as it is. */
function isPlainZip(bytes: Buffer): boolean {
  if (bytes.length < 4 || bytes.readUInt32BE(0) !== 0x504b0304) return false;
  return !zipEntries(bytes).some(({ name }) => name.startsWith('xl/')) && !bytes.includes('xl/workbook');
}

async function readWhole(path: string, largestBytes: number): Promise<Buffer> {
  try {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      if (size > largestBytes) throw tooLarge(path, { what: `${size} bytes`, largestBytes });
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw cause instanceof AssayError ? cause : readError(path, cause);
  }
}

async function unpack(packed: Buffer, { path, largestBytes }: { path: string; largestBytes: number }): Promise<Buffer> {
  try {
    return await promisify(gunzip)(packed, { maxOutputLength: largestBytes });
  } catch (cause) {
    if (codeOf(cause) === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(path, { what: 'its unpacked content', largestBytes });
    throw new AssayError('FILE_UNREADABLE', {
      detail: `${path} is packed with gzip and damaged (${cause instanceof Error ? cause.message : 'unknown'}).`,
      hint: 'Unpack it or fetch it again; a download may have been cut off.',
      place: { file: path },
      cause,
    });
  }
}

function tooLarge(path: string, { what, largestBytes }: { what: string; largestBytes: number }): AssayError {
  return new AssayError('FILE_TOO_LARGE', {
    detail: `${path}: ${what} is over the limit of ${largestBytes} bytes.`,
    hint: 'Split it and import the parts under names of their own (deals-1.csv, deals-2.csv): their rows count together. Or leave out columns, or convert it to Parquet.',
    place: { file: path },
  });
}

function readError(path: string, cause: unknown): AssayError {
  const code = codeOf(cause);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    const hint = 'Check the path; it is taken relative to the folder that the command runs in.';
    return new AssayError('FILE_NOT_FOUND', { detail: `${path} does not exist.`, hint, place: { file: path }, cause });
  }
  const detail = code === 'EISDIR' ? `${path} is a folder, not a file.` : `${path} cannot be read (${code}).`;
  const hint = code === 'EISDIR' ? 'Name one file in it.' : 'Check that you may read it and that the disk is sound.';
  return new AssayError('FILE_UNREADABLE', { detail, hint, place: { file: path }, cause });
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
}
