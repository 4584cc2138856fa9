import { extname } from 'node:path';
import { AssayError } from '../errors.js';
import type { PageView } from '../report/page/page-view.js';
import { writeFile } from './write-file.js';

/**
 * Writes a page: one self-contained file for `.html`, Markdown for `.md`.
 * @throws AssayError USAGE for another ending, WRITE_FAILED.
 */
export async function writePage(path: string, view: PageView): Promise<void> {
  switch (extname(path).toLowerCase()) {
    case '.html':
    case '.htm':
      return writeFile(path, await (await import('../report/page/render-page-html.js')).renderPageHtml(view));
    case '.md':
      return writeFile(path, (await import('../report/page/render-page-markdown.js')).renderPageMarkdown(view));
    default:
      throw new AssayError('USAGE', {
        detail: `${path}: the format of a report is told by its ending.`,
        hint: 'End it with .html or .md.',
        place: { file: path },
      });
  }
}
