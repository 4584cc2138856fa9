import { AssayError } from '../../errors.js';
import { inflateEntry, type ZipEntry, zipEntries } from './zip-entries.js';

/** Text seldom packs better than 20 : 1; what unpacks to more than this share of a large size is made to do harm. */
const largestRatio = 250;
const smallEnough = 50_000_000;

/**
 * The one file in a zip archive. What the archive says of sizes is not believed: inflating stops at the limit.
 * @throws AssayError FORMAT_UNKNOWN (no file, or several), FILE_UNREADABLE (damaged, encrypted), FILE_TOO_LARGE.
 */
export function unzipOne(
  zip: Buffer,
  { file, largestBytes }: { file: string; largestBytes: number },
): { name: string; bytes: Buffer } {
  const entries = zipEntries(zip).filter(({ name }) => !/(^|\/)(__MACOSX\/|\.)/.test(name));
  if (entries.length !== 1) throw notOne(file, entries);
  const [entry] = entries;
  const name = entry.name.slice(entry.name.lastIndexOf('/') + 1);
  if (entry.isEncrypted) throw unreadable(file, { why: 'encrypted', hint: 'Unpack it and name the file in it.' });
  const most = Math.min(largestBytes, Math.max(smallEnough, entry.packedSize * largestRatio));
  try {
    return { name, bytes: inflateEntry(zip, { entry, most }) };
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE') {
      throw new AssayError('FILE_TOO_LARGE', {
        detail: `${file}: ${name} in it unpacks to more than ${most} bytes, from ${entry.packedSize}.`,
        hint: 'If it is sound, unpack it and name the file in it.',
        place: { file },
        cause,
      });
    }
    const why = `damaged (${cause instanceof Error ? cause.message : 'unknown'})`;
    throw unreadable(file, { why, hint: 'Fetch it again; a download may have been cut off.', cause });
  }
}

function notOne(file: string, entries: readonly ZipEntry[]): AssayError {
  const some = entries.slice(0, 5).map(({ name }) => name);
  return new AssayError('FORMAT_UNKNOWN', {
    detail:
      entries.length === 0
        ? `${file} is a zip archive without a file that can be found in it.`
        : `${file} is a zip archive of ${entries.length} files (${some.join(', ')}${entries.length > 5 ? ' …' : ''}).`,
    hint: 'Unpack it and name one of its files.',
    place: { file },
  });
}

function unreadable(file: string, { why, hint, cause }: { why: string; hint: string; cause?: unknown }): AssayError {
  return new AssayError('FILE_UNREADABLE', {
    detail: `${file} is a zip archive and ${why}.`,
    hint,
    place: { file },
    ...(cause === undefined ? {} : { cause }),
  });
}
