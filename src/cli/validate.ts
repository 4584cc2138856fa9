import { readProfile } from '../workspace/read-profile.js';
import { validateFile } from '../workspace/validate-file.js';
import type { Io } from './io.js';
import { noteQuarantine } from './note-quarantine.js';
import { printJson } from './print-json.js';
import { renderValidation } from './render-validation.js';
import { type ScoreFlags, scoreOptions } from './score.js';
import { type SelectionFlags, selectionAsked } from './selection-flags.js';
import { sourceOf } from './source-of.js';

export interface ValidateFlags extends ScoreFlags, SelectionFlags {
  readonly since?: string;
  readonly until?: string;
}

/** Exit code when the profile does not hold on the new outcomes. */
const refusedExit = 1;

/** `assay validate`: the same proof as at learning, on outcomes that the profile has not seen. */
export async function validate(
  file: string | undefined,
  { options, io }: { options: ValidateFlags; io: Io },
): Promise<number> {
  const source = sourceOf(file, { flags: options, command: 'validate' });
  const profile = await readProfile(options.profile, { onWarning: io.note });
  const validation = await validateFile(source, {
    ...scoreOptions(options, { profile, io }),
    since: options.since,
    until: options.until,
    ...selectionAsked(options),
  });
  noteQuarantine(validation.quarantined, { file: file ?? '', io });
  for (const note of validation.notes) io.note(`note: ${note}`);
  if (options.json) printJson(validation, io);
  else io.out(renderValidation(validation, { before: profile, color: io.color }));
  return validation.verdict === 'publishable' || validation.verdict === 'ranked' ? 0 : refusedExit;
}
