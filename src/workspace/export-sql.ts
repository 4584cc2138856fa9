import type { Profile } from '../model/profile.js';
import { pointsRange } from '../score/fit.js';
import { emitDuckdb } from '../sql/emit-duckdb.js';
import type { Relation } from '../sql/expression.js';
import { scoreAccounts } from '../sql/score-accounts.js';
import { scoringCard } from './scoring-card.js';

export interface ExportSqlOptions {
  readonly profile: Profile;
  readonly profileFile?: string;
  /** The table to score, `crm.accounts`, or a Parquet file, `accounts.parquet`. Default `accounts`. */
  readonly from?: string;
  /** Column that names an account; the profile's own unless told. */
  readonly id?: string;
  /** What each attribute adds, as columns of their own. */
  readonly contributions?: boolean;
}

/**
 * A profile as one SELECT that scores a table where it stands, with the points that `scoreFile` gives. The columns must
 * have their types: numbers, text without outer space, lists of text for sets, NULL where nothing is known.
 * @returns DuckDB's SQL, ending with a semicolon and a line break.
 * @throws AssayError PROFILE_REFUSED when the profile must not score.
 */
export function exportSql(options: ExportSqlOptions): string {
  const { profile, from = 'accounts', contributions = false } = options;
  const { card, claimsProbability, claimsAmount, claimsKept } = scoringCard(options);
  const id = options.id ?? profile.provenance.id;
  const { text } = emitDuckdb(
    scoreAccounts(card, {
      from: relationOf(from),
      keep: id === undefined ? [] : [id],
      range: pointsRange(card),
      withProbability: claimsProbability,
      withExpected: claimsAmount,
      withKept: claimsKept,
      withContributions: contributions,
    }),
  );
  return `${text};\n`;
}

function relationOf(from: string): Relation {
  return /\.parquet$/i.test(from) ? { kind: 'parquet', file: from } : { kind: 'table', path: from.split('.') };
}
