import Table from 'cli-table3';
import pc from 'picocolors';
import type { Interval } from '../model/estimate.js';
import { formatCount, formatDecimal } from '../report/format-number.js';
import { formatAmount, formatAmountRange } from '../report/view-amount.js';
import type { AccountExplanation } from '../workspace/explain-file.js';

/** Rows of the largest part are told one by one; of a long card the rest is added up. */
const mostRows = 16;

/** One account for the terminal: the sum, line by line, and the smallest changes to the next tier. */
export function renderExplanation(
  explanation: AccountExplanation,
  { color, width }: { color: boolean; width: number },
): string {
  const {
    id,
    points,
    fit,
    tier,
    probability,
    expected,
    kept,
    keptAfter,
    pointsPerUnit,
    base,
    contributions,
    changes,
    caveat,
  } = explanation;
  const paint = pc.createColors(color);
  const table = new Table({
    head: ['attribute', 'value', 'row of the card', 'points', 'against typical'].map((text) => paint.bold(text)),
    colAligns: ['left', 'left', 'left', 'right', 'right'],
    style: { head: [], border: [], compact: true },
    colWidths: [null, null, rowWidth(explanation, width)],
    wordWrap: true,
  });
  table.push(['(every account)', '', 'base', signed(base), '']);
  const shown = contributions.length <= mostRows + 1 ? contributions : contributions.slice(0, mostRows);
  for (const line of shown) {
    const { attribute, value, row, againstTypical } = line;
    const multiple = pointsPerUnit === undefined ? '' : ` ×${Math.exp(againstTypical / pointsPerUnit).toFixed(2)}`;
    const difference = `${signed(againstTypical)}${multiple}`;
    const toned =
      againstTypical > 0 ? paint.green(difference) : againstTypical < 0 ? paint.red(difference) : difference;
    table.push([attribute, value ?? paint.dim('missing'), row, signed(line.points), toned]);
  }
  const rest = contributions.slice(shown.length);
  if (rest.length > 0) {
    const add = (of: 'points' | 'againstTypical') => rest.reduce((sum, line) => sum + line[of], 0);
    const about = paint.dim('all of them with --json');
    table.push([`(${rest.length} smaller ones)`, '', about, signed(add('points')), signed(add('againstTypical'))]);
  }
  table.push([paint.bold('sum'), '', '', paint.bold(formatCount(points)), '']);
  const claims = [
    `fit ${fit}`,
    tier === null ? '' : `tier ${tier}`,
    chance(probability),
    kept === undefined ? '' : `kept after ${keptAfter} ${percents(kept)}`,
    expected === undefined ? '' : `expected ${formatAmount(expected.estimate)} (${formatAmountRange(expected)})`,
  ].filter((text) => text !== '');
  return [
    `${paint.bold(id)}: ${formatCount(points)} points, ${claims.join(', ')}${caveat === null ? '' : ` (by ${caveat})`}`,
    table.toString(),
    ...(kept === undefined ? [] : ['× multiplies the odds of staying one period more; more points last longer']),
    ...changes.map(
      ({ to, steps, pointsAfter }) =>
        `→ ${to} at ${formatCount(pointsAfter)} points with ${steps.map((step) => `${step.to} (${signed(step.points)}, now ${step.from})`).join(' and ')}`,
    ),
  ].join('\n');
}

/** What is left of the terminal for the rows of the card, once the other columns have theirs. */
function rowWidth({ contributions }: AccountExplanation, width: number): number {
  const longest = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length)) + 2;
  const attribute = longest(['(every account)', ...contributions.map((line) => line.attribute)]);
  const value = longest(['missing', ...contributions.map((line) => line.value ?? '')]);
  const numbers = 'points'.length + 'against typical'.length + 4;
  const rules = 6;
  return Math.max(24, width - attribute - value - numbers - rules);
}

function percents({ estimate, lower, upper }: Interval): string {
  const text = (share: number) => (100 * share).toFixed(1);
  return `${text(estimate)} % (${text(lower)}–${text(upper)} %)`;
}

function chance(probability: number | null): string {
  return probability === null ? '' : `probability ${(100 * probability).toFixed(1)} %`;
}

/** Whole points, thousands apart; what is small against the typical account with one decimal. */
function signed(value: number): string {
  const text = Math.abs(value) < 100 && !Number.isInteger(value) ? formatDecimal(value, 1) : formatCount(value);
  return value > 0 ? `+${text}` : text === '−0' ? '0' : text;
}
