import type { TextColumn } from '../../model/table.js';
import type { AppliedMapping } from './apply-mapping.js';

/** The column of that name where it is text, as keys are; else undefined. */
export function textNamed(table: Pick<AppliedMapping, 'columns'>, name: string): TextColumn | undefined {
  const column = table.columns.find((candidate) => candidate.name === name);
  return column?.type === 'text' ? column : undefined;
}
