import type { NumberColumn } from '../model/table.js';
import type { Random } from '../stats/random.js';
import type { Follow, NumericDistribution } from './company-spec.js';
import type { Draw } from './draw.js';
import { traitMask } from './trait-mask.js';

/** How often a value outside its range is drawn again before it is put on the border. */
const tries = 50;

/** One number per account, located by the other attributes as the distribution says. */
export function drawNumber(distribution: NumericDistribution, draw: Draw): NumberColumn {
  const location = locate(distribution, draw);
  const sample = sampler(distribution, draw.random);
  const round = rounder(distribution);
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = distribution;
  const values = new Float64Array(draw.rowCount);
  for (let row = 0; row < draw.rowCount; row++) {
    let value = round(sample(location[row]));
    for (let i = 0; i < tries && (value < min || value > max); i++) value = round(sample(location[row]));
    values[row] = Math.min(max, Math.max(min, value));
  }
  return { type: 'number', name: draw.name, values, whole: (distribution.decimals ?? 0) === 0 };
}

/** What moves each account's distribution: the sum of shifts and follows. */
function locate(distribution: NumericDistribution, draw: Draw): Float64Array {
  const location = new Float64Array(draw.rowCount);
  for (const { when, by } of distribution.shifts ?? []) {
    const mask = traitMask(when, draw.columns);
    for (let row = 0; row < draw.rowCount; row++) if (mask[row] === 1) location[row] += by;
  }
  const isLog = distribution.kind === 'lognormal' || distribution.kind === 'count';
  for (const follow of distribution.follows ?? []) addFollow(location, { follow, isLog, draw });
  return location;
}

function addFollow(location: Float64Array, { follow, isLog, draw }: { follow: Follow; isLog: boolean; draw: Draw }) {
  const column = draw.columns.get(follow.attribute);
  if (column?.type !== 'number') throw draw.refuse(`"${follow.attribute}" is not a number drawn earlier`);
  // Half a unit stands for zero, which has no logarithm.
  const scale = isLog ? (x: number) => Math.log(Math.max(x, 0.5)) : (x: number) => x;
  const origin = scale(follow.about);
  for (let row = 0; row < location.length; row++) location[row] += follow.slope * (scale(column.values[row]) - origin);
}

function sampler(distribution: NumericDistribution, random: Random): (shift: number) => number {
  switch (distribution.kind) {
    case 'normal':
      return (shift) => distribution.mean + shift + distribution.sd * random.normal();
    case 'uniform': {
      const { lower, upper } = distribution;
      return (shift) => lower + shift + (upper - lower) * random.next();
    }
    case 'lognormal': {
      const centre = Math.log(distribution.median);
      return (shift) => Math.exp(centre + shift + distribution.spread * random.normal());
    }
    case 'count': {
      const { mean, spread = 0 } = distribution;
      return (shift) => poisson(mean * Math.exp(shift + spread * random.normal() - (spread * spread) / 2), random);
    }
  }
}

/** Knuth's product of uniforms; above 30 the rounded normal, whose error is then far below that of any sample. */
function poisson(mean: number, random: Random): number {
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random.next(); product > limit; product *= random.next()) count++;
  return count;
}

function rounder({ kind, decimals = 0, significant }: NumericDistribution): (x: number) => number {
  // Whole uniform numbers take each value of [lower, upper) equally often only when cut, not rounded.
  if (kind === 'uniform' && decimals === 0) return Math.floor;
  const factor = 10 ** decimals;
  return (x) => {
    const exact = significant === undefined ? x : Number(x.toPrecision(significant));
    return Math.round(exact * factor) / factor;
  };
}
