import { escapeMarkdown } from './escape-markdown.js';
import { markdownTable as table } from './markdown-table.js';
import type { GateRow, ProofDetailsView } from './proof-details-view.js';

/** What had to hold before the verdict. */
export function markdownGates(gates: readonly GateRow[]): string {
  return table(
    ['asked', '>found, and the limit', 'holds', 'in words'],
    gates.map(({ name, numbers, passed, otherwise, sentence }) => [
      name,
      numbers,
      passed ? 'yes' : `no: at most ${otherwise}`,
      sentence,
    ]),
  );
}

/** The rest of a proof: a title and a table each. */
export function markdownDetails(details: ProofDetailsView): [title: string, table: string][] {
  const sections: [string, string, boolean][] = [
    [
      'By how much it is ahead',
      table(
        [
          'ahead of',
          '>AUC',
          '>lift in the best fifth',
          '>average precision',
          '>log loss, less by',
          '>Brier score, less by',
        ],
        details.ahead.map((row) => [row.name, row.auc, row.lift, row.averagePrecision, row.logLoss, row.brier]),
      ),
      details.ahead.length > 0,
    ],
    [
      'More measures',
      table(
        ['measure', '>value', '>95 % interval', 'meaning'],
        details.measures.map((row) => [row.name, row.value, row.range, row.meaning]),
      ),
      details.measures.length > 0,
    ],
    [
      'Lift and gains by tenth',
      table(
        ['best-scored', '>lift', '>hold of those with the outcome'],
        details.lifts.map((row) => [row.share, row.lift, row.captured]),
      ),
      details.lifts.length > 0,
    ],
    [
      'What acting on it is worth',
      `${escapeMarkdown('Net wins for each 1,000 accounts; a win is worth (1 − chance) / chance misses.')}\n\n${table(
        ['act from', '>acted upon', '>by score', '>on all', '>the score adds'],
        details.decision.map((row) => [row.threshold, row.acted, row.net, row.all, row.ahead]),
      )}`,
      details.decision.length > 0,
    ],
    [
      'Further and further ahead',
      table(
        ['from', '>accounts', '>AUC', '>predicted', '>came', 'holds'],
        details.periods.map((row) => [row.from, row.accounts, row.auc, row.predicted, row.observed, row.holds]),
      ),
      details.periods.length > 0,
    ],
  ];
  return sections.flatMap(([title, body, isShown]): [string, string][] => (isShown ? [[title, body]] : []));
}
