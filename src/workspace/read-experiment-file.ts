import type { ExperimentReading, ReadAccount } from '../activate/experiment/experiment-reading.js';
import { readExperiment } from '../activate/experiment/read-experiment.js';
import { AssayError } from '../errors.js';
import { type ReadOptions, readFile } from '../intake/read-file.js';
import type { Assignment, Experiment } from '../model/experiment.js';
import type { RawTable } from '../model/table.js';
import { valueText } from '../score/explain-account.js';
import { findId } from './find-id.js';
import { measureMetric } from './measure-metric.js';
import { readAssignments } from './read-assignments.js';
import { resolveColumn } from './resolve-columns.js';

export interface ReadExperimentOptions {
  readonly experiment: Experiment;
  /** The file of assignments. */
  readonly assignments: string;
  readonly id?: string;
  /** Assigned accounts whose outcome is not known count as without it, in every arm. */
  readonly isUndecidedNo?: boolean;
  readonly reader?: ReadOptions;
}

/** What an experiment says, and what was left out in reading it. */
export interface FileReading {
  readonly experiment: Experiment;
  readonly reading: ExperimentReading;
  readonly notes: readonly string[];
}

const mostNamed = 5;

/** Joins a file of outcomes to the assignments by account and reads the experiment. @throws AssayError as reading does, COLUMN_UNKNOWN. */
export async function readExperimentFile(file: string, options: ReadExperimentOptions): Promise<FileReading> {
  const { experiment, isUndecidedNo = false, reader } = options;
  const assignments = await readAssignments(options.assignments);
  const raw = await readFile(file, reader ?? {});
  const outcome = measureMetric(experiment.outcome, { raw, option: 'outcome.column' });
  const rails = experiment.guardRails.map((rail) => measureMetric(rail, { raw, option: 'guard_rails' }));
  const { rowOf, strangers, contradicted } = indexRows(raw, { assignments, outcome, id: options.id });
  const first = new Map(assignments.map((one) => [one.account, one]));
  const accounts = [...first.values()].map(({ account, arm, tier, stratum, fit }): ReadAccount => {
    const row = rowOf.get(account);
    const known = row === undefined ? Number.NaN : outcome[row];
    return {
      account,
      arm,
      tier: tier ?? (experiment.stratify === 'tier' ? stratum : null),
      fit,
      outcome: Number.isNaN(known) && isUndecidedNo ? 0 : known,
      guardRails: rails.map((values) => (row === undefined ? Number.NaN : values[row])),
    };
  });
  const missing = accounts.filter(({ account }) => !rowOf.has(account)).length;
  return {
    experiment,
    reading: readExperiment(experiment, { assignments, accounts, problems: contradicted }),
    notes: [
      ...(strangers > 0 ? [`${strangers} rows of ${raw.source} are about accounts that take no part.`] : []),
      ...(missing > 0 ? [`${missing} of ${accounts.length} assigned accounts are not in ${raw.source}.`] : []),
      ...(raw.quarantined.length > 0 ? [`${raw.quarantined.length} rows of ${raw.source} cannot be read.`] : []),
    ],
  };
}

/** The row of each account; two rows that say different things of one account are a contradiction. */
function indexRows(
  raw: RawTable,
  { assignments, outcome, id }: { assignments: readonly Assignment[]; outcome: Float64Array; id: string | undefined },
) {
  const column = idColumn(raw, { assignments, id });
  const known = new Set(assignments.map(({ account }) => account));
  const rowOf = new Map<string, number>();
  const twice = new Set<string>();
  let strangers = 0;
  for (let row = 0; row < raw.rowCount; row++) {
    const account = valueText(column, row) ?? '';
    if (!known.has(account)) {
      strangers++;
      continue;
    }
    const earlier = rowOf.get(account);
    if (earlier === undefined || Number.isNaN(outcome[earlier])) rowOf.set(account, row);
    else if (!Number.isNaN(outcome[row]) && outcome[row] !== outcome[earlier]) twice.add(account);
  }
  const names = [...twice].slice(0, mostNamed).join(', ');
  const contradicted =
    twice.size === 0
      ? []
      : [
          `${twice.size === 1 ? '1 account has' : `${twice.size} accounts have`} more than one outcome: ${names}. Give one row an account.`,
        ];
  return { rowOf, strangers, contradicted };
}

/** The named one, else one called as in the assignments, else the one whose values are assigned accounts. */
function idColumn(
  raw: RawTable,
  { assignments, id }: { assignments: readonly Assignment[]; id: string | undefined },
): RawTable['columns'][number] {
  const names = raw.columns.map(({ name }) => name);
  if (id !== undefined)
    return raw.columns[names.indexOf(resolveColumn(id, { names, file: raw.source, option: '--id' }))];
  const accounts = new Set(assignments.map(({ account }) => account));
  const held = raw.columns.map((column) => {
    let count = 0;
    for (let row = 0; row < raw.rowCount; row++) if (accounts.has(valueText(column, row) ?? '')) count++;
    return count;
  });
  const most = Math.max(0, ...held);
  const found = most > 0 ? raw.columns[held.indexOf(most)].name : findId(raw, { known: 'account', others: [] });
  if (found !== undefined && most > 0) return raw.columns[names.indexOf(found)];
  throw new AssayError('COLUMN_UNKNOWN', {
    detail: `No column of ${raw.source} holds accounts of the assignments.`,
    hint: `Name the column with --id; it has: ${names.join(', ')}.`,
    place: { file: raw.source },
  });
}
