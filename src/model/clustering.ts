import type { Interval } from './estimate.js';
import type { Trait } from './trait.js';

/** A trait of a cluster against the other best accounts; only accounts of which the attribute is known are counted. */
export interface ClusterTrait {
  readonly trait: Trait;
  /** Accounts of the cluster with the trait. */
  readonly accounts: number;
  /** Share of the cluster's accounts that have it, and of the other best accounts. */
  readonly inside: number;
  readonly outside: number;
  /** `inside` over `outside`. */
  readonly ratio: Interval;
}

/** A kind of best account. */
export interface Cluster {
  /** What a person would call it. */
  readonly name: string;
  readonly accounts: number;
  /** Share of all best accounts. */
  readonly share: number;
  /** How much of the cluster is found again from half of the accounts: mean Jaccard index, 0–1. */
  readonly stability: number;
  /** What sets it apart, most telling first. */
  readonly traits: readonly ClusterTrait[];
}

/** The kinds that the best accounts fall into. */
export interface Clustering {
  /** Best accounts that were grouped. */
  readonly accounts: number;
  /** One sentence: how many kinds there are and how that is known. */
  readonly finding: string;
  /** Agreement of groupings made from halves of the accounts (adjusted Rand index); null for one kind. */
  readonly agreement: number | null;
  /** Largest first; empty where there is one kind only. */
  readonly clusters: readonly Cluster[];
}
