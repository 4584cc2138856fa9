import { AssayError } from '../errors.js';
import { explainFile } from '../workspace/explain-file.js';
import { readProfile } from '../workspace/read-profile.js';
import type { Io } from './io.js';
import { printJson } from './print-json.js';
import { renderExplanation } from './render-explanation.js';
import { type ScoreFlags, scoreOptions } from './score.js';

export interface ExplainFlags extends ScoreFlags {
  readonly account?: string;
}

/** `assay explain`: one account's score taken apart, and what would move it to the next tier. */
export async function explain(
  file: string,
  { account: typed, options, io }: { account: string | undefined; options: ExplainFlags; io: Io },
): Promise<number> {
  const account = typed ?? options.account;
  if (account === undefined) {
    throw new AssayError('USAGE', {
      detail: 'No account was named.',
      hint: `Give its id after the file: assay explain ${file} ACCOUNT --profile ${options.profile}`,
    });
  }
  const profile = await readProfile(options.profile, { onWarning: io.note });
  const explanation = await explainFile(file, { ...scoreOptions(options, { profile, io }), account });
  for (const note of explanation.notes) io.note(`note: ${note}`);
  if (options.json) printJson(explanation, io);
  else io.out(renderExplanation(explanation, io));
  return 0;
}
