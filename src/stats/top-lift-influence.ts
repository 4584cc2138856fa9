import type { Influence } from './influence.js';
import type { RankedRows } from './rank-rows.js';
import { countTopPositives } from './top-share.js';

/**
 * Lift of the best-scored `share` with its influence values: the share is fixed, so the score at the border carries chance,
 * too, weighted by the rate just around it (as {@link liftTopShare} measures it). Ties at the border enter in proportion.
 */
export function topLiftInfluence({ tally, place, labels }: RankedRows, share: number): Influence {
  const { totalAccounts, totalPositives, accounts } = tally;
  const rate = totalPositives / totalAccounts;
  const estimate = countTopPositives(tally, share) / (share * totalPositives);
  const reach = Math.min(0.05, share / 2, (1 - share) / 2);
  const around = countTopPositives(tally, share + reach) - countTopPositives(tally, share - reach);
  const borderRate = around / (2 * reach * totalAccounts);
  const taken = new Float64Array(accounts.length);
  let room = share * totalAccounts;
  for (let i = accounts.length - 1; i >= 0 && room > 0; i--) {
    taken[i] = Math.min(1, room / accounts[i]);
    room -= accounts[i];
  }
  const centre = share * (estimate * rate - borderRate);
  const values = new Float64Array(place.length);
  for (let row = 0; row < values.length; row++) {
    const y = labels[row] > 0 ? 1 : 0;
    const captured = (taken[place[row]] * (y - borderRate) - centre) / (share * rate);
    values[row] = captured - (estimate * (y - rate)) / rate;
  }
  return { estimate, values };
}
