import { AssayError } from '../errors.js';
import { applyOutcome } from '../intake/apply-outcome.js';
import { coerceColumn } from '../intake/coerce-column.js';
import type { Profile } from '../model/profile.js';
import type { Scorecard, Tier } from '../model/scorecard.js';
import type { Column } from '../model/table.js';
import { takeRows } from '../model/take-rows.js';
import { chooseTierCuts } from '../score/choose-tier-cuts.js';
import { logOddsOf, tierOf } from '../score/fit.js';
import { scoreTable } from '../score/score-table.js';
import { listRounds } from '../validate/list-rounds.js';
import { splitAccounts } from '../validate/split-accounts.js';
import { type AccountsSource, sourceName } from './accounts-input.js';
import { type LearningData, learnPart, takeData } from './learn-part.js';
import { type PreparedAccounts, prepareAccounts } from './prepare-accounts.js';
import { recogniseAccounts } from './recognise-accounts.js';
import type { ScoreOptions } from './score-file.js';
import { scoringCard } from './scoring-card.js';
import type { TimeWindow } from './time-window.js';
import { valueOfProfile } from './value/compute-value.js';

export interface JudgeOptions extends ScoreOptions, TimeWindow {
  readonly time?: string;
}

/** Accounts with one card that has not learnt from them. */
export interface JudgedRound {
  readonly card: Scorecard;
  readonly cuts: { readonly ideal: number; readonly stretch: number };
  /** Numbers of the accounts among all of `data`. */
  readonly rows: Int32Array;
  readonly columns: readonly Column[];
}

/** Accounts of which the outcome is known, each scored by a card that has not seen it. */
export interface JudgedAccounts {
  readonly prepared: PreparedAccounts;
  /** Numbers of these accounts among the prepared ones. */
  readonly kept: Int32Array;
  readonly data: LearningData;
  readonly rounds: readonly JudgedRound[];
  /** For each account of `data` the log-odds and the tier that its round gives; NaN and null where it was only learnt from. */
  readonly logOdds: Float64Array;
  readonly tier: readonly (Tier | null)[];
  /** Two parts, to look in one and to confirm in the other. */
  readonly searched: Int32Array;
  readonly confirming: Int32Array;
  /** Learnt again from parts of the file, because the profile was learnt from it. */
  readonly isRelearnt: boolean;
  /** How accounts were kept out of learning, a sentence. */
  readonly split: string;
}

const seed = 1;

/**
 * Scores accounts by a profile that has not learnt from them. Where it has, the same is learnt again from a part of them, and the
 * other part is judged: the later one where times are known.
 * @throws AssayError as `prepareAccounts` does; PROFILE_REFUSED where the profile has no tiers; NO_RECORDS without outcomes; USAGE
 *   where amounts are to be judged on the file that they were learnt from.
 */
export async function judgeAccounts(source: AccountsSource, options: JudgeOptions): Promise<JudgedAccounts> {
  const { profile, since, until } = options;
  const { card, isBelief } = scoringCard(options);
  if (card.tierCuts === null)
    throw new AssayError('PROFILE_REFUSED', {
      detail: `${options.profileFile ?? profile.name} has no tiers: nothing says where the ICP ends.`,
      hint: 'Learn it from data that can carry a profile, or write criteria that gain something.',
    });
  const prepared = await prepare(source, options);
  const outcome = prepared.raw.columns.find(({ name }) => name === profile.best.outcome);
  const labels = profile.best.isAmount || outcome === undefined ? null : applyOutcome(outcome, profile.best);
  const kept = Int32Array.from(prepared.rows, (_, i) => i).filter((i) => labels?.[prepared.rows[i]] !== 255);
  if (kept.length === 0)
    throw new AssayError('NO_RECORDS', {
      detail: `${prepared.raw.source} has no account whose outcome is known (${profile.best.description}).`,
      hint: 'Give a file in which the outcome is filled for the accounts that were decided.',
      place: { file: sourceName(source) },
    });
  const whole: LearningData = {
    columns: prepared.columns,
    labels: Uint8Array.from(prepared.labels, (label, i) => labels?.[prepared.rows[i]] ?? label),
    rowCount: prepared.rowCount,
    groups: prepared.groups,
    order: prepared.time,
    seed,
    coded: prepared.coded,
    wishes: prepared.wishes,
  };
  const data = kept.length === prepared.rowCount ? whole : takeData(whole, kept);
  const rows = Int32Array.from(kept, (i) => prepared.rows[i]);
  const memory = isBelief ? null : recogniseAccounts({ profile, raw: prepared.raw, rows, window: { since, until } });
  const common = { prepared, kept, data };
  const split = (folds: number, share: number) =>
    splitAccounts({
      groups: data.groups,
      keys: (row) => prepared.keys(kept[row]),
      labels: data.labels,
      time: data.order,
      method: data.order === null ? (folds === 2 ? 'folds' : 'auto') : 'time',
      share,
      folds,
      seed,
    });
  if (memory?.isMemory) {
    options.onProgress?.('learning again from a part');
    if (profile.best.isAmount) throw amountMemory(options);
    const cut = split(5, 0.25);
    const listed = listRounds(cut);
    if (listed.length === 0) throw amountMemory(options);
    const rounds = listed.map(({ learnt, heldOut }) => learnRound(data, { learnt, heldOut }));
    const [{ learnt, heldOut }] = listed;
    const description = `The profile was learnt from these accounts, so it was learnt again without those that judge. ${cut.split.description}`;
    return finish({ ...common, rounds, searched: learnt, confirming: heldOut, isRelearnt: true, split: description });
  }
  const columns = profileColumns(prepared, { profile, rows });
  const round = { card, cuts: card.tierCuts, rows: Int32Array.from(rows, (_, i) => i), columns };
  const [halves] = listRounds(split(2, 0.5));
  return finish({
    ...common,
    rounds: [round],
    searched: halves?.learnt ?? new Int32Array(0),
    confirming: halves?.heldOut ?? new Int32Array(0),
    isRelearnt: false,
    split: `${rows.length} accounts of ${prepared.raw.source}. ${memory === null ? 'The profile is beliefs, and was learnt from none of them.' : memory.description}`,
  });
}

function finish(judged: Omit<JudgedAccounts, 'logOdds' | 'tier'>): JudgedAccounts {
  const { data, rounds, isRelearnt, searched } = judged;
  const logOdds = new Float64Array(data.rowCount).fill(Number.NaN);
  const tier = Array<Tier | null>(data.rowCount).fill(null);
  const give = ({ card, cuts, columns }: JudgedRound, rows: Int32Array) => {
    scoreTable(card, { columns, rowCount: rows.length }).forEach((points, i) => {
      logOdds[rows[i]] = logOddsOf(card, points);
      tier[rows[i]] = tierOf({ ...card, tierCuts: cuts }, points);
    });
  };
  // Accounts that were learnt from get a tier, too, to look for groups outside; nothing is judged on them.
  const [first] = rounds;
  if (isRelearnt && rounds.length === 1) {
    give({ ...first, columns: takeData(data, searched).columns }, searched);
    for (const row of searched) logOdds[row] = Number.NaN;
  }
  for (const round of rounds) give(round, round.rows);
  return { ...judged, logOdds, tier };
}

function learnRound(data: LearningData, { learnt, heldOut }: { learnt: Int32Array; heldOut: Int32Array }): JudgedRound {
  const part = takeData(data, learnt);
  const { card } = learnPart(part);
  const points = scoreTable(card, part);
  const baseRate = part.labels.reduce((sum, label) => sum + label, 0) / part.rowCount;
  const cuts = chooseTierCuts(card, { points, baseRate });
  return { card, cuts, rows: heldOut, columns: takeData(data, heldOut).columns };
}

/** The attributes of a profile as it recorded them, of these rows of the table. */
function profileColumns(
  { raw, columns: typed, rows: prepared }: PreparedAccounts,
  { profile, rows }: { profile: Profile; rows: Int32Array },
): Column[] {
  const place = new Map(Array.from(prepared, (row, i) => [row, i] as const));
  return profile.attributes.flatMap(({ name, type, separator }): Column[] => {
    const wanted = type === 'whole' ? 'number' : type;
    const known = typed.find((column) => column.name === name && column.type === wanted);
    if (known !== undefined)
      return [
        takeRows(
          known,
          rows.map((row) => place.get(row) ?? 0),
        ),
      ];
    const column = raw.columns.find((candidate) => candidate.name === name);
    if (column === undefined) return [];
    return [takeRows(coerceColumn(column, { type, separator }).column, rows)];
  });
}

/** The profile's own time column is used where the file has it; one that was asked for must be there. */
async function prepare(source: AccountsSource, options: JudgeOptions): Promise<PreparedAccounts> {
  const value = await valueOfProfile(source, { best: options.profile.best, reader: options.reader });
  const asked = { ...prepareOptions(options, options.time), ...(value && { value }) };
  const own = options.profile.provenance.time;
  if (options.time !== undefined || own === undefined) return prepareAccounts(source, asked);
  try {
    return await prepareAccounts(source, { ...prepareOptions(options, own), ...(value && { value }) });
  } catch (error) {
    if (!(error instanceof AssayError) || error.code !== 'COLUMN_UNKNOWN') throw error;
    return prepareAccounts(source, asked);
  }
}

function prepareOptions(options: JudgeOptions, time: string | undefined) {
  const { profile, id, reader, since, until, onProgress } = options;
  const { best } = profile;
  const value = best.is !== undefined ? `=${best.is.join('|')}` : best.atLeast !== undefined ? `>=${best.atLeast}` : '';
  return {
    outcome: best.from ?? `${best.outcome}${value}`,
    ...(best.isAmount ? { target: 'amount' as const } : {}),
    ...(id === undefined ? {} : { id }),
    ...(time === undefined ? {} : { time }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(reader === undefined ? {} : { reader }),
    ...(onProgress === undefined ? {} : { onProgress }),
  };
}

function amountMemory({ profile, profileFile }: JudgeOptions): AssayError {
  return new AssayError('USAGE', {
    detail: `${profileFile ?? profile.name} was learnt from these very accounts, and they cannot be parted to judge it.`,
    hint: 'Give other accounts: those that were decided later, or learn with --until and judge with --since.',
  });
}
