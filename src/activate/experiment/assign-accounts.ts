import type { Assignment, Experiment } from '../../model/experiment.js';
import { hashText } from '../../stats/hash.js';
import { armAtPlace } from './arm-at-place.js';
import { drawArm } from './draw-arm.js';

/** An account that may take part. */
export interface Candidate {
  readonly account: string;
  /** Null where the experiment balances nothing. */
  readonly stratum: string | null;
  readonly tier: string | null;
  readonly fit: number | null;
}

/**
 * Puts accounts into arms, at random and for good. Who has been assigned stays: `before` comes back as it is, and only
 * accounts that are not in it are drawn. Drawn alone, an arm is a hash of salt and account, so that nothing but the account
 * decides; stratified, accounts are lined up by that hash within their stratum and dealt out in blocks.
 * @param candidates each account once.
 * @returns the earlier assignments, then the new ones in the order of `candidates`.
 */
export function assignAccounts(
  candidates: readonly Candidate[],
  { experiment, before }: { experiment: Experiment; before: readonly Assignment[] },
): Assignment[] {
  const known = new Set(before.map(({ account }) => account));
  const added = candidates.filter(({ account }) => !known.has(account));
  const placed = experiment.stratify === undefined ? null : placeInStrata(added, { experiment, before });
  const drawn = added.map((candidate): Assignment => {
    const { account, stratum } = candidate;
    const place = placed?.get(account) ?? null;
    const arm =
      place === null ? drawArm(account, experiment) : armAtPlace(place, { experiment, stratum: stratum ?? '' });
    return { account, arm, stratum, place, tier: candidate.tier, fit: candidate.fit };
  });
  return [...before, ...drawn];
}

/** Places go on where the earlier assignments of a stratum ended. */
function placeInStrata(
  added: readonly Candidate[],
  { experiment, before }: { experiment: Experiment; before: readonly Assignment[] },
): Map<string, number> {
  const next = new Map<string, number>();
  for (const { stratum, place } of before)
    next.set(stratum ?? '', Math.max(next.get(stratum ?? '') ?? 0, (place ?? -1) + 1));
  const lined = added
    .map(({ account, stratum }) => ({
      account,
      stratum: stratum ?? '',
      hash: hashText(`${experiment.salt}\u0001${account}`, 2),
    }))
    .sort((a, b) => a.hash - b.hash || (a.account < b.account ? -1 : 1));
  const places = new Map<string, number>();
  for (const { account, stratum } of lined) {
    const place = next.get(stratum) ?? 0;
    places.set(account, place);
    next.set(stratum, place + 1);
  }
  return places;
}
