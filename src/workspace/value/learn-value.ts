import { AssayError } from '../../errors.js';
import type { ValueDefinition } from '../../model/value-definition.js';
import { type AccountsSource, sourceName } from '../accounts-input.js';
import { learnProfile } from '../learn-profile.js';
import type { LearnedProfile, LearnOptions } from '../learned-profile.js';
import { valueOutcome } from './compute-value.js';

/**
 * Learns who the best accounts of a file are by a value definition: yes or no by its share, or with `target` the amount.
 * @throws AssayError as `learnProfile` does; USAGE for workspaces, and where amounts are no money.
 */
export async function learnValue(
  source: AccountsSource,
  { define, ...options }: LearnOptions & { readonly define: string | ValueDefinition; readonly folder?: string },
): Promise<LearnedProfile> {
  if (typeof source !== 'string')
    throw new AssayError('USAGE', {
      detail: `Value is computed for the accounts of a file, and ${sourceName(source)} is a workspace.`,
      hint: 'Write its accounts first: assay accounts -o accounts.csv; other tables are named in the definition by their files.',
    });
  if (options.outcome !== undefined)
    throw new AssayError('USAGE', {
      detail: 'Both --outcome and --value say what best means.',
      hint: 'Give one of them.',
    });
  options.onProgress?.('computing value');
  const value = await valueOutcome(source, { ...options, define });
  return learnProfile(source, { ...options, value });
}
