import { extname } from 'node:path';
import { AssayError } from '../errors.js';
import type { Profile } from '../model/profile.js';
import { viewProfile } from '../report/view-profile.js';
import { writeFile } from './write-file.js';

/**
 * Writes the report of a profile: one self-contained page for `.html`, Markdown for `.md`.
 * @param profileFile where the profile stands, for the commands that the report shows.
 * @throws AssayError USAGE for another ending, WRITE_FAILED.
 */
export async function writeReport(
  path: string,
  { profile, profileFile }: { profile: Profile; profileFile?: string },
): Promise<void> {
  const view = viewProfile(profile, profileFile === undefined ? {} : { path: profileFile });
  switch (extname(path).toLowerCase()) {
    case '.html':
    case '.htm':
      return writeFile(path, await (await import('../report/render-html.js')).renderHtml(view));
    case '.md':
      return writeFile(path, (await import('../report/render-markdown.js')).renderMarkdown(view));
    default:
      throw new AssayError('USAGE', {
        detail: `${path}: the format of a report is told by its ending.`,
        hint: 'End it with .html or .md.',
        place: { file: path },
      });
  }
}
