import { learnTimes } from '../learn/survival/learn-times.js';
import { timeBins } from '../learn/survival/time-bins.js';
import { findTimeCriteria } from '../learn/survival/time-criteria.js';
import type { Criterion } from '../model/criterion.js';
import type { Durations } from '../model/duration.js';
import type { Scorecard } from '../model/scorecard.js';
import { liftBase } from '../score/lift-base.js';
import { codeAccounts, type LearningData, takeData } from './learn-part.js';
import { pointCriterion } from './point-criterion.js';

/** Accounts with how long they were watched; labels are 1 where the end came. */
export interface TimeData extends LearningData, Durations {
  /** The time after which shares kept are told. */
  readonly horizon: number;
}

export interface TimePart {
  readonly card: Scorecard;
  readonly criteria: readonly Criterion[];
}

/** Learns grid, scorecard of time and criteria from all accounts of `data`. @returns null where no end came. */
export function learnTimePart(data: TimeData): TimePart | null {
  const { columns } = data;
  const bins = timeBins(data);
  if (bins === null) return null;
  const coded = codeAccounts(data);
  const learned = learnTimes({ ...data, coded, bins, length: data.length ?? 'fitting' });
  const card = liftBase(learned.card);
  const said = findTimeCriteria({ ...data, coded, card: learned.short, columns });
  const isSame = card.terms === learned.short.terms;
  const criteria = isSame ? said : said.map((criterion) => pointCriterion(criterion, { card, ...data }));
  return { card, criteria };
}

/** The same accounts with only these rows. */
export function takeTimes(data: TimeData, rows: Int32Array): TimeData {
  const taken = takeData(data, rows);
  const durations = Float64Array.from(rows, (row) => data.durations[row]);
  return { ...taken, durations, events: taken.labels, horizon: data.horizon };
}
