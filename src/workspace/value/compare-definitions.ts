import { AssayError } from '../../errors.js';
import { teams } from '../../model/value-definition.js';
import { chooseBest } from '../../value/choose-best.js';
import { compareIcps, type IcpChange } from '../../value/compare-icps.js';
import { learnProfile } from '../learn-profile.js';
import type { ProgressOptions } from '../progress.js';
import { type DefinedValue, defineValue, wholeMix } from './define-value.js';
import { readDefinition, type ValueData } from './load-value.js';

/**
 * The profile that is learnt of the best by the whole mix, beside those by other mixes: criteria that appear or vanish.
 * @throws AssayError USAGE where there is nothing to learn from, or a mix is not known.
 */
export async function compareDefinitions(
  data: ValueData,
  {
    against = [],
    defined,
    onProgress,
    seed,
  }: { against?: readonly string[]; defined: DefinedValue | null; seed?: number } & ProgressOptions,
): Promise<IcpChange[]> {
  if (against.length === 0) return [];
  const { accountsFile } = data;
  if (defined === null)
    throw new AssayError('USAGE', {
      detail: '--against compares mixes, and no value definition was given.',
      hint: 'Add --define value.yaml.',
    });
  if (accountsFile === null)
    throw new AssayError('USAGE', {
      detail: 'Profiles are learnt from attributes of accounts, and there are none.',
      hint: 'Add --accounts FILE with a row an account.',
    });
  const learn = async (name: string, { values, used }: { values: Float64Array; used: readonly string[] }) => {
    onProgress?.(`learning who is best by ${name}`);
    const { accountOf } = data.attributes ?? data.base;
    const { labels } = chooseBest(values, { share: defined.definition.share });
    const rows = Float64Array.from(accountOf, (account) => (account < 0 ? Number.NaN : labels[account]));
    const { profile } = await learnProfile(accountsFile, {
      value: { name: `best by ${name}`, values: rows, uses: used, outcome: '1' },
      ...(seed === undefined ? {} : { seed }),
    });
    return { name, profile };
  };
  const used = [
    ...new Set([...defined.gathered.flatMap(({ uses }) => uses), ...Object.values(data.base.columns)]),
  ].filter((name) => name !== data.base.columns.account);
  const whole = await learn(wholeMix, { values: defined.mix.values, used });
  const changes: IcpChange[] = [];
  for (const name of against) {
    const other = await learn(name, { values: await mixNamed(name, { data, defined }), used });
    changes.push(compareIcps(whole, other));
  }
  return changes;
}

async function mixNamed(
  name: string,
  { data, defined }: { data: ValueData; defined: DefinedValue },
): Promise<Float64Array> {
  const team = defined.teams.find((one) => one.name === name);
  if (team !== undefined) return team.mix.values;
  if ((teams as readonly string[]).includes(name))
    throw new AssayError('USAGE', {
      detail: `The definition says nothing of what is best for ${name}.`,
      hint: `Teams that it does: ${defined.teams.map((one) => one.name).join(', ')}.`,
    });
  const definition = await readDefinition(name);
  return defineValue(definition, { ...data, lifetime: null }).mix.values;
}
