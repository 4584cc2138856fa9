import type { Durations } from '../../model/duration.js';
import { kaplanMeier } from '../../stats/kaplan-meier.js';
import { keptShare } from '../../stats/kept-share.js';

/** A year of months, where so many accounts were watched so long … */
const wanted = 12;
const watched = { share: 0.1, accounts: 20 };
/** … and something has happened by then, and not nearly everything. */
const telling = { least: 0.05, most: 0.98 };

/** The time after which shares kept are told, unless a person names one: 12 periods, else a round time that a quarter were watched for. */
export function chooseHorizon(of: Durations): number {
  const curve = kaplanMeier(of);
  const isWatched = (time: number) => {
    const count = of.durations.filter((duration) => duration >= time).length;
    return count >= Math.max(watched.accounts, watched.share * of.durations.length);
  };
  const { estimate } = keptShare(curve, wanted);
  if (isWatched(wanted) && estimate >= telling.least && estimate <= telling.most) return wanted;
  const sorted = Float64Array.from(of.durations).sort();
  const long = sorted[Math.floor(0.75 * (sorted.length - 1))] ?? 1;
  const unit = 10 ** Math.floor(Math.log10(Math.max(long, 1e-9)));
  const round = [5, 2, 1].map((factor) => factor * unit).find((time) => time <= long) ?? unit;
  return Number(round.toPrecision(3));
}
