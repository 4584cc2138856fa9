import type { Interval } from '../model/estimate.js';
import type { ValueDefinition } from '../model/value-definition.js';
import type { IcpChange } from './compare-icps.js';
import type { MixPair } from './compare-mixes.js';
import type { LifetimeReport } from './lifetime-report.js';
import type { Concentration } from './measure-concentration.js';
import type { ReconciledColumn, Reconciliation } from './reconcile.js';

/** An account by name and what it comes to, in units of the currency. */
export interface ValuedAccount {
  readonly account: string;
  readonly value: number;
  /** Of all value. */
  readonly share: number;
}

export interface RfmRow {
  readonly name: string;
  readonly what: string;
  readonly customers: number;
  readonly share: number;
  /** Units of the currency, a decimal text, and their share of all that is above nothing. */
  readonly value: string;
  readonly valueShare: number;
  /** Share of the largest customer in what the segment comes to. */
  readonly top1: number;
  /** Mean value of a customer. */
  readonly mean: Interval;
}

export interface CohortRow {
  readonly month: string;
  readonly customers: number;
  readonly active: readonly number[];
  /** Units of the currency, decimal texts: by month since the first purchase. */
  readonly value: readonly string[];
}

/** A value of an attribute and what its accounts come to. */
export interface GroupRow {
  readonly attribute: string;
  readonly group: string;
  readonly accounts: number;
  readonly value: number;
  readonly valueShare: number;
  readonly mean: Interval;
  readonly top1: number;
}

export interface ComponentRow {
  readonly name: string;
  readonly of: string;
  readonly what: string;
  readonly normalise: string;
  readonly weight: number;
  readonly sign: 1 | -1;
  /** As it was gathered: sum over accounts, and accounts that have any. */
  readonly total: number;
  readonly accounts: number;
  /** Signed and weighed sum, and the share of the differences between accounts that comes from it. */
  readonly contribution: number;
  readonly share: number;
}

/** What {@link measureValue} found. Numbers of money are in units of the currency; totals that must be exact are decimal texts. */
export interface ValueReport {
  readonly source: string;
  readonly kind: 'purchases' | 'contracts' | 'accounts';
  readonly why: string;
  readonly currency: string | null;
  /** Decimals that amounts have. */
  readonly scale: number;
  /** The last day that anything is known of; null where nothing is dated. */
  readonly lastDay: string | null;
  readonly columns: Readonly<Record<string, string>>;
  readonly accounts: number;
  /** What accounts have come to; null where only a definition says what value is. */
  readonly money: {
    readonly of: string;
    readonly total: string;
    readonly mean: Interval;
    readonly median: number;
    readonly below: number;
    readonly zero: number;
  } | null;
  readonly reconciliations: readonly (Omit<ReconciledColumn, 'reconciliation'> & Reconciliation)[];
  readonly concentration: (Omit<Concentration, 'best'> & { readonly best: readonly ValuedAccount[] }) | null;
  readonly groups: readonly GroupRow[];
  readonly rfm: readonly RfmRow[] | null;
  readonly cohorts: readonly CohortRow[] | null;
  readonly retention: readonly (Interval & { readonly month: number; readonly customers: number })[] | null;
  readonly lifetime: LifetimeReport | null;
  readonly definition: {
    readonly value: ValueDefinition;
    readonly isMoney: boolean;
    readonly components: readonly ComponentRow[];
    readonly best: { readonly accounts: number; readonly from: number };
    readonly top: readonly ValuedAccount[];
    readonly teams: readonly {
      readonly name: string;
      readonly weights: Readonly<Record<string, number>>;
      readonly top: readonly string[];
    }[];
    readonly pairs: readonly MixPair[];
  } | null;
  /** How the profile changes when the mix does; empty unless asked for. */
  readonly changes: readonly IcpChange[];
  readonly warnings: readonly string[];
  readonly notes: readonly string[];
}
