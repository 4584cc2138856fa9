import { AssayError } from '../errors.js';
import { applyOutcome } from '../intake/apply-outcome.js';
import { coerceColumn } from '../intake/coerce-column.js';
import type { ReadOptions } from '../intake/read-file.js';
import type { Profile } from '../model/profile.js';
import { takeRows } from '../model/take-rows.js';
import { type SuggestedTest, suggestTest } from '../profile/suggest-test.js';
import { updateBeliefs } from '../profile/update-beliefs.js';
import { type AccountsSource, readInput, sourceName } from './accounts-input.js';
import { chooseRows } from './choose-rows.js';
import { findId } from './find-id.js';
import type { LearnedProfile } from './learned-profile.js';
import type { ProgressOptions } from './progress.js';
import { resolveColumn } from './resolve-columns.js';
import type { TimeWindow } from './time-window.js';
import { typeInput } from './type-input.js';

export interface WeighOptions extends ProgressOptions, TimeWindow {
  /** A document with hypotheses, each with the strength it is believed with. */
  readonly profile: Profile;
  /** The column that names the accounts; unless told, the one of the document, else what looks like one. */
  readonly id?: string;
  /** The column that says when each account was decided; unless told, the one of the document. */
  readonly time?: string | undefined;
  readonly reader?: ReadOptions;
}

export interface WeighedBeliefs extends LearnedProfile {
  /** The belief that is worth testing next; null when all are settled. */
  readonly next: SuggestedTest | null;
}

/**
 * Weighs the hypotheses of a document against outcomes, however few: each line keeps what was believed and gains what
 * the outcomes say. Nothing is proven by it, so the verdict stays a description.
 * @throws AssayError COLUMN_UNKNOWN when the file lacks the outcome, USAGE when the document holds no hypothesis.
 */
export async function weighBeliefs(
  source: AccountsSource,
  { profile, id, time, since, until, reader, onProgress }: WeighOptions,
): Promise<WeighedBeliefs> {
  if (!profile.criteria.some(({ belief }) => belief !== undefined)) {
    throw new AssayError('USAGE', {
      detail: `${profile.name} holds no hypothesis to weigh.`,
      hint: 'Give criteria a status of hypothesis and a belief with its strength, e.g. belief: {strength: 20}.',
    });
  }
  const file = sourceName(source);
  onProgress?.(`reading ${file}`);
  const { best, attributes } = profile;
  const recipes = attributes.flatMap(({ name, recipe }) => (recipe === undefined ? [] : [{ name, ...recipe }]));
  const input = await readInput(source, { reader, recipes, outcome: best.from ?? best.outcome, time: best.at });
  const { raw } = input;
  const names = raw.columns.map(({ name }) => name);
  const outcome = raw.columns.find(({ name }) => name === profile.best.outcome);
  if (outcome === undefined) {
    throw new AssayError('COLUMN_UNKNOWN', {
      detail: `${raw.source} has no column ${profile.best.outcome}, which the profile is judged by.`,
      hint: `Add it to the file, or change best.outcome; the file has: ${raw.columns.map(({ name }) => name).join(', ')}.`,
      place: { file },
    });
  }
  const timeColumn =
    time === undefined
      ? (input.roles.time ?? profile.provenance.time)
      : resolveColumn(time, { names, file: raw.source, option: '--time' });
  const labels = applyOutcome(outcome, profile.best);
  const window = { time: timeColumn, since, until };
  const isWindowed = since !== undefined || until !== undefined;
  const table = isWindowed ? typeInput(input).table : { ...raw, columns: [] };
  const rows = chooseRows({ labels, drop: [], table, window });
  const columns = profile.attributes.flatMap((attribute) => {
    const column = raw.columns.find(({ name }) => name === attribute.name);
    return column === undefined ? [] : [takeRows(coerceColumn(column, attribute).column, rows)];
  });
  const weighed = updateBeliefs(profile, { columns, labels: Uint8Array.from(rows, (row) => labels[row]) });
  const idColumn =
    id === undefined
      ? (input.roles.id ??
        findId(raw, { known: profile.provenance.id, others: [...profile.attributes.map(nameOf), outcome.name] }))
      : resolveColumn(id, { names, file: raw.source, option: '--id' });
  const provenance = {
    ...weighed.provenance,
    snapshots: input.snapshots,
    ...(timeColumn === undefined || !isWindowed ? {} : { time: timeColumn }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(idColumn === undefined ? {} : { id: idColumn }),
  };
  const next = suggestTest(weighed);
  return {
    profile: { ...weighed, provenance },
    next,
    help: next === null ? [] : [next.sentence],
    notes: raw.notes,
    quarantined: raw.quarantined,
  };
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}
