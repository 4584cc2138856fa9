import { assignTypes } from '../intake/assign-types.js';
import type { ColumnFinding } from '../intake/column-finding.js';
import type { Table } from '../model/table.js';
import type { AccountsInput, KnownColumn } from './accounts-input.js';

/** Columns by their values, or as they are known to be; what is the same everywhere or empty stays that. */
export function typeInput({ raw, known }: Pick<AccountsInput, 'raw' | 'known'>): {
  table: Table;
  findings: ColumnFinding[];
} {
  const { table, findings } = assignTypes(raw);
  if (known.size === 0) return { table, findings };
  const isTaken = findings.map((finding) => {
    const told = known.get(finding.name);
    return told !== undefined && isTold(finding, told) ? told : null;
  });
  return {
    table: { ...table, columns: table.columns.map((column, i) => isTaken[i]?.column ?? column) },
    findings: findings.map((finding, i) => tell(finding, isTaken[i])),
  };
}

/** A category of as many values as rows names them, whatever a mapping calls it. */
function isTold({ type }: ColumnFinding, { attribute }: KnownColumn): boolean {
  if (type === 'constant' || type === 'empty') return false;
  return (
    attribute.type !== 'category' || attribute.recipe !== undefined || (type !== 'identifier' && type !== 'free text')
  );
}

function tell({ key, ...finding }: ColumnFinding, told: KnownColumn | null): ColumnFinding {
  const role = key === 'id' || key === undefined ? {} : { key };
  if (told === null) return { ...finding, ...(key === undefined ? {} : { key }) };
  const { kind, type } = told.attribute;
  const name = type === 'whole' || type === 'number' ? 'number' : type;
  return { ...finding, ...role, kind, type: name, detail: `${name}: as the workspace has it` };
}
