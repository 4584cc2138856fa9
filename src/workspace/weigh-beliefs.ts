import { AssayError } from '../errors.js';
import { applyOutcome } from '../intake/apply-outcome.js';
import { coerceColumn } from '../intake/coerce-column.js';
import { type ReadOptions, readFile } from '../intake/read-file.js';
import type { Profile } from '../model/profile.js';
import { type SuggestedTest, suggestTest } from '../profile/suggest-test.js';
import { updateBeliefs } from '../profile/update-beliefs.js';
import { findId } from './find-id.js';
import type { LearnedProfile } from './learn-profile.js';
import type { ProgressOptions } from './progress.js';
import { resolveColumn } from './resolve-columns.js';

export interface WeighOptions extends ProgressOptions {
  /** A document with hypotheses, each with the strength it is believed with. */
  readonly profile: Profile;
  /** The column that names the accounts; unless told, the one of the document, else what looks like one. */
  readonly id?: string;
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
  file: string,
  { profile, id, reader, onProgress }: WeighOptions,
): Promise<WeighedBeliefs> {
  if (!profile.criteria.some(({ belief }) => belief !== undefined)) {
    throw new AssayError('USAGE', {
      detail: `${profile.name} holds no hypothesis to weigh.`,
      hint: 'Give criteria a status of hypothesis and a belief with its strength, e.g. belief: {strength: 20}.',
    });
  }
  onProgress?.(`reading ${file}`);
  const raw = await readFile(file, reader ?? {});
  const outcome = raw.columns.find(({ name }) => name === profile.best.outcome);
  if (outcome === undefined) {
    throw new AssayError('COLUMN_UNKNOWN', {
      detail: `${raw.source} has no column ${profile.best.outcome}, which the profile is judged by.`,
      hint: `Add it to the file, or change best.outcome; the file has: ${raw.columns.map(({ name }) => name).join(', ')}.`,
      place: { file },
    });
  }
  const columns = profile.attributes.flatMap((attribute) => {
    const column = raw.columns.find(({ name }) => name === attribute.name);
    return column === undefined ? [] : [coerceColumn(column, { type: attribute.type }).column];
  });
  const weighed = updateBeliefs(profile, { columns, labels: applyOutcome(outcome, profile.best) });
  const snapshot = { source: raw.source, sha256: raw.snapshot, rows: raw.rowCount + raw.quarantined.length };
  const names = raw.columns.map(({ name }) => name);
  const idColumn =
    id === undefined
      ? findId(raw, { known: profile.provenance.id, others: [...profile.attributes.map(nameOf), outcome.name] })
      : resolveColumn(id, { names, file: raw.source, option: '--id' });
  const provenance = {
    ...weighed.provenance,
    snapshots: [snapshot],
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
