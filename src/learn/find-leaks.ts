import type { SuspectedLeak } from '../model/leak.js';
import type { Column } from '../model/table.js';
import type { CodedTable } from './grid.js';
import { leakWord } from './leak-names.js';
import { findPairLeaks } from './leaks/find-pair-leaks.js';
import { judgeAlone } from './leaks/judge-alone.js';

/** Accounts in which leaks are looked for. */
export interface LeakSearch {
  readonly coded: CodedTable;
  /** 1 where the account had the outcome. */
  readonly labels: Uint8Array;
  /** Name of the outcome column, whose words in another name are suspect. */
  readonly outcome?: string;
  /** Whether an attribute is known to have been there before the outcome, so that its name alone says nothing. */
  readonly isAsOf?: (attribute: string) => boolean;
  /** The values behind the codes: with them separation is judged in their order, too, and pairs are looked at. */
  readonly columns?: readonly Column[];
}

/**
 * Attributes that give the outcome away: they separate it almost alone or with a second one, are filled in (or empty) for one
 * class only, or have a name for something known afterwards. A held-out set cannot show this, because the leak is in it too.
 * @returns at most one entry for each attribute, in the order of the grids; the second of a pair after those.
 */
export function findLeaks({ coded, labels, outcome, isAsOf = () => false, columns = [] }: LeakSearch): SuspectedLeak[] {
  const worst = new Map<string, SuspectedLeak>();
  const byName = new Map(columns.map((column) => [column.name, column]));
  coded.grids.forEach((grid, g) => {
    const { attribute } = grid;
    const word = isAsOf(attribute) ? null : leakWord(attribute, outcome);
    const leak = judgeAlone(grid, { codes: coded.codes[g], labels, column: byName.get(attribute), word });
    keepWorse(worst, leak);
  });
  const isOut = (attribute: string) => worst.get(attribute)?.severity === 'set aside';
  for (const leak of findPairLeaks({ coded, labels, columns, outcome, isOut })) keepWorse(worst, leak);
  return [...worst.values()];
}

function keepWorse(worst: Map<string, SuspectedLeak>, leak: SuspectedLeak | null): void {
  if (leak === null) return;
  const known = worst.get(leak.attribute);
  if (known === undefined || (known.severity !== 'set aside' && leak.severity === 'set aside'))
    worst.set(leak.attribute, leak);
}
