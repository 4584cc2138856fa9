import { decisionChart } from './charts/decision-chart.js';
import { aheadAxis, type IntervalRow } from './charts/interval-chart.js';
import type { Plotter } from './charts/plotter.js';
import { type Html, html, trustHtml } from './html.js';
import { intervalFigure } from './html-criteria.js';
import { type HtmlColumn, htmlTable } from './html-table.js';
import type { ProofView } from './profile-view.js';
import type { AheadRow, DecisionRow, GateRow, LiftRow, MeasureRow, PeriodRow } from './proof-details-view.js';
import { countHeld, gatesTitle } from './view-gates.js';

/** What had to hold before the verdict, each with its number. */
export function htmlGates(gates: readonly GateRow[]): Html | null {
  if (gates.length === 0) return null;
  const columns: HtmlColumn<GateRow>[] = [
    { head: 'asked', cell: ({ name, sentence }) => html`${name}<span class="note">${sentence}</span>` },
    { head: 'found, and the limit', kind: 'interval', cell: ({ numbers }) => numbers },
    {
      head: 'holds',
      cell: ({ passed, otherwise }) =>
        passed ? 'yes' : html`<span class="strong">no</span><span class="note">at most: ${otherwise}</span>`,
    },
  ];
  return html`<h3>${gatesTitle}: ${countHeld(gates)}</h3>${htmlTable('What had to hold before the verdict', { columns, rows: gates })}`;
}

/** By how much the profile does better than each baseline, on the same accounts. */
export function htmlAhead({ details, numbers }: ProofView, plotter: Plotter): Html | null {
  if (details.ahead.length === 0) return null;
  const marks = numbers.baselines.flatMap(({ name, ahead }): IntervalRow[] => {
    if (ahead === undefined) return [];
    const { auc } = ahead;
    const tone = auc.lower > 0 ? 'for' : auc.upper < 0 ? 'against' : 'muted';
    return [{ label: name, interval: auc, tone, note: auc.estimate.toFixed(3) }];
  });
  const columns: HtmlColumn<AheadRow>[] = [
    { head: 'ahead of', cell: ({ name }) => name },
    { head: 'AUC', kind: 'interval', cell: ({ auc }) => auc },
    { head: 'lift in the best fifth', kind: 'interval', cell: ({ lift }) => lift },
    { head: 'average precision', kind: 'interval', cell: ({ averagePrecision }) => averagePrecision },
    { head: 'log loss, less by', kind: 'interval', cell: ({ logLoss }) => logLoss },
    { head: 'Brier score, less by', kind: 'interval', cell: ({ brier }) => brier },
  ];
  const figure = intervalFigure(marks, {
    plotter,
    axis: aheadAxis,
    label: `AUC above ${details.ahead.map(({ name, auc }) => `${name}: ${auc}`).join(', ')}.`,
    caption: `By how much AUC the profile is ahead of each on the same ${numbers.proof.accounts} accounts, with 95\u00a0% intervals of the difference. On the line both are the same.`,
  });
  return html`<h3>By how much it is ahead</h3>${figure}${htmlTable('Differences to the baselines, with 95 % intervals; above 0 the profile does better', { columns, rows: details.ahead })}`;
}

export function htmlMeasures({ details }: ProofView): Html | null {
  if (details.measures.length === 0) return null;
  const columns: HtmlColumn<MeasureRow>[] = [
    { head: 'measure', cell: ({ name }) => name },
    { head: 'value', kind: 'number', cell: ({ value }) => value },
    { head: '95 % interval', kind: 'interval', cell: ({ range }) => range },
    { head: 'meaning', cell: ({ meaning }) => meaning },
  ];
  return html`<h3>More measures</h3>${htmlTable('Measures of the held-out accounts', { columns, rows: details.measures })}`;
}

export function htmlLifts({ details }: ProofView): Html | null {
  if (details.lifts.length === 0) return null;
  const columns: HtmlColumn<LiftRow>[] = [
    { head: 'best-scored', cell: ({ share }) => share },
    { head: 'lift', kind: 'interval', cell: ({ lift }) => lift },
    { head: 'hold, of those with the outcome', kind: 'interval', cell: ({ captured }) => captured },
  ];
  return htmlTable('Lift and gains by tenth, with 95 % intervals', { columns, rows: details.lifts });
}

/** What acting on scores is worth, by the chance from which on one acts. */
export function htmlDecision({ details, numbers }: ProofView, plotter: Plotter): Html | null {
  const points = numbers.proof.details?.decision ?? [];
  if (details.decision.length === 0) return null;
  const columns: HtmlColumn<DecisionRow>[] = [
    { head: 'act from', cell: ({ threshold }) => threshold },
    { head: 'acted upon', kind: 'number', cell: ({ acted }) => acted },
    { head: 'by score', kind: 'interval', cell: ({ net }) => net },
    { head: 'on all', kind: 'number', cell: ({ all }) => all },
    { head: 'the score adds', kind: 'interval', cell: ({ ahead }) => ahead },
  ];
  const label = `Decision curve: ${details.decision.map(({ threshold, net }) => `from ${threshold} ${net}`).join('; ')}.`;
  const draw = (width: number) => trustHtml(plotter(decisionChart(points, { label, width })));
  const caption = `Wins for each 1,000 accounts, with misses set against them: whoever acts from a chance of 20\u00a0% on holds one win to be worth four misses. The band is the 95\u00a0% interval on ${numbers.proof.accounts} accounts; dashed: acting on all. Acting on none is 0.`;
  return html`<h3>What acting on it is worth</h3><figure><div class="wide">${draw(640)}</div><div class="narrow">${draw(352)}</div><figcaption>${caption}</figcaption></figure>
${htmlTable('Net wins for each 1,000 accounts, by the chance from which on one acts', { columns, rows: details.decision })}`;
}

export function htmlPeriods({ details }: ProofView): Html | null {
  if (details.periods.length === 0) return null;
  const columns: HtmlColumn<PeriodRow>[] = [
    { head: 'from', cell: ({ from }) => from },
    { head: 'accounts', kind: 'number', cell: ({ accounts }) => accounts },
    { head: 'AUC', kind: 'interval', cell: ({ auc }) => auc },
    { head: 'predicted', kind: 'number', cell: ({ predicted }) => predicted },
    { head: 'came', kind: 'interval', cell: ({ observed }) => observed },
    { head: 'holds', cell: ({ holds }) => (holds === 'yes' ? holds : html`<span class="strong">${holds}</span>`) },
  ];
  return html`<h3>Further and further ahead</h3>${htmlTable('Later accounts, period by period', { columns, rows: details.periods })}`;
}
