import { AssayError } from '../../errors.js';
import type { ValueDefinition } from '../../model/value-definition.js';
import { type AccountsSource, sourceName } from '../accounts-input.js';
import { learnProfile } from '../learn-profile.js';
import type { LearnedProfile, LearnOptions } from '../learned-profile.js';
import type { ValueOutcome } from '../value-outcome.js';
import { defineValue } from './define-value.js';
import { estimateLifetime } from './estimate-lifetime.js';
import { type LoadOptions, loadValue } from './load-value.js';

/** What the column of computed value is called. */
export const valueName = 'value';

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

/** The value of each row of a file, as an outcome. @param about `target`: `amount`, where the amount itself is learnt. */
export async function valueOutcome(
  source: string,
  about: LoadOptions & { readonly define: string | ValueDefinition; readonly target?: string; readonly seed?: number },
): Promise<ValueOutcome> {
  const { define, folder, reader, target, seed = 1 } = about;
  const data = await loadValue(source, {
    define,
    ...(folder === undefined ? {} : { folder }),
    ...(reader === undefined ? {} : { reader }),
  });
  const { base, definition } = data;
  if (definition === null || base.kind === 'purchases')
    throw new AssayError('USAGE', {
      detail: `The rows of ${data.main.name} are purchases, and profiles are learnt from accounts, a row each.`,
      hint: 'Give the file of accounts, and name the purchases in the definition: `table: orders.csv`.',
      place: { file: source },
    });
  const needsLifetime = definition.components.some(({ of, column }) => of === 'lifetime' && column === undefined);
  const lifetime = needsLifetime
    ? (estimateLifetime(base, { horizonMonths: 12, discountRate: 0.1, seed })?.values.value ?? null)
    : null;
  const defined = defineValue(definition, { ...data, lifetime });
  if (target !== undefined && !defined.isMoney)
    throw new AssayError('USAGE', {
      detail: 'With --target amount value must be an amount, and this mix is one of ranks or other scales.',
      hint: 'Leave --target out, or use components of money with `normalise: none`.',
    });
  const { values } = defined.mix;
  return {
    name: valueName,
    values: Float64Array.from(base.accountOf, (account) => (account < 0 ? Number.NaN : values[account])),
    outcome: target === undefined ? `>=${defined.best.from}` : '',
    uses: [...new Set(defined.gathered.flatMap(({ uses }) => uses))],
    description:
      target !== undefined
        ? `${definition.name ?? 'value'} is large`
        : definition.atLeast === undefined
          ? `${definition.name ?? 'value'}: among the best ${Math.round(definition.share * 100)} %`
          : `${definition.name ?? 'value'}: at least ${definition.atLeast}`,
    definition: target === undefined ? { ...definition, atLeast: defined.best.from } : definition,
  };
}
