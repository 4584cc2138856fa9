import type { Split } from '../model/proof.js';

/** `fold[row]` of an account that is neither learnt from nor judged. */
export const outsideFold = 255;

/** Which accounts are kept out of learning. */
export interface AccountSplit {
  readonly split: Split;
  /** Single hold-out: 1 held out, 0 learnt. Folds: which fold holds the account out. {@link outsideFold}: neither. */
  readonly fold: Uint8Array;
}
