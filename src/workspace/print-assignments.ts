import type { Assignment } from '../model/experiment.js';
import { isFormula } from './print-scores.js';

/** Headings of the file of assignments. */
export const assignmentColumns = ['account', 'arm', 'stratum', 'place', 'tier', 'fit'] as const;

/** Assignments as CSV (RFC 4180, LF); what a spreadsheet would run as a formula gets a leading apostrophe. */
export function printAssignments(assignments: readonly Assignment[]): string {
  const lines = assignments.map(({ account, arm, stratum, place, tier, fit }) =>
    [account, arm, stratum ?? '', place ?? '', tier ?? '', fit ?? ''].map((value) => cell(String(value))).join(','),
  );
  return `${[assignmentColumns.join(','), ...lines].join('\n')}\n`;
}

function cell(text: string): string {
  const safe = isFormula(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
