import { dirname } from 'node:path';
import { AssayError } from '../../errors.js';
import type { ReadOptions } from '../../intake/read-file.js';
import type { Best } from '../../model/profile.js';
import type { ValueDefinition } from '../../model/value-definition.js';
import { type AccountsSource, sourceName } from '../accounts-input.js';
import type { ValueOutcome } from '../value-outcome.js';
import { defineValue } from './define-value.js';
import { estimateLifetime } from './estimate-lifetime.js';
import { type LoadOptions, loadValue } from './load-value.js';

/** What the column of computed value is called. */
export const valueName = 'value';

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
    ? (estimateLifetime(base, { horizonMonths: 12, discountRate: 0.1, seed })?.values?.value ?? null)
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

/**
 * What the accounts of a file came to by the definition that a profile was learnt by: the outcome that it is judged by. Tables
 * of the definition are those beside the file. Undefined where the profile's outcome is a column.
 * @throws AssayError as {@link valueOutcome}; USAGE for workspaces.
 */
export async function valueOfProfile(
  source: AccountsSource,
  { best, reader }: { readonly best: Best; readonly reader?: ReadOptions | undefined },
): Promise<ValueOutcome | undefined> {
  if (best.value === undefined) return undefined;
  if (typeof source !== 'string')
    throw new AssayError('USAGE', {
      detail: `What the profile calls best is computed from a file of accounts, and ${sourceName(source)} is a workspace.`,
      hint: 'Write its accounts first: assay accounts -o accounts.csv; the tables of the definition are taken from beside it.',
    });
  const target = best.isAmount === true ? { target: 'amount' } : {};
  return valueOutcome(source, { define: best.value, folder: dirname(source), ...(reader && { reader }), ...target });
}
