import { type AskedTrait, type CountedFile, countParquet } from '../intake/count-parquet.js';
import { matchTrait } from '../learn/match-trait.js';
import { crudeLogOdds } from '../learn/trait-evidence.js';
import type { Attribute } from '../model/attribute.js';
import type { Criterion, Evidence } from '../model/criterion.js';
import type { Interval } from '../model/estimate.js';
import type { Profile } from '../model/profile.js';
import type { AccountsSource } from './accounts-input.js';
import type { PreparedAccounts } from './prepare-accounts.js';
import type { TimeWindow } from './time-window.js';

interface Counted {
  readonly learned: Profile['learned'];
  readonly criteria: readonly Criterion[];
  /** What of the counts is of the sample, as a sentence. */
  readonly notes: readonly string[];
}

/**
 * Where a sample of a file was learnt from: the accounts, the outcomes and the evidence of each criterion counted in the whole
 * file. A lift is then that of all accounts, with the relative width that its interval had in the sample. Where the sample
 * had to leave out rows that the engine cannot tell (repeats, a window of time) the counts stay those of the sample, and that is said.
 */
export async function countWholeFile(
  source: AccountsSource,
  {
    accounts: { raw, best, attributes, setAside },
    learned,
    criteria,
    since,
    until,
  }: {
    accounts: Pick<PreparedAccounts, 'raw' | 'best' | 'attributes' | 'setAside'>;
    learned: Profile['learned'];
    criteria: readonly Criterion[];
  } & TimeWindow,
): Promise<Counted> {
  if (raw.sampled === undefined || typeof source !== 'string') return { learned, criteria, notes: [] };
  const asSampled = { learned, criteria, notes: ['Counts of accounts are those of the sample.'] };
  const isApart =
    since !== undefined || until !== undefined || setAside.some(({ reason }) => reason === 'duplicate rows');
  if (isApart) return asSampled;
  const counted = await countParquet(source, { best, traits: askAbout(criteria, attributes) });
  if (counted === null || counted.positives === 0) return asSampled;
  const { accounts, positives } = counted;
  return {
    learned: { accounts, positives, baseRate: positives / accounts },
    criteria: criteria.map((criterion, i) => recount(criterion, { counted, at: i })),
    notes: [
      `Counts of accounts and of what they have in common are of all ${accounts} accounts of the file whose outcome is known; segments, kinds and the proof are of the sample.`,
    ],
  };
}

function askAbout(criteria: readonly Criterion[], attributes: readonly Attribute[]): AskedTrait[] {
  return criteria.map(({ trait: { attribute: name, condition } }) => {
    const attribute = attributes.find((one) => one.name === name) ?? { name, type: 'category' as const };
    const match: AskedTrait['match'] = (column) => matchTrait(column, condition);
    return condition.kind === 'range' ? { attribute, match, range: condition } : { attribute, match };
  });
}

function recount(criterion: Criterion, { counted, at }: { counted: CountedFile; at: number }): Criterion {
  const found = counted.traits[at];
  const { evidence } = criterion;
  if (found === null || evidence === undefined || found.accounts === 0) return criterion;
  const counts = { ...found, totalAccounts: counted.accounts, totalPositives: counted.positives };
  const lift = found.positives / found.accounts / (counted.positives / counted.accounts);
  const whole: Evidence = {
    ...evidence,
    ...found,
    share: found.accounts / counted.accounts,
    lift: moved(evidence.lift, lift),
    crude: crudeLogOdds(counts),
  };
  return { ...criterion, evidence: whole };
}

/** The interval around another estimate, each bound as many times away from it as before. */
function moved({ estimate, lower, upper }: Interval, to: number): Interval {
  if (!(estimate > 0) || !(to > 0)) return { estimate: to, lower, upper };
  return { estimate: to, lower: (lower / estimate) * to, upper: (upper / estimate) * to };
}
