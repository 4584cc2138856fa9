import { shellWord } from '../model/shell-word.js';
import { makeWorkspace } from '../workspace/make-workspace.js';
import type { CommonOptions } from './common-options.js';
import type { Io } from './io.js';
import { printJson } from './print-json.js';

/** `assay init`: a folder becomes a workspace. */
export async function init(
  folder: string | undefined,
  { options, io }: { options: CommonOptions; io: Io },
): Promise<number> {
  const path = await makeWorkspace(folder ?? '.', { now: () => new Date() });
  if (options.json) printJson({ workspace: path }, io);
  else if (!options.quiet) {
    const place = folder === undefined || folder === '.' ? '' : ` --workspace ${shellWord(folder)}`;
    io.out(
      `Made a workspace in ${path}.\nNext: assay import FILE…${place} --dry-run shows what would become of your files.`,
    );
  }
  return 0;
}
