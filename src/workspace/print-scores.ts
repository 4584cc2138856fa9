import type { FileScores } from './score-file.js';

/**
 * Scores as CSV (RFC 4180, LF): the id, points, fit, probability, tier, reasons; where amounts are expected, these with their
 * interval instead of the probability; of time the share kept after the horizon, and the horizon. Cells that a spreadsheet would run as
 * a formula get a leading apostrophe, as OWASP advises for CSV injection.
 */
export function printScores({ accounts, idColumn, keptAfter }: FileScores): string {
  const hasAmounts = accounts.some(({ expected }) => expected !== undefined);
  const ofTime = ['kept', 'kept_lower', 'kept_upper', 'kept_after'];
  const claims = hasAmounts
    ? ['expected', 'expected_lower', 'expected_upper']
    : keptAfter === undefined
      ? ['probability']
      : ofTime;
  const lines = [[idColumn, 'points', 'fit', ...claims, 'tier', 'reasons'].map(cell).join(',')];
  for (const { id, points, fit, probability, expected, kept, tier, reasons } of accounts) {
    const share = kept === undefined ? ',,,' : `${kept.estimate},${kept.lower},${kept.upper},${keptAfter}`;
    const claimed = hasAmounts
      ? `${expected?.estimate ?? ''},${expected?.lower ?? ''},${expected?.upper ?? ''}`
      : keptAfter === undefined
        ? `${probability ?? ''}`
        : share;
    lines.push(`${cell(id)},${points ?? ''},${fit ?? ''},${claimed},${tier ?? ''},${cell(reasons.join('; '))}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Whether a spreadsheet would run this cell. */
export function isFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text);
}

function cell(text: string): string {
  const safe = isFormula(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
