import type { ReadOptions } from '../intake/read-file.js';
import type { Interval } from '../model/estimate.js';
import { horizonText } from '../model/horizon-text.js';
import type { Profile } from '../model/profile.js';
import type { Tier } from '../model/scorecard.js';
import type { QuarantinedRecord } from '../model/table.js';
import { expectedAmountOf, tidyAmount } from '../score/expected-amount.js';
import { fitOf, pointsRange, probabilityOf, tierOf } from '../score/fit.js';
import { keptAfter, tidyShare } from '../score/kept-after.js';
import { scoreTable } from '../score/score-table.js';
import { topReasons } from '../score/top-reasons.js';
import { type AccountsSource, sourceName } from './accounts-input.js';
import type { ProgressOptions } from './progress.js';
import { readAccounts } from './read-accounts.js';
import { scoringCard } from './scoring-card.js';

export interface ScoreOptions extends ProgressOptions {
  readonly profile: Profile;
  /** Where the profile stands, for messages; its name unless told. */
  readonly profileFile?: string;
  readonly id?: string;
  readonly reader?: ReadOptions;
}

/** The score of one record of the file. A record that could not be read has no points, and says so in its reasons. */
export interface AccountScore {
  readonly id: string;
  readonly points: number | null;
  /** 0–100. */
  readonly fit: number | null;
  /** 0–1; null where the profile does not claim probabilities. */
  readonly probability: number | null;
  /** What such accounts come to on average, with its interval; absent where the profile claims no amounts. */
  readonly expected?: Interval;
  /** Share of such accounts that is kept after the horizon, with its interval; absent where the profile claims none. */
  readonly kept?: Interval;
  readonly tier: Tier | null;
  readonly reasons: readonly string[];
}

export interface FileScores {
  /** One per record of the file, in its order. */
  readonly accounts: readonly AccountScore[];
  /** Heading of the ids: the id column, or `line`. */
  readonly idColumn: string;
  /** What the profile is of; numbers of that kind are claimed, or left empty. */
  readonly of: 'outcome' | 'amount' | 'time';
  /** The time after which shares kept are told; absent where none are. */
  readonly keptAfter?: string;
  readonly isBelief: boolean;
  /** What the points of beliefs rest on; null where a scorecard was learnt. */
  readonly caveat: string | null;
  readonly notes: readonly string[];
  readonly quarantined: readonly QuarantinedRecord[];
}

/** Scores every account of a file, or of a workspace as of now; every record comes out once, in input order. */
export async function scoreFile(source: AccountsSource, options: ScoreOptions): Promise<FileScores> {
  const { card, claimsProbability, claimsAmount, claimsKept, isBelief, caveat } = scoringCard(options);
  options.onProgress?.(`reading ${sourceName(source)}`);
  const { raw, columns, idColumn, idOf, notes } = await readAccounts(source, { ...options, card });
  options.onProgress?.(`scoring ${raw.rowCount} accounts`);
  const { rowCount } = raw;
  const points = scoreTable(card, { columns, rowCount });
  const reasons = topReasons(card, { columns, rowCount });
  const span = pointsRange(card);
  const expected = (row: number) => {
    const amount = claimsAmount ? expectedAmountOf(card, points[row]) : null;
    const kept = claimsKept ? keptAfter(card, points[row]) : null;
    return {
      ...(amount === null ? {} : { expected: tidyAmount(amount) }),
      ...(kept === null ? {} : { kept: tidyShare(kept) }),
    };
  };
  const scored = (row: number): AccountScore => ({
    id: idOf(row),
    points: points[row],
    fit: fitOf(points[row], span),
    probability: claimsProbability ? round(probabilityOf(card, points[row])) : null,
    ...expected(row),
    tier: tierOf(card, points[row]),
    reasons: reasons(row),
  });
  return {
    accounts: inFileOrder(raw.quarantined, { rowCount, scored, hasIds: idColumn !== undefined }),
    idColumn: idColumn ?? 'line',
    of: card.time !== undefined ? 'time' : card.amount !== undefined ? 'amount' : 'outcome',
    ...(claimsKept && card.time !== undefined
      ? { keptAfter: horizonText(card.time.horizon, options.profile.best.time?.period) }
      : {}),
    isBelief,
    caveat,
    notes,
    quarantined: raw.quarantined,
  };
}

function inFileOrder(
  quarantined: readonly QuarantinedRecord[],
  { rowCount, scored, hasIds }: { rowCount: number; scored: (row: number) => AccountScore; hasIds: boolean },
): AccountScore[] {
  const accounts: AccountScore[] = [];
  let next = 0;
  for (let row = 0; row <= rowCount; row++) {
    for (; next < quarantined.length && quarantined[next].before <= row; next++) {
      accounts.push(unreadable(quarantined[next], hasIds));
    }
    if (row < rowCount) accounts.push(scored(row));
  }
  return accounts;
}

function unreadable({ line, reason }: QuarantinedRecord, hasIds: boolean): AccountScore {
  const reasons = [`not scored: line ${line}: ${reason}`];
  return { id: hasIds ? '' : String(line), points: null, fit: null, probability: null, tier: null, reasons };
}

/** Six decimals: more would be noise, fewer would tie. */
function round(probability: number): number {
  return Math.round(probability * 1e6) / 1e6;
}
