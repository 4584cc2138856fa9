import type { Interval } from '../model/estimate.js';
import type { FileScores } from './score-file.js';

/**
 * Scores as CSV (RFC 4180, LF): the id, points, fit, probability, tier, reasons; where amounts are expected, these with their
 * interval instead of the probability; of time the share kept after the horizon, and the horizon. Cells that a spreadsheet would run as
 * a formula get a leading apostrophe, as OWASP advises for CSV injection.
 */
export function printScores({ accounts, idColumn, of, keptAfter }: FileScores): string {
  const lines = [[idColumn, 'points', 'fit', ...claims[of], 'tier', 'reasons'].map(cell).join(',')];
  for (const { id, points, fit, probability, expected, kept, tier, reasons } of accounts) {
    const claimed = {
      outcome: `${probability ?? ''}`,
      amount: intervalCells(expected),
      time: `${intervalCells(kept)},${kept === undefined ? '' : cell(keptAfter ?? '')}`,
    };
    lines.push(`${cell(id)},${points ?? ''},${fit ?? ''},${claimed[of]},${tier ?? ''},${cell(reasons.join('; '))}`);
  }
  return `${lines.join('\n')}\n`;
}

const claims = {
  outcome: ['probability'],
  amount: ['expected', 'expected_lower', 'expected_upper'],
  time: ['kept', 'kept_lower', 'kept_upper', 'kept_after'],
} as const;

function intervalCells(interval: Interval | undefined): string {
  return interval === undefined ? ',,' : `${interval.estimate},${interval.lower},${interval.upper}`;
}

/** Whether a spreadsheet would run this cell. */
export function isFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text);
}

function cell(text: string): string {
  const safe = isFormula(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
