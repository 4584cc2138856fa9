import type { AccountName } from './account-name.js';
import type { Nations } from './nations.js';

/** A word of names, once. */
export interface Word {
  readonly text: string;
  /** In how many different names it stands. */
  readonly count: number;
  /** Natural log of how much rarer than any it is: what agreeing on it adds. */
  readonly weight: number;
  readonly isNumber: boolean;
  readonly isSuffix: boolean;
}

/** A name with its words weighed. Names of the same words in the same order are one object. */
export interface WeighedName {
  readonly compact: string;
  readonly words: readonly Word[];
}

/** Rows that are alike in all that is known, as one thing to compare. Made for those few that others may be like. */
export interface AccountRecord {
  readonly row: number;
  readonly system: string;
  readonly id: string | null;
  readonly nameText: string | null;
  readonly name: AccountName | null;
  /** Company domains of web site and e-mail; at most two. */
  readonly domains: readonly string[];
  readonly email: string | null;
  readonly phone: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly birthYear: string | null;
  readonly nations: Nations;
  /** All that is compared as one text: sorting by it makes results free of the order of rows. */
  readonly key: string;
  /** Ascending; the first is `row`. */
  readonly rows: readonly number[];
  readonly weighed: WeighedName | null;
}
