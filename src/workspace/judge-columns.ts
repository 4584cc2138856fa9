import type { ColumnFinding } from '../intake/column-finding.js';
import type { SensitivityProposal } from '../intake/sensitivity/propose-sensitivity.js';
import type { Attribute } from '../model/attribute.js';
import type { SetAside, SetAsideReason } from '../model/profile.js';
import { isBarred } from '../model/sensitivity.js';
import { shellWord } from '../model/shell-word.js';
import type { SetColumn, Table } from '../model/table.js';
import type { AccountsInput } from './accounts-input.js';

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
 * @param sensitive what is known of people by column. @param known what is known of columns beforehand.
 * @param roles columns with a part of their own (id, outcome, time); neither learnt from nor reported.
 * @param exclude columns that the user left out. @param keep columns that the user answers for.
 */
export function judgeColumns(
  {
    table,
    findings,
    sensitive,
    known,
  }: {
    table: Table;
    findings: readonly ColumnFinding[];
    sensitive: ReadonlyMap<string, SensitivityProposal>;
    known: AccountsInput['known'];
  },
  { roles, exclude, keep }: Readonly<Record<'roles' | 'exclude' | 'keep', ReadonlySet<string>>>,
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
    const { sensitivity = 'none', proxyFor, why } = sensitive.get(name) ?? { why: '' };
    if (isBarred(sensitivity) && !keep.has(name)) {
      setAside.push({
        what: name,
        reason: sensitivity === 'personal' ? 'personal' : 'protected',
        detail: `${sensitivity === 'special' ? 'special category: ' : ''}${why}; --keep ${shellWord(name)} learns from it all the same`,
      });
      continue;
    }
    const recipe = known.get(name)?.attribute.recipe;
    const more = {
      ...(sensitivity === 'none' ? {} : { sensitivity }),
      ...(proxyFor === undefined ? {} : { proxyFor }),
      ...(recipe === undefined ? {} : { recipe }),
    };
    if (column?.type === 'number') attributes.push({ name, kind, type: column.whole ? 'whole' : 'number', ...more });
    else if (column?.type === 'set')
      attributes.push({ name, kind, type: 'set', ...separatorOf(column, known.has(name)), ...more });
    else if (column?.type === 'category') attributes.push({ name, kind, type: column.type, ...more });
  }
  return { attributes, setAside };
}

/** Cells of a workspace are written anew when they are joined: what stood in the file does not matter there. */
function separatorOf({ separator }: SetColumn, isJoined: boolean): Pick<Attribute, 'separator'> {
  return separator === undefined || isJoined ? {} : { separator };
}
