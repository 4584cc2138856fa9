import { access } from 'node:fs/promises';
import { assignAccounts, type Candidate } from '../activate/experiment/assign-accounts.js';
import { type Balance, balanceArms } from '../activate/experiment/balance-arms.js';
import { checkAssignments } from '../activate/experiment/check-assignments.js';
import { AssayError } from '../errors.js';
import type { ReadOptions } from '../intake/read-file.js';
import type { Assignment, Experiment } from '../model/experiment.js';
import type { Profile } from '../model/profile.js';
import { valueText } from '../score/explain-account.js';
import { type AccountsSource, readInput, sourceName } from './accounts-input.js';
import { findId } from './find-id.js';
import type { ProgressOptions } from './progress.js';
import { readAssignments } from './read-assignments.js';
import { resolveColumn } from './resolve-columns.js';
import { scoreFile } from './score-file.js';

export interface AssignOptions extends ProgressOptions {
  readonly experiment: Experiment;
  /** A file of earlier assignments, which stay as they are; need not exist. */
  readonly before?: string;
  /** Scores the accounts: their tier and fit are written down as they are now. */
  readonly profile?: Profile;
  readonly profileFile?: string;
  /** Only accounts of these tiers take part. */
  readonly tiers?: readonly string[];
  readonly id?: string;
  readonly reader?: ReadOptions;
}

export interface AssignedFile {
  readonly assignments: readonly Assignment[];
  /** How many of them are new. */
  readonly added: number;
  readonly balance: Balance;
  readonly notes: readonly string[];
}

/**
 * Draws the accounts of a file into the arms of an experiment.
 * @throws AssayError USAGE where accounts cannot be named or balanced, EXPERIMENT_REFUSED where earlier assignments are not
 *   those that this experiment drew, and as reading does.
 */
export async function assignFile(source: AccountsSource, options: AssignOptions): Promise<AssignedFile> {
  const { experiment, before: file, tiers } = options;
  const before = file === undefined || !(await exists(file)) ? [] : await readAssignments(file);
  const problems = before.length === 0 ? [] : checkAssignments(before, experiment);
  if (problems.length > 0)
    throw new AssayError('EXPERIMENT_REFUSED', {
      detail: `${file} cannot be added to. ${problems.join(' ')}`,
      hint: 'Give the experiment.yaml that these accounts were assigned by, or begin a new file.',
      ...(file === undefined ? {} : { place: { file } }),
    });
  if (tiers !== undefined && options.profile === undefined)
    throw new AssayError('USAGE', { detail: '--tiers needs to know the tiers.', hint: 'Add --profile icp.yaml.' });
  const { candidates, notes } = await listCandidates(source, options);
  const wanted = tiers === undefined ? candidates : candidates.filter(({ tier }) => tiers.includes(tier ?? ''));
  const [kept, repeated] = firstOfEach(wanted.filter(({ account }) => account !== ''));
  const nameless = wanted.filter(({ account }) => account === '').length;
  const assignments = assignAccounts(kept, { experiment, before });
  return {
    assignments,
    added: assignments.length - before.length,
    balance: balanceArms(assignments, experiment),
    notes: [
      ...notes,
      ...(repeated > 0 ? [`${repeated} rows name an account again and count once.`] : []),
      ...(nameless > 0 ? [`${nameless} rows name no account and take no part.`] : []),
    ],
  };
}

async function listCandidates(source: AccountsSource, options: AssignOptions) {
  const { experiment, profile, profileFile, id, reader, onProgress } = options;
  const input = await readInput(source, { reader, outcome: null });
  const { raw } = input;
  const names = raw.columns.map(({ name }) => name);
  const idColumn =
    id === undefined
      ? (input.roles.id ?? findId(raw, { known: profile?.provenance.id, others: [] }))
      : resolveColumn(id, { names, file: raw.source, option: '--id' });
  const column = raw.columns.find(({ name }) => name === idColumn);
  if (column === undefined)
    throw new AssayError('USAGE', {
      detail: `${sourceName(source)} has no column that names accounts for sure.`,
      hint: 'Name it with --id: an account must be known again when its outcome is read.',
    });
  const scores =
    profile === undefined
      ? null
      : await scoreFile(source, {
          profile,
          ...(profileFile === undefined ? {} : { profileFile }),
          ...(idColumn === undefined || typeof source !== 'string' ? {} : { id: idColumn }),
          ...(reader === undefined ? {} : { reader }),
          ...(onProgress === undefined ? {} : { onProgress }),
        });
  const scoreOf = new Map(scores?.accounts.map((score) => [score.id, score]));
  const strata = strataOf(experiment, { names, raw: raw.columns, file: raw.source, hasTiers: scores !== null });
  const candidates = Array.from(raw.lines, (_, row): Candidate => {
    const account = valueText(column, row) ?? '';
    const score = scoreOf.get(account);
    const tier = score?.tier ?? null;
    return { account, tier, fit: score?.fit ?? null, stratum: strata === null ? null : strata(row, tier) };
  });
  return { candidates, notes: scores?.notes ?? raw.notes };
}

function strataOf(
  { stratify }: Experiment,
  {
    names,
    raw,
    file,
    hasTiers,
  }: { names: string[]; raw: readonly Parameters<typeof valueText>[0][]; file: string; hasTiers: boolean },
): ((row: number, tier: string | null) => string) | null {
  if (stratify === undefined) return null;
  if (stratify === 'tier' && hasTiers) return (_, tier) => tier ?? 'none';
  if (stratify === 'tier' && !names.includes('tier'))
    throw new AssayError('USAGE', {
      detail: 'The experiment balances tiers, and nothing says which tier an account is in.',
      hint: 'Add --profile icp.yaml, or give a file of scores that has a column tier.',
    });
  const name = resolveColumn(stratify, { names, file, option: 'stratify' });
  const column = raw[names.indexOf(name)];
  return (row) => valueText(column, row) ?? 'none';
}

function firstOfEach(candidates: readonly Candidate[]): [Candidate[], number] {
  const seen = new Set<string>();
  const kept = candidates.filter(({ account }) => !seen.has(account) && seen.add(account));
  return [kept, candidates.length - kept.length];
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
