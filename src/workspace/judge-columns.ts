import type { ColumnFinding } from '../intake/column-finding.js';
import type { Attribute } from '../model/attribute.js';
import type { SetAside, SetAsideReason } from '../model/profile.js';
import type { Table } from '../model/table.js';

/** Types of finding that say what a column is, and that it is nothing to learn from. */
const notLearnable: Partial<Record<ColumnFinding['type'], SetAsideReason>> = {
  identifier: 'identifier',
  'free text': 'free text',
  constant: 'constant',
  empty: 'empty',
  date: 'date',
};

/**
 * Which columns may be learnt from, and why the others may not.
 * @param roles columns with a part of their own (id, outcome, time); neither learnt from nor reported.
 * @param exclude columns that the user left out.
 */
export function judgeColumns(
  { table, findings }: { table: Table; findings: readonly ColumnFinding[] },
  { roles, exclude }: { roles: ReadonlySet<string>; exclude: ReadonlySet<string> },
): { attributes: Attribute[]; setAside: SetAside[] } {
  const attributes: Attribute[] = [];
  const setAside: SetAside[] = [];
  const columns = new Map(table.columns.map((column) => [column.name, column]));
  for (const finding of findings) {
    if (roles.has(finding.name)) continue;
    const reason = exclude.has(finding.name) ? 'excluded' : notLearnable[finding.type];
    if (reason !== undefined) {
      const detail = reason === 'excluded' ? 'left out on request' : finding.detail;
      setAside.push({ what: finding.name, reason, detail });
      continue;
    }
    const column = columns.get(finding.name);
    const { name, kind } = finding;
    if (column?.type === 'number') attributes.push({ name, kind, type: column.whole ? 'whole' : 'number' });
    else if (column?.type === 'set' || column?.type === 'category') attributes.push({ name, kind, type: column.type });
  }
  return { attributes, setAside };
}
