import type { Interval } from '../../model/estimate.js';
import type { SuspectedLeak } from '../../model/leak.js';
import type { Column } from '../../model/table.js';
import { buildGrids } from '../build-grids.js';
import { codeTable } from '../code-table.js';
import { crossFittedAuc } from '../cross-fitted-auc.js';
import { aloneAuc } from './alone-auc.js';
import { hasFaded } from './find-fading.js';

const strong = 0.7;

/** A column as it stands now, and as it stood when each account was decided; of the same accounts. */
export interface TwoMoments {
  readonly now: Column;
  readonly before: Column;
}

/**
 * Columns that separate the outcome as they stand now and hardly as they stood at the decision: they were written afterwards. What
 * is learnt from is what stood then, so this warns of the same column in a plain export.
 */
export function findFadedAsOf(columns: readonly TwoMoments[], labels: Uint8Array): SuspectedLeak[] {
  return columns.flatMap(({ now, before }): SuspectedLeak[] => {
    const settled = separation(now, labels);
    if (settled.estimate < strong) return [];
    const recent = separation(before, labels);
    if (!hasFaded(settled, recent)) return [];
    const detail =
      `${now.name} separates the outcome as it stands now (${said(settled)}) and hardly as it stood at the decision (${said(recent)}): ` +
      'it was written afterwards. Learnt from is what stood then; take it from no export without its history.';
    const evidence = { auc: settled, faded: { settled, recent } };
    return [{ attribute: now.name, kind: 'fades', severity: 'mention', detail, evidence }];
  });
}

/** The best of the column's grids: a set has one for each member. */
function separation(column: Column, labels: Uint8Array): Interval {
  const { grids, codes } = codeTable(buildGrids([column], null), { columns: [column], rowCount: labels.length });
  const quick = grids.map((grid, g) => crossFittedAuc(codes[g], { labels, size: grid.binCount + 2 }));
  const best = quick.indexOf(Math.max(...quick));
  if (best < 0) return { estimate: 0.5, lower: 0, upper: 1 };
  return aloneAuc({ codes: codes[best], labels, size: grids[best].binCount + 2, column });
}

function said({ estimate, lower, upper }: Interval): string {
  return `AUC ${estimate.toFixed(2)}, ${lower.toFixed(2)}–${upper.toFixed(2)}`;
}
