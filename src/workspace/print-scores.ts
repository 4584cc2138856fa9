import type { FileScores } from './score-file.js';

/**
 * Scores as CSV (RFC 4180, LF): the id, points, fit, probability, tier, reasons. Cells that a spreadsheet would run as
 * a formula get a leading apostrophe, as OWASP advises for CSV injection.
 */
export function printScores({ accounts, idColumn }: FileScores): string {
  const lines = [[idColumn, 'points', 'fit', 'probability', 'tier', 'reasons'].map(cell).join(',')];
  for (const { id, points, fit, probability, tier, reasons } of accounts) {
    lines.push(
      `${cell(id)},${points ?? ''},${fit ?? ''},${probability ?? ''},${tier ?? ''},${cell(reasons.join('; '))}`,
    );
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
