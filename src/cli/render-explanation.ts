import Table from 'cli-table3';
import pc from 'picocolors';
import type { AccountExplanation } from '../workspace/explain-file.js';

/** One account for the terminal: the sum, line by line, and the smallest changes to the next tier. */
export function renderExplanation(explanation: AccountExplanation, { color }: { color: boolean }): string {
  const { id, points, fit, tier, probability, base, contributions, changes, isBelief } = explanation;
  const paint = pc.createColors(color);
  const table = new Table({
    head: ['attribute', 'value', 'row of the card', 'points', 'against typical'].map((text) => paint.bold(text)),
    colAligns: ['left', 'left', 'left', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  table.push(['(every account)', '', 'base', signed(base), '']);
  for (const line of contributions) {
    const { attribute, value, row, againstTypical } = line;
    const difference = signed(againstTypical);
    const toned =
      againstTypical > 0 ? paint.green(difference) : againstTypical < 0 ? paint.red(difference) : difference;
    table.push([attribute, value ?? paint.dim('missing'), row, signed(line.points), toned]);
  }
  table.push([paint.bold('sum'), '', '', paint.bold(String(points)), '']);
  const claims = [`fit ${fit}`, tier === null ? '' : `tier ${tier}`, chance(probability)].filter((text) => text !== '');
  return [
    `${paint.bold(id)}: ${points} points, ${claims.join(', ')}${isBelief ? ' (by hypotheses; no outcome seen)' : ''}`,
    table.toString(),
    ...changes.map(
      ({ to, steps, pointsAfter }) =>
        `→ ${to} at ${pointsAfter} points with ${steps.map((step) => `${step.to} (+${step.points}, now ${step.from})`).join(' and ')}`,
    ),
  ].join('\n');
}

function chance(probability: number | null): string {
  return probability === null ? '' : `probability ${(100 * probability).toFixed(1)} %`;
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : value < 0 ? `−${Math.abs(value)}` : '0';
}
