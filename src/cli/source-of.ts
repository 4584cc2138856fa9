import { AssayError } from '../errors.js';
import { shellWord } from '../model/shell-word.js';
import type { AccountsSource } from '../workspace/accounts-input.js';

/** Where accounts come from; the same for every command that reads some. */
export interface SourceFlags {
  readonly workspace?: string;
  readonly asOf?: string;
}

/** The file or the workspace that was named; one of both. @param command for the message. */
export function sourceOf(
  file: string | undefined,
  { flags, command }: { flags: SourceFlags; command: string },
): AccountsSource {
  const { workspace, asOf } = flags;
  if (workspace !== undefined && file === undefined)
    return { workspace, now: () => new Date(), ...(asOf === undefined ? {} : { asOf }) };
  if (file !== undefined && workspace === undefined && asOf === undefined) return file;
  if (file !== undefined && workspace === undefined) {
    throw new AssayError('USAGE', {
      detail: '--as-of is for workspaces: a file says what was known when it was written.',
      hint: 'Leave it out, or name a workspace with --workspace.',
    });
  }
  throw new AssayError('USAGE', {
    detail:
      file === undefined
        ? 'Neither a file nor a workspace was named.'
        : `Both the file ${file} and the workspace ${workspace} were named.`,
    hint: `Give one: assay ${command} ${shellWord(file ?? 'accounts.csv')} or assay ${command} --workspace ${shellWord(workspace ?? 'FOLDER')}`,
  });
}
