import { calibrationChart } from './charts/calibration-chart.js';
import { gainsChart } from './charts/gains-chart.js';
import { aucAxis, type IntervalRow } from './charts/interval-chart.js';
import type { Chart, Plotter } from './charts/plotter.js';
import { type Html, html, trustHtml } from './html.js';
import { intervalFigure } from './html-criteria.js';
import { htmlAhead, htmlDecision, htmlGates, htmlLifts, htmlMeasures, htmlPeriods } from './html-proof-details.js';
import { type HtmlSection, htmlList } from './html-section.js';
import { type HtmlColumn, htmlTable } from './html-table.js';
import type { ProfileView, ProofRow, ProofView } from './profile-view.js';

/** The proof beside the baselines, the gains curve and the calibration curve, each with its numbers. */
export function htmlProof({ proof, gates }: ProfileView, plotter: Plotter): HtmlSection {
  const about = { id: 'proof', title: 'How we know', startsPage: true };
  if (!proof) return { ...about, body: htmlGates(gates) };
  return {
    ...about,
    body: html`<p>${proof.split}</p>
${htmlList(proof.sentences)}${scorers(proof, plotter)}${htmlAhead(proof, plotter)}
<div class="pair">${gains(proof, plotter)}${calibration(proof, plotter)}</div>
${htmlLifts(proof)}${htmlDecision(proof, plotter)}${htmlMeasures(proof)}${htmlPeriods(proof)}${htmlGates(gates)}`,
  };
}

function scorers({ rows }: ProofView, plotter: Plotter): Html {
  const columns: HtmlColumn<ProofRow>[] = [
    { head: 'scored by', cell: ({ name, isOurs }) => (isOurs ? html`<span class="strong">${name}</span>` : name) },
    { head: 'AUC', kind: 'interval', cell: ({ auc }) => `${auc.text} (${auc.range})` },
    { head: 'lift in the best fifth', kind: 'interval', cell: ({ lift }) => `${lift.text} (${lift.range})` },
    { head: 'log loss', kind: 'number', cell: ({ logLoss }) => logLoss },
  ];
  const marks = rows.map(({ name, isOurs, auc }): IntervalRow => {
    return { label: name, interval: auc.interval, tone: isOurs ? 'for' : 'muted', note: auc.text };
  });
  const figure = intervalFigure(marks, {
    plotter,
    axis: aucAxis,
    label: `AUC of ${rows.map(({ name, auc }) => `${name}: ${auc.text}`).join(', ')}.`,
    caption:
      'How well each puts the right one of two accounts first, with 95\u00a0% intervals. The line at 0.5 is a coin.',
  });
  return html`${figure}${htmlTable('This profile beside the baselines, on the same held-out accounts', { columns, rows })}`;
}

function gains({ gains, numbers }: ProofView, plotter: Plotter): Html | null {
  if (gains.length === 0) return null;
  const chart = gainsChart(
    numbers.proof,
    `Gains curve: ${gains.map((row) => `best ${row.share} hold ${row.captured}`).join(', ')}.`,
  );
  const columns: HtmlColumn<(typeof gains)[number]>[] = [
    { head: 'best-scored', cell: ({ share }) => share },
    { head: 'hold, of those with the outcome', kind: 'number', cell: ({ captured }) => captured },
    { head: 'times average', kind: 'number', cell: ({ times }) => times },
  ];
  const caption = 'Whoever starts with the best-scored accounts finds those with the outcome sooner than by chance.';
  return html`<div><h3>Gains</h3>${figure(chart, { plotter, caption })}${htmlTable('Gains by share of accounts', { columns, rows: gains })}</div>`;
}

function calibration({ calibration, hasProbabilities, numbers }: ProofView, plotter: Plotter): Html | null {
  if (!hasProbabilities || calibration.length === 0) return null;
  const chart = calibrationChart(
    numbers.proof,
    `Calibration curve: ${calibration.map((bin) => `predicted ${bin.predicted}, observed ${bin.observed}`).join('; ')}.`,
  );
  const columns: HtmlColumn<(typeof calibration)[number]>[] = [
    { head: 'predicted', cell: ({ predicted }) => predicted },
    { head: 'observed', kind: 'interval', cell: ({ observed }) => observed },
    { head: 'accounts', kind: 'number', cell: ({ accounts }) => accounts },
  ];
  const caption = `On the diagonal a predicted chance comes true as often as it says. ${countsPerBin(numbers.proof.calibration.map((bin) => bin.accounts))}`;
  return html`<div><h3>Calibration</h3>${figure(chart, { plotter, caption })}${htmlTable('Predicted chance and what came true', { columns, rows: calibration })}</div>`;
}

function figure(chart: Chart, { plotter, caption }: { plotter: Plotter; caption: string }): Html {
  return html`<figure>${trustHtml(plotter(chart))}<figcaption>${caption}</figcaption></figure>\n`;
}

function countsPerBin(counts: readonly number[]): string {
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return `Each point stands for ${least === most ? least : `${least} to ${most}`} accounts, with its 95\u00a0% interval.`;
}
