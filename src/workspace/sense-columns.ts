import type { ColumnFinding } from '../intake/column-finding.js';
import { proposeSensitivity, type SensitivityProposal } from '../intake/sensitivity/propose-sensitivity.js';
import { guessKind } from '../intake/typing/guess-kind.js';
import type { RawColumn } from '../model/table.js';
import type { AccountsInput } from './accounts-input.js';

const sampled = 60;

/**
 * What each column says about people: as the mapping says where there is one, else by its name and values. Only columns
 * that say something are in the map.
 */
export function senseColumns(
  { raw, known }: Pick<AccountsInput, 'raw' | 'known'>,
  findings: readonly ColumnFinding[],
): Map<string, SensitivityProposal> {
  const kinds = raw.columns.map(({ name }) => guessKind(name));
  const count = (wanted: string) => kinds.filter((kind) => kind === wanted).length;
  const isOfPeople = count('demographic') > count('firmographic');
  const found = new Map<string, SensitivityProposal>();
  for (const [i, column] of raw.columns.entries()) {
    const { name } = column;
    const mapped = known.get(name)?.attribute;
    const proposal: SensitivityProposal =
      mapped === undefined
        ? proposeSensitivity(name, { values: sampleOf(column, findings[i]), isOfPeople })
        : {
            sensitivity: mapped.sensitivity ?? 'none',
            why: 'mapping.yaml says so',
            ...(mapped.proxyFor === undefined ? {} : { proxyFor: mapped.proxyFor }),
          };
    if (proposal.sensitivity !== 'none' || proposal.proxyFor !== undefined) found.set(name, proposal);
  }
  return found;
}

/** Some distinct values; of numbers none, which say nothing about people by themselves. */
function sampleOf(column: RawColumn, finding: ColumnFinding): readonly string[] {
  return column.type === 'text' && finding.type !== 'number' ? column.labels.slice(0, sampled) : [];
}
