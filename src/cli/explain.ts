import { AssayError } from '../errors.js';
import { shellWord } from '../model/shell-word.js';
import type { AccountsSource } from '../workspace/accounts-input.js';
import { explainFile } from '../workspace/explain-file.js';
import { readProfile } from '../workspace/read-profile.js';
import type { Io } from './io.js';
import { printJson } from './print-json.js';
import { renderExplanation } from './render-explanation.js';
import { type ScoreFlags, scoreOptions } from './score.js';
import { sourceOf } from './source-of.js';

export interface ExplainFlags extends ScoreFlags {
  readonly account?: string;
}

/** `assay explain`: one account's score taken apart, and what would move it to the next tier. */
export async function explain(
  first: string | undefined,
  { account: second, options, io }: { account: string | undefined; options: ExplainFlags; io: Io },
): Promise<number> {
  // With a workspace there is no file, and the first word is the account.
  const [file, typed] = options.workspace === undefined ? [first, second] : [undefined, first];
  const source = sourceOf(file, { flags: options, command: 'explain' });
  const account = typed ?? options.account;
  if (account === undefined) {
    throw new AssayError('USAGE', {
      detail: 'No account was named.',
      hint: `Give its id: assay explain ${whereOf(source)} ACCOUNT --profile ${shellWord(options.profile)}`,
    });
  }
  const profile = await readProfile(options.profile, { onWarning: io.note });
  const explanation = await explainFile(source, { ...scoreOptions(options, { profile, io }), account });
  for (const note of explanation.notes) io.note(`note: ${note}`);
  if (options.json) printJson(explanation, io);
  else io.out(renderExplanation(explanation, io));
  return 0;
}

function whereOf(source: AccountsSource): string {
  return typeof source === 'string' ? shellWord(source) : `--workspace ${shellWord(source.workspace)}`;
}
