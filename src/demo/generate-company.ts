import type { CategoryColumn, Column } from '../model/table.js';
import type { CompanySpec, FileSpec } from './company-spec.js';
import { type GeneratedTable, generateTable } from './generate-table.js';
import type { PlantedTruth } from './planted-truth.js';
import { printCsv } from './print-csv.js';

export interface DemoFile {
  readonly name: string;
  readonly text: string;
  /** Whether the outcome stands in it: it can be learnt from. */
  readonly isOutcomeKnown: boolean;
}

/** A made-up company: its files, how to read their outcome, and the truth to compare with. */
export interface DemoCompany {
  readonly name: string;
  readonly title: string;
  readonly market: 'b2b' | 'b2c';
  readonly story: string;
  /** CSV files, in the order in which they should be looked at. */
  readonly files: readonly DemoFile[];
  readonly outcome: {
    readonly column: string;
    readonly value: string;
    readonly id: string | null;
    readonly time: string | null;
    /** Protected columns to learn from all the same. */
    readonly keep: readonly string[];
  };
  readonly truth: PlantedTruth;
  /** The profile that the company would write from its beliefs, before any data. */
  readonly beliefs: { readonly name: string; readonly text: string } | null;
}

/**
 * Draws a company and prints its files: the same specification, seed and number of accounts give the same bytes.
 * Text of a million accounts does not fit comfortably into memory: use `generateTable` with `printCsv` there.
 * @param options `seed`: a whole number; `accounts`: how many, default the specification's.
 * @throws USAGE, COLUMN_UNKNOWN when the specification contradicts itself.
 */
export function generateCompany(spec: CompanySpec, options: { seed: number; accounts?: number }): DemoCompany {
  const generated = generateTable(spec, options);
  const outcome = outcomeColumn(spec, generated);
  const files = spec.files ?? [{ name: `${spec.name}.csv`, isOutcomeKnown: true }];
  return {
    name: spec.name,
    title: spec.title,
    market: spec.market,
    story: spec.story,
    files: files.map((file) => ({
      name: file.name,
      text: printFile(file, { generated, outcome, time: spec.outcome.time }),
      isOutcomeKnown: file.isOutcomeKnown,
    })),
    outcome: {
      column: spec.outcome.column,
      value: spec.outcome.positive,
      id: spec.outcome.id ?? null,
      time: spec.outcome.time ?? null,
      keep: spec.outcome.keep ?? [],
    },
    truth: generated.truth,
    beliefs: spec.beliefs === undefined ? null : { name: spec.beliefs.file, text: spec.beliefs.text },
  };
}

/** The outcome as the last column of the files. */
export function outcomeColumn({ outcome }: CompanySpec, { labels }: GeneratedTable): CategoryColumn {
  return {
    type: 'category',
    name: outcome.column,
    codes: Int32Array.from(labels),
    labels: [outcome.negative, outcome.positive],
  };
}

function printFile(
  file: FileSpec,
  { generated: { table }, outcome, time }: { generated: GeneratedTable; outcome: Column; time: string | undefined },
): string {
  const columns = file.isOutcomeKnown
    ? [...table.columns, outcome]
    : table.columns.filter((column) => column.name !== time);
  const to = Math.min(file.to ?? table.rowCount, table.rowCount);
  return [...printCsv({ columns }, { from: Math.min(file.from ?? 0, to), to })].join('');
}
