/** One thing that was compared, with what it adds to the log-odds that two rows are one account. */
export interface EvidencePart {
  readonly field: 'id' | 'name' | 'domain' | 'email' | 'phone' | 'address' | 'country' | 'birthYear' | 'rarity';
  /** Natural log-odds; negative speaks against. */
  readonly weight: number;
  /** In words: `same web domain acme.com`. */
  readonly text: string;
}

/** Two rows (numbered through all tables, see `offsets`) that may be one account; `a` < `b`. */
export interface AccountPair {
  readonly a: number;
  readonly b: number;
  /** Natural log-odds that they are one account; the sum of the parts. 3 is 95 %. */
  readonly score: number;
  readonly decision: 'merge' | 'review';
  readonly reason: string;
  readonly parts: readonly EvidencePart[];
}

/** Something that a person should look at. */
export interface ResolveConflict {
  readonly a: number;
  readonly b: number;
  readonly kind: 'countries' | 'names' | 'ids' | 'domains' | 'contradiction';
  readonly text: string;
}

export interface Resolution {
  readonly rowCount: number;
  /** Row r of table t is row `offsets[t] + r` here. */
  readonly offsets: readonly number[];
  /** What a person decided first, then best first. Rows that are alike in all that is known are paired with the first of them only. */
  readonly pairs: readonly AccountPair[];
  /** The merged pairs by which the accounts came together, best first: one fewer than rows, for each account. */
  readonly joins: readonly AccountPair[];
  /** One number a row; rows of one account have the same: the first row's. */
  readonly clusters: Int32Array;
  /** For each row the row that stands for its account: the fullest. */
  readonly canonical: Int32Array;
  /** How much each row says; the fullest stands for its account. */
  readonly fullness: Int32Array;
  /** Pairs that a person took apart: their rows never come into one cluster. */
  readonly apart: readonly { readonly a: number; readonly b: number }[];
  readonly conflicts: readonly ResolveConflict[];
  readonly notes: readonly string[];
}
