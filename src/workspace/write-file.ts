import { rmSync } from 'node:fs';
import { rename, rm, writeFile as write } from 'node:fs/promises';
import { AssayError } from '../errors.js';

/**
 * Writes a file whole or not at all: beside its place first, then renamed. Content may come in parts.
 * @throws AssayError WRITE_FAILED, or what the making of a part threw; what was there before is left as it was.
 */
export async function writeFile(path: string, content: string | Uint8Array | AsyncIterable<string>): Promise<void> {
  const draft = `${path}.${process.pid}.partial`;
  // An interrupt ends the process in the middle: what was begun is taken away then, too.
  const abandon = () => rmSync(draft, { force: true });
  process.once('exit', abandon);
  try {
    await write(draft, content, { flush: true });
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    if (cause instanceof AssayError) throw cause;
    throw new AssayError('WRITE_FAILED', {
      detail: `${path} could not be written: ${cause instanceof Error ? cause.message : String(cause)}.`,
      hint: 'Check that the folder exists, may be written to and has room; nothing was changed.',
      place: { file: path },
      cause,
    });
  } finally {
    process.off('exit', abandon);
  }
}
