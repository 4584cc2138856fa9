import { applyOutcome } from '../intake/apply-outcome.js';
import { outcomeCells } from '../intake/outcome-cells.js';
import type { Metric } from '../model/experiment.js';
import type { RawTable } from '../model/table.js';
import { resolveColumn } from './resolve-columns.js';

/**
 * A metric of every row of a table: 0 or 1, or an amount; NaN where it is not known.
 * @param option where the column was named, for the message. @throws AssayError COLUMN_UNKNOWN.
 */
export function measureMetric({ column: typed, is }: Metric, { raw, option }: { raw: RawTable; option: string }) {
  const names = raw.columns.map(({ name }) => name);
  const name = resolveColumn(typed, { names, file: raw.source, option });
  const column = raw.columns[names.indexOf(name)];
  if (is !== undefined) {
    const labels = applyOutcome(column, { outcome: name, is, description: '' });
    return Float64Array.from(labels, (label) => (label === 255 ? Number.NaN : label));
  }
  const { codes, numbers } = outcomeCells(column);
  return Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : numbers[code]));
}
