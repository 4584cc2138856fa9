import { AssayError } from '../../errors.js';
import { inflateEntry, zipEntries } from '../zip/zip-entries.js';

/** A workbook that unpacks to more is refused: its XML is held in memory as a whole. */
const largestUnpacked = 500_000_000;

/** The library inflates without a limit, so each part is inflated once before, and held to what the archive says of it. */
export function refuseBomb(bytes: Buffer, file: string): void {
  const tooLarge = (what: string) =>
    new AssayError('FILE_TOO_LARGE', {
      detail: `${file} ${what}; the limit is ${largestUnpacked}.`,
      hint: 'Save the sheet as CSV.',
      place: { file },
    });
  const entries = zipEntries(bytes);
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > largestUnpacked) throw tooLarge(`would unpack to ${size} bytes`);
  for (const entry of entries) {
    try {
      inflateEntry(bytes, { entry, most: Math.max(1, entry.size) });
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE')
        throw tooLarge(`holds ${entry.name}, which unpacks to more bytes than the archive says`);
      throw new AssayError('FILE_UNREADABLE', {
        detail: `${file} is damaged: ${entry.name} cannot be unpacked (${cause instanceof Error ? cause.message : 'unknown'}).`,
        hint: 'Open it in a spreadsheet program and save it again as .xlsx, or export CSV.',
        place: { file },
        cause,
      });
    }
  }
}
