import type { Random } from '../stats/random.js';
import type { DuplicateSpec } from './company-spec.js';

/** Which account stands in each row of the table, and whether it stands there as a copy. */
export interface RowPlan {
  readonly account: Int32Array;
  /** 0 the account itself, 1 an exact repeat, 2 the same company under another id and spelling. */
  readonly copy: Uint8Array;
}

export const exactCopy = 1;
export const respelledCopy = 2;

/** A copy stands up to so many rows behind its original, as in an export in order of creation. */
const furthest = 40;

/** Puts `exact` and `respelled` shares of the accounts into the table a second time. No account is copied twice. */
export function planRows(accountCount: number, { duplicates, random }: { duplicates: DuplicateSpec; random: Random }) {
  const { exact, respelled } = duplicates;
  const copyOf = new Map<number, number>();
  const place = (share: number, copy: number) => {
    for (let left = Math.round(share * accountCount); left > 0 && copyOf.size < accountCount; ) {
      const account = random.int(accountCount);
      if (copyOf.has(account)) continue;
      copyOf.set(account, copy);
      left--;
    }
  };
  place(exact, exactCopy);
  place(respelled, respelledCopy);
  const copies = [...copyOf]
    .map(([account, copy]) => ({ account, copy, after: Math.min(accountCount - 1, account + random.int(furthest)) }))
    .sort((a, b) => a.after - b.after || a.account - b.account);
  return merge(accountCount, copies);
}

function merge(accountCount: number, copies: readonly { account: number; copy: number; after: number }[]): RowPlan {
  const account = new Int32Array(accountCount + copies.length);
  const copy = new Uint8Array(account.length);
  let row = 0;
  let next = 0;
  for (let i = 0; i < accountCount; i++) {
    account[row++] = i;
    for (; next < copies.length && copies[next].after === i; next++) {
      account[row] = copies[next].account;
      copy[row++] = copies[next].copy;
    }
  }
  return { account, copy };
}
