import type { Arm, ReadingKind } from '../../model/experiment.js';
import { meanSampleSize } from '../../stats/mean-sample-size.js';
import { rateSampleSize } from '../../stats/rate-sample-size.js';
import { sequencePlan } from './sequence-plan.js';

export interface PlanRequest {
  /** Names of the arms that are acted upon. */
  readonly acting: readonly string[];
  readonly holdoutName: string;
  /** Share to hold out; unless told, as much as one acting arm gets, or what the capacity leaves. */
  readonly holdout?: number;
  /** Without acting: the rate (0–1), or with `sd` the mean amount. */
  readonly base: number;
  readonly sd?: number;
  /** The smallest difference worth seeing, in the same unit; above or below zero does not matter. */
  readonly effect: number;
  readonly power: number;
  readonly alpha: number;
  readonly reading: ReadingKind;
  /** Accounts that become available each week, and of these how many can be acted upon. */
  readonly perWeek?: number;
  readonly capacity?: number;
}

/** What it takes to see the effect. */
export interface ExperimentPlan {
  readonly arms: readonly (Arm & { readonly accounts: number })[];
  /** Accounts whose outcome must be known, all arms together, as the experiment will be read … */
  readonly accounts: number;
  /** … and both ways of reading beside one another. */
  readonly once: number;
  readonly anyTime: number;
  readonly weeks: number | null;
  /** The level of each comparison with the hold-out: that of all, divided among the acting arms. */
  readonly alphaEach: number;
  /** What could be seen after so many weeks, with the same power. */
  readonly visible: readonly { readonly weeks: number; readonly accounts: number; readonly effect: number }[];
}

/** The sample size, the shares and the time of an experiment. Each acting arm is compared with the hold-out (Bonferroni). */
export function planExperiment(request: PlanRequest): ExperimentPlan {
  const { acting, holdoutName, reading, perWeek } = request;
  const shares = chooseShares(request);
  const alphaEach = request.alpha / acting.length;
  const sizes = sizesFor(request, { ...shares, effect: Math.abs(request.effect), alphaEach });
  const accounts = reading === 'once' ? sizes.once : sizes.anyTime;
  const pace = perWeek === undefined ? null : paceOf(request, shares);
  const arms = [
    { name: holdoutName, share: shares.holdout, isHoldout: true },
    ...acting.map((name) => ({ name, share: shares.each, isHoldout: false })),
  ];
  return {
    arms: arms.map((arm) => ({ ...arm, accounts: Math.ceil(accounts * arm.share - 1e-9) })),
    accounts,
    ...sizes,
    weeks: pace === null ? null : Math.ceil(accounts / pace),
    alphaEach,
    visible:
      pace === null
        ? []
        : [4, 8, 13, 26, 52].map((weeks) => {
            const known = Math.floor(weeks * pace);
            return { weeks, accounts: known, effect: visibleEffect(request, { ...shares, alphaEach, known }) };
          }),
  };
}

interface Shares {
  readonly holdout: number;
  readonly each: number;
}

/** Four decimals, so that the document's shares add up to 1 and mean what they say. */
function chooseShares({ acting, holdout, perWeek, capacity }: PlanRequest): Shares {
  const arms = acting.length;
  const most = perWeek === undefined || capacity === undefined ? 1 : Math.min(1, capacity / perWeek);
  const wanted = holdout === undefined ? arms / (arms + 1) : 1 - holdout;
  // Under a capacity the accounts that nobody can act upon cost nothing to hold out, and they sharpen the comparison.
  const acted = holdout === undefined ? Math.min(wanted, most) : wanted;
  const each = Math.floor((acted / arms) * 10_000) / 10_000;
  return { holdout: Math.round((1 - each * arms) * 10_000) / 10_000, each };
}

/** Accounts a week: all that come, unless acting upon their share is more than can be done. */
function paceOf({ perWeek = 0, capacity, acting }: PlanRequest, { each }: Shares): number {
  const acted = each * acting.length;
  return capacity === undefined ? perWeek : Math.min(perWeek, capacity / acted);
}

interface Comparison extends Shares {
  readonly effect: number;
  readonly alphaEach: number;
}

function sizesFor(request: PlanRequest, comparison: Comparison): { once: number; anyTime: number } {
  const { base, sd, power } = request;
  const { holdout, each, effect, alphaEach } = comparison;
  const ratio = holdout / each;
  const acted = actedRate(base, effect);
  const once =
    sd === undefined
      ? rateSampleSize({ rate: acted, otherRate: base, ratio, alpha: alphaEach, power }).corrected
      : meanSampleSize({ difference: effect, sd, ratio, alpha: alphaEach, power });
  const spread = sd === undefined ? acted * (1 - acted) : sd ** 2;
  const otherSpread = sd === undefined ? base * (1 - base) : sd ** 2;
  const { variance } = sequencePlan({ effect, power, alpha: alphaEach });
  return {
    once: wholeAccounts(once / each),
    anyTime: wholeAccounts((spread / each + otherSpread / holdout) / variance),
  };
}

/** A rise is planned for; where there is no room for one, a fall. */
function actedRate(base: number, effect: number): number {
  return base + effect < 1 ? base + effect : base - effect;
}

/** Rounding of the shares must not cost an account. */
function wholeAccounts(accounts: number): number {
  return Math.ceil(accounts - 1e-9);
}

/** The smallest effect for which so many accounts are enough; found by halving, since the need falls with the effect. */
function visibleEffect(
  request: PlanRequest,
  { known, ...comparison }: Omit<Comparison, 'effect'> & { known: number },
): number {
  const room = request.sd === undefined ? Math.max(request.base, 1 - request.base) : 100 * request.sd;
  let [low, high] = [0, room];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    const sizes = sizesFor(request, { ...comparison, effect: middle });
    if ((request.reading === 'once' ? sizes.once : sizes.anyTime) > known) low = middle;
    else high = middle;
  }
  return high >= room * (1 - 1e-9) ? Number.NaN : high;
}
