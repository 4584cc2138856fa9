import type { AmountSpread } from '../../model/scorecard.js';
import { invertSymmetric } from '../../stats/invert-symmetric.js';

/** log E[amount] = intercept + slope · predictor, and how sure that is. */
export interface AmountCalibration {
  readonly intercept: number;
  readonly slope: number;
  readonly spread: AmountSpread;
}

/** How sure we are beforehand that the slope needs no correction: a standard deviation of 0.5. */
const slopePrecision = 4;
/** A calibration may flatten a score, never turn it round. */
const smallestSlope = 0.05;

/**
 * Slope by quasi-likelihood on capped amounts, so that no single one turns it; level so that what is expected sums to what
 * came, tail included. Standard errors are robust (sandwich, by group) and count the tail.
 * @param predictor of accounts that were not used to make it: log of the amount over `unit`.
 * @param of `amounts` as they came; `cap`, `unit`, `dispersion` as they were learnt with; `groups` equal numbers vary together.
 */
export function calibrateAmounts(
  predictor: Float64Array,
  of: {
    readonly amounts: Float64Array;
    readonly groups: Int32Array;
    readonly cap: number;
    readonly unit: number;
    readonly dispersion: number;
  },
): AmountCalibration {
  const { amounts, cap, unit, dispersion } = of;
  let [intercept, slope] = [0, 1];
  for (let round = 0; round < 50; round++) {
    let [ga, gb] = [0, -slopePrecision * (slope - 1)];
    let [haa, hab, hbb] = [1e-9, 0, slopePrecision];
    for (let i = 0; i < predictor.length; i++) {
      const x = predictor[i];
      const root = Math.exp(0.5 * (intercept + slope * x));
      const share = Math.min(amounts[i], cap) / unit / root;
      const gradient = (share - root) / dispersion;
      const curvature = (0.5 * (share + root)) / dispersion;
      ga += gradient;
      gb += gradient * x;
      haa += curvature;
      hab += curvature * x;
      hbb += curvature * x * x;
    }
    const determinant = haa * hbb - hab * hab;
    const stepA = (hbb * ga - hab * gb) / determinant;
    const stepB = (haa * gb - hab * ga) / determinant;
    const scale = Math.min(1, 1 / Math.max(Math.abs(stepA), Math.abs(stepB), 1e-12));
    intercept += scale * stepA;
    slope += scale * stepB;
    if (Math.abs(stepA) + Math.abs(stepB) < 1e-10) break;
  }
  slope = Math.max(smallestSlope, slope);
  let [came, expected] = [0, 0];
  for (let i = 0; i < predictor.length; i++) {
    came += amounts[i];
    expected += Math.exp(slope * predictor[i]);
  }
  intercept = Math.log(came / expected);
  return { intercept, slope, spread: spreadOf(predictor, { ...of, intercept, slope }) };
}

/** The sandwich A⁻¹BA⁻¹ of level and slope, told about the place where the two are uncorrelated. */
function spreadOf(
  predictor: Float64Array,
  of: { amounts: Float64Array; groups: Int32Array; intercept: number; slope: number },
): AmountSpread {
  const { amounts, groups, intercept, slope } = of;
  const information = new Float64Array(4);
  const scores = new Map<number, [number, number]>();
  for (let i = 0; i < predictor.length; i++) {
    const x = predictor[i];
    const root = Math.exp(0.5 * (intercept + slope * x));
    const residual = amounts[i] / root - root;
    for (const [k, value] of [root, root * x, root * x, root * x * x].entries()) information[k] += value;
    const group = scores.get(groups[i]) ?? [0, 0];
    group[0] += residual;
    group[1] += residual * x;
    scores.set(groups[i], group);
  }
  // Where all accounts have one score there is no slope to be unsure of.
  for (const k of [0, 3]) information[k] = information[k] * (1 + 1e-9) + 1e-12;
  const [aa, ab, , bb] = invertSymmetric(information, 2);
  let [level, both, tilt] = [0, 0, 0];
  for (const [s, t] of scores.values()) {
    const [u, v] = [aa * s + ab * t, ab * s + bb * t];
    level += u * u;
    both += u * v;
    tilt += v * v;
  }
  const center = tilt > 0 ? -both / tilt : 0;
  return { center, level: Math.sqrt(Math.max(0, level - center * center * tilt)), slope: Math.sqrt(tilt) };
}
