import { AssayError } from '../errors.js';
import { applyOutcome } from '../intake/apply-outcome.js';
import { readAmounts } from '../intake/read-amounts.js';
import { confirmCriteria } from '../learn/confirm-criteria.js';
import type { AuditFinding } from '../model/audit.js';
import type { Criterion } from '../model/criterion.js';
import type { Gate } from '../model/gate.js';
import type { LeakFinding } from '../model/leak.js';
import type { Profile, SetAside } from '../model/profile.js';
import type { Baseline, Proof, Verdict } from '../model/proof.js';
import type { Column, QuarantinedRecord, RawColumn, RawTable, Table } from '../model/table.js';
import { takeRows } from '../model/take-rows.js';
import { logOddsOf } from '../score/fit.js';
import { scoreTable } from '../score/score-table.js';
import { findDates } from '../validate/audit/find-dates.js';
import { decideVerdict, type GatedDecision } from '../validate/decide-verdict.js';
import { measureBaselines } from '../validate/measure-baselines.js';
import { proveScores } from '../validate/prove-scores.js';
import { splitAccounts } from '../validate/split-accounts.js';
import { type AccountsSource, sourceName } from './accounts-input.js';
import { auditJudged } from './audit-judged.js';
import { auditSelected } from './audit-selected.js';
import { chooseRows } from './choose-rows.js';
import { duplicatesOf } from './duplicates-of.js';
import { codeAccounts } from './learn-part.js';
import { readAccounts } from './read-accounts.js';
import { type Memory, recogniseAccounts } from './recognise-accounts.js';
import { rowKeys } from './row-keys.js';
import type { ScoreOptions } from './score-file.js';
import { scoringCard } from './scoring-card.js';
import type { SelectionOptions } from './selection-options.js';
import { setAsideRows } from './set-aside-rows.js';
import type { TimeWindow } from './time-window.js';
import { typeInput } from './type-input.js';
import { type JudgedAmounts, validateAmounts } from './validate-amounts.js';
import { type JudgedTimes, readWatched, validateTimes } from './validate-times.js';

/** With `since` and `until` only accounts decided in that window are judged; the profile's time column says when. */
export interface ValidateOptions extends ScoreOptions, TimeWindow, Omit<SelectionOptions, 'mature'> {}

/** How a profile did on outcomes that it had not seen. */
export interface Validation {
  readonly verdict: Verdict;
  readonly reasons: readonly string[];
  /** What was asked before the verdict, in order; empty for a profile of amounts or of time. */
  readonly gates: readonly Gate[];
  readonly help: readonly string[];
  /** Null for a profile of amounts or of time. */
  readonly proof: Proof | null;
  /** Of a profile of amounts: how what it expected did. */
  readonly amount?: JudgedAmounts['amount'];
  /** Of a profile of time: how what it foretold did. */
  readonly time?: JudgedTimes['time'];
  /** Learnt from the new outcomes themselves, by folds: the baselines have the advantage. */
  readonly baselines: readonly Baseline[];
  /** The profile's criteria, each with the status that the new outcomes give it. */
  readonly criteria: readonly Criterion[];
  /** Attributes of the card that may know these outcomes, and what the card does without their points; of yes or no only. */
  readonly leaks?: readonly LeakFinding[];
  /** Whether these are accounts that the profile is used on, the gravest finding first; of yes or no only. */
  readonly audit?: readonly AuditFinding[];
  /** Rows of the file that were not judged, and why. */
  readonly setAside: readonly SetAside[];
  readonly notes: readonly string[];
  readonly quarantined: readonly QuarantinedRecord[];
}

const baselineSeed = 1;

/**
 * Judges a profile by outcomes that came after it was learnt. The same measures and the same gates as at learning.
 * @throws AssayError COLUMN_UNKNOWN when the file lacks the outcome, NO_RECORDS when none is known,
 *   PROFILE_REFUSED when the profile cannot score.
 */
export async function validateFile(source: AccountsSource, options: ValidateOptions): Promise<Validation> {
  const { profile, since, until } = options;
  const { card } = scoringCard(options);
  const file = sourceName(source);
  options.onProgress?.(`reading ${file}`);
  const { raw, input, columns, idColumn, notes } = await readAccounts(source, { ...options, card, isJudged: true });
  const outcome = findOutcome(raw, { profile, file });
  const { table, findings } = typeInput(input);
  const watched = profile.best.time === undefined ? null : readWatched(profile, { raw, table });
  const labels =
    watched?.labels ??
    (profile.best.isAmount ? readAmounts(outcome, { file }).labels : applyOutcome(outcome, profile.best));
  const duplicates = duplicatesOf(input, { id: idColumn, findings });
  const window = { time: profile.provenance.time, since, until };
  const rows = chooseRows({ labels, drop: duplicates.drop, table, window });
  if (rows.length === 0) {
    const isWindowed = since !== undefined || until !== undefined;
    throw new AssayError('NO_RECORDS', {
      detail: `${raw.source} has no account whose outcome is known (${profile.best.description})${isWindowed ? ' in that window of time' : ''}.`,
      hint: isWindowed
        ? `Widen --since and --until: they are compared with ${profile.provenance.time}.`
        : `Fill the column ${profile.best.outcome} for the accounts that were decided.`,
      place: { file },
    });
  }
  options.onProgress?.(`judging ${rows.length} accounts`);
  const judged = {
    columns: columns.map((column): Column => takeRows(column, rows)),
    labels: Uint8Array.from(rows, (row) => labels[row]),
    rowCount: rows.length,
  };
  const memory = recogniseAccounts({ profile, raw, rows, window });
  const groups = Int32Array.from(rows, (row) => duplicates.groups[row]);
  const keys = rowKeys(raw, { rows, idColumn });
  const split = splitAccounts({ groups, keys, labels: judged.labels, time: null, method: 'folds', seed: baselineSeed });
  const description = `${rows.length} accounts of ${raw.source}. ${memory.description}`;
  const rest = {
    setAside: setAsideRows({ raw, duplicates, labels, outcome: profile.best.outcome }),
    notes: [...notes, ...duplicates.notes],
    quarantined: raw.quarantined,
  };
  if (profile.best.isAmount) {
    const { decision, amount, criteria } = validateAmounts(judged, {
      profile,
      card,
      outcome,
      rows,
      description,
      folds: split,
    });
    const told = memory.isMemory ? onlyMemory(memory) : decision;
    return {
      gates: [],
      ...told,
      proof: null,
      amount,
      baselines: [],
      criteria: memory.isMemory ? profile.criteria : criteria,
      ...rest,
    };
  }
  if (watched !== null) {
    const { decision, time, criteria } = validateTimes(judged, {
      profile,
      card,
      watched,
      rows,
      description,
      folds: split,
    });
    return {
      gates: [],
      ...(memory.isMemory ? onlyMemory(memory) : decision),
      proof: null,
      time,
      baselines: [],
      criteria: memory.isMemory ? profile.criteria : criteria,
      ...rest,
      notes: [...rest.notes, ...watched.notes],
    };
  }
  const logOdds = Float64Array.from(scoreTable(card, judged), (points) => logOddsOf(card, points));
  const probabilities = logOdds.map((value) => 1 / (1 + Math.exp(-value)));
  const proof = proveScores({
    points: logOdds,
    probabilities,
    labels: judged.labels,
    split: {
      method: 'new',
      heldOutShare: 1,
      description,
    },
    moments: momentsOf(table, { time: profile.provenance.time, rows }),
  });
  const coded = codeAccounts(judged);
  const baselines = measureBaselines(coded, {
    labels: judged.labels,
    split,
    columns: judged.columns,
    ours: { points: logOdds, probabilities },
  });
  const decision = decide({ profile, proof, memory, baselines });
  const leaks = auditJudged(
    { ...judged, coded },
    {
      profile,
      card,
      raw,
      table,
      rows,
      id: idColumn,
      isAsOf: (name) => input.known.get(name)?.isAsOf === true,
      isInFileOrder: typeof source === 'string',
    },
  );
  const { findings: audit } = await auditSelected(
    {
      ...judged,
      raw,
      allColumns: table.columns,
      allLabels: labels,
      dates: findDates(table.columns, { created: options.created, decided: profile.provenance.time, labels }),
      rows,
      groups,
      time: null,
      timeColumn: profile.provenance.time,
      idColumn,
      best: profile.best,
    },
    { ...options, split: null, criteria: profile.criteria, card },
  );
  return {
    ...decision,
    proof,
    baselines,
    leaks,
    audit,
    criteria: decision.verdict === 'description' ? profile.criteria : confirmCriteria(profile.criteria, judged),
    ...rest,
  };
}

function findOutcome(raw: RawTable, { profile, file }: { profile: Profile; file: string }): RawColumn {
  const column = raw.columns.find(({ name }) => name === profile.best.outcome);
  if (column === undefined) {
    throw new AssayError('COLUMN_UNKNOWN', {
      detail: `${raw.source} has no column ${profile.best.outcome}, which the profile is judged by.`,
      hint: `Give a file with the outcomes; it has: ${raw.columns.map(({ name }) => name).join(', ')}.`,
      place: { file },
    });
  }
  return column;
}

/** When the accounts were decided, NaN where not known; null where no column of the file says it. */
function momentsOf(table: Table, { time, rows }: { time: string | undefined; rows: Int32Array }): Float64Array | null {
  const column = table.columns.find(({ name }) => name === time);
  if (column?.type !== 'date' && column?.type !== 'number') return null;
  return Float64Array.from(rows, (row) => column.values[row]);
}

function onlyMemory(memory: Memory): GatedDecision {
  return {
    verdict: 'description',
    gates: unseenGates(memory),
    reasons: [`${memory.description} What the profile shows here is memory, not proof.`],
    help: ['Validate on outcomes that came later: other accounts, or learn with --until and validate with --since.'],
  };
}

interface Judged {
  readonly profile: Profile;
  readonly proof: Proof;
  readonly memory: Memory;
  readonly baselines: readonly Baseline[];
}

function decide({ profile, proof, memory, baselines }: Judged): GatedDecision {
  if (memory.isMemory) return onlyMemory(memory);
  const judged = { accounts: proof.accounts, positives: proof.positives };
  const tooFew = decideVerdict({ proof: null, learned: judged });
  const isOneKind = proof.positives * (proof.accounts - proof.positives) === 0;
  const learned = profile.learned.accounts > 0 ? profile.learned : judged;
  const decision =
    tooFew.reasons.length > 0 && isOneKind ? tooFew : decideVerdict({ proof, learned, baselines, isHandicapped: true });
  return { ...decision, gates: [...unseenGates(memory), ...decision.gates] };
}

function unseenGates({ isMemory, known, limit, description }: Memory): Gate[] {
  if (known === null) return [];
  return [
    {
      name: 'unseen',
      measured: known,
      must: 'at most',
      limit,
      passed: !isMemory,
      otherwise: 'description',
      sentence: description,
    },
  ];
}
