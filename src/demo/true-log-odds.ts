import { AssayError } from '../errors.js';
import type { CompanySpec, EffectSpec } from './company-spec.js';
import { scheduleWeight } from './schedule-weight.js';
import { type ColumnsByName, traitMask } from './trait-mask.js';

/** 1 for each account where all the traits of the effect hold; everyone when it has none. */
export function effectMask(effect: EffectSpec, { columns, rowCount }: { columns: ColumnsByName; rowCount: number }) {
  const mask = new Uint8Array(rowCount).fill(1);
  for (const trait of effect.traits) {
    const one = traitMask(trait, columns);
    for (let row = 0; row < rowCount; row++) mask[row] &= one[row];
  }
  return mask;
}

/**
 * Log-odds of each account from the planted effects, without the intercept.
 * @throws USAGE when an effect has a schedule and the company has no time column.
 */
export function trueLogOdds(
  { effects, outcome }: CompanySpec,
  { columns, rowCount }: { columns: ColumnsByName; rowCount: number },
): Float64Array {
  const logOdds = new Float64Array(rowCount);
  const time = outcome.time === undefined ? undefined : columns.get(outcome.time);
  for (const effect of effects) {
    const mask = effectMask(effect, { columns, rowCount });
    const { schedule } = effect;
    if (schedule !== undefined && time?.type !== 'date') {
      throw new AssayError('USAGE', {
        detail: 'An effect has a schedule, but the outcome names no date column as its time.',
        hint: 'Set outcome.time to a date attribute.',
      });
    }
    for (let row = 0; row < rowCount; row++) {
      if (mask[row] === 0) continue;
      const weight = schedule === undefined || time?.type !== 'date' ? 1 : scheduleWeight(schedule, time.values[row]);
      logOdds[row] += weight * effect.logOdds;
    }
  }
  return logOdds;
}
