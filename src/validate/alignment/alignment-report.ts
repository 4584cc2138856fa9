import type { Tier } from '../../model/scorecard.js';
import type { FailingMatches } from './find-failing-matches.js';
import type { AlignedKpi } from './measure-alignment.js';

/** How business goes inside and outside the ICP. */
export interface AlignmentReport {
  readonly kpis: readonly AlignedKpi[];
  /** Accounts of which no tier is judged take no part. */
  readonly accounts: Readonly<Record<Tier, number>>;
  /** Open accounts by tier, and their amounts; null where none is open. */
  readonly pipeline: Readonly<Record<Tier, { readonly accounts: number; readonly amount: number }>> | null;
  /** Null where the profile claims no probabilities, or no outcome is known. */
  readonly failing: FailingMatches | null;
  /** Which column each KPI was read from. */
  readonly read: readonly { readonly kpi: string; readonly from: string }[];
  /** How accounts were kept out of learning; a sentence. */
  readonly split: string;
  readonly sentence: string;
  readonly reasons: readonly string[];
}
