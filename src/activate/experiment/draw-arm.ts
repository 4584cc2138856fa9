import type { Experiment } from '../../model/experiment.js';
import { hashText } from '../../stats/hash.js';

/** The arm of an account by itself: where the hash of salt and account falls among the shares, in the order of the arms. */
export function drawArm(account: string, { salt, arms }: Pick<Experiment, 'salt' | 'arms'>): string {
  // Two 32-bit hashes: one alone would leave steps that a share of few accounts in a million could fall between.
  const text = `${salt}\u0001${account}`;
  const at = (hashText(text, 0) + hashText(text, 1) / 2 ** 32) / 2 ** 32;
  let upTo = 0;
  for (const { name, share } of arms) {
    upTo += share;
    if (at < upTo) return name;
  }
  return arms[arms.length - 1].name;
}
