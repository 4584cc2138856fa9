import type { Balance } from '../../activate/experiment/balance-arms.js';
import { formatCount, formatDecimal, formatQ } from '../format-number.js';
import type { PageView } from '../page/page-view.js';

/** Who came into which arm. */
export function viewBalance(
  { arms, p, largestFitGap }: Balance,
  { name, added, total }: { name: string; added: number; total: number },
): PageView {
  const groups = arms[0]?.byStratum.map(({ stratum }) => stratum) ?? [];
  return {
    kicker: 'Experiment',
    title: name,
    verdict: {
      label: 'Assigned',
      tone: 'publishable',
      sentence: `${formatCount(added)} accounts were drawn, ${formatCount(total - added)} stay where they were.`,
    },
    reasons: [
      `The sizes are as chance makes them (p ${formatQ(p)}).`,
      ...(largestFitGap === null
        ? []
        : [`Mean fit differs from the hold-out by ${formatDecimal(largestFitGap, 2)} standard deviations at most.`]),
    ],
    cautions: [],
    sections: [
      {
        id: 'arms',
        title: 'Arms',
        tables: [
          {
            caption: 'Accounts by arm',
            columns: [
              { head: 'arm' },
              { head: 'accounts', isNumber: true },
              { head: 'planned', isNumber: true },
              ...(largestFitGap === null ? [] : [{ head: 'mean fit', isNumber: true }]),
              ...groups.map((head) => ({ head, isNumber: true })),
            ],
            rows: arms.map(({ arm, accounts, planned, fit, byStratum }) => [
              arm,
              formatCount(accounts),
              formatCount(planned),
              ...(largestFitGap === null ? [] : [fit === null ? '–' : formatDecimal(fit, 1)]),
              ...byStratum.map((one) => formatCount(one.accounts)),
            ]),
          },
        ],
        items: [],
      },
    ],
  };
}
