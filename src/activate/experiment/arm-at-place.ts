import type { Experiment } from '../../model/experiment.js';
import { hashText } from '../../stats/hash.js';
import { createRandom } from '../../stats/random.js';

/** Accounts of a block at most; larger ones would balance too late. */
const mostInBlock = 20;

/**
 * The arm at a place of a stratum. Each run of places is a block that holds the arms as nearly in proportion as whole
 * accounts can, shuffled by salt, stratum and number of the block; where the shares do not fit a block, what is left over is
 * carried on, so that every arm is always within one account a block of its share.
 */
export function armAtPlace(
  place: number,
  { experiment, stratum }: { experiment: Pick<Experiment, 'salt' | 'arms'>; stratum: string },
): string {
  const { arms, salt } = experiment;
  const size = blockSize(arms.map(({ share }) => share));
  const block = Math.floor(place / size);
  const names = arms.flatMap(({ name }, i) => Array<string>(countIn(block, { arms, size, arm: i })).fill(name));
  const random = createRandom(hashText(`${salt}\u0001${stratum}\u0001${block}`, 3));
  for (let i = names.length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    [names[i], names[j]] = [names[j], names[i]];
  }
  return names[place - block * size];
}

/** The fewest accounts that hold every share in whole accounts, at least two of each; else the most. */
function blockSize(shares: readonly number[]): number {
  for (let size = shares.length; size <= mostInBlock; size++) {
    if (shares.every((share) => Math.abs(share * size - Math.round(share * size)) < 1e-6)) {
      return size * 2 <= mostInBlock ? size * 2 : size;
    }
  }
  return mostInBlock;
}

/** Accounts of an arm in a block: cumulative shares are rounded, so the counts of a block always add up to its size. */
function countIn(block: number, { arms, size, arm }: { arms: Experiment['arms']; size: number; arm: number }): number {
  const ends = (upTo: number) => {
    const share = arms.slice(0, upTo).reduce((sum, one) => sum + one.share, 0);
    // The last end is exact: rounding of the shares must not lose a place.
    const whole = upTo === arms.length ? 1 : share;
    return Math.round((block + 1) * size * whole) - Math.round(block * size * whole);
  };
  return Math.max(0, ends(arm + 1) - ends(arm));
}
