import Table from 'cli-table3';
import pc from 'picocolors';
import { renderTruthComparison } from '../demo/render-truth-comparison.js';
import { formatTrait } from '../model/trait-text.js';
import { formatChange } from '../profile/format-change.js';
import { renderTerminal } from '../report/render-terminal.js';
import { viewProfile } from '../report/view-profile.js';
import type { BeliefStage, DemoRun, DemoStep } from '../workspace/run-demo.js';
import { addTierCounts, noTierCounts, renderTierCounts } from './render-tier-counts.js';

interface Look {
  readonly width: number;
  readonly color: boolean;
}

const mostChanges = 12;

/** A demo for the terminal: the story, then every step with the command that does the same. */
export function renderDemo({ company, folder, steps }: DemoRun, look: Look): string {
  const paint = pc.createColors(look.color);
  const rule = paint.dim('═'.repeat(look.width));
  return [
    rule,
    paint.bold(company.title),
    wrap(company.story, look.width),
    ...steps.flatMap((step) => ['', renderStep(step, look)]),
    '',
    paint.dim(`Data, profile (YAML), report (HTML) and scores are in ${folder}`),
    '',
  ].join('\n');
}

function renderStep(step: DemoStep, look: Look): string {
  const paint = pc.createColors(look.color);
  const heading = (title: string, command?: string) =>
    [paint.bold(paint.cyan(`▌ ${title}`)), ...(command === undefined ? [] : [paint.dim(`  $ ${command}`)])].join('\n');
  switch (step.kind) {
    case 'learned':
      return `${heading(step.title, step.command)}\n${renderTerminal(viewProfile(step.profile), look)}`;
    case 'compared':
      return `${heading('What was found beside what was planted')}\n${renderTruthComparison(step.comparison, look)}`;
    case 'widened':
      return [
        heading(step.title, step.command),
        ...[step.report.sentence, ...step.report.reasons].map((sentence) => wrap(sentence, look.width)),
      ].join('\n');
    case 'changed':
      return [
        heading(step.title),
        ...step.changes.slice(0, mostChanges).map((change) => `  ${formatChange(change)}`),
        ...(step.changes.length > mostChanges ? [`  … and ${step.changes.length - mostChanges} more`] : []),
      ].join('\n');
    case 'weighed':
      return [heading(step.title), renderBeliefs(step.stages, look), step.next].join('\n');
    case 'scored':
      return `${heading(step.title, step.command)}\n${renderTierCounts(addTierCounts(noTierCounts, step.scores.accounts), look)}`;
  }
}

/** Each belief with the lift of its trait and its status after 0, 10, 50 … conversations. */
function renderBeliefs(stages: readonly BeliefStage[], { color }: Look): string {
  const paint = pc.createColors(color);
  const table = new Table({
    head: ['belief', ...stages.map(({ conversations }) => `after ${conversations}`)].map((text) => paint.bold(text)),
    style: { head: [], border: [], compact: true },
  });
  stages[0].profile.criteria.forEach(({ trait }, line) => {
    table.push([
      formatTrait(trait),
      ...stages.map(({ profile }) => {
        const { status, evidence } = profile.criteria[line];
        const tone = status === 'validated' ? paint.green : status === 'refuted' ? paint.red : paint.dim;
        const lift = evidence === undefined ? '' : ` ×${evidence.lift.estimate.toFixed(2)}`;
        return `${tone(status)}${lift}`;
      }),
    ]);
  });
  return table.toString();
}

function wrap(text: string, width: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines[lines.length - 1];
    if (line !== '' && line.length + word.length + 1 > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}
