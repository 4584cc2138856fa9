/** Ways in which the accounts of a file may not be those that the profile will be used on. */
export const auditKinds = [
  'only winners',
  'only worked',
  'one class only',
  'import',
  'across the split',
  'censoring',
  'reversal',
] as const;
export type AuditKind = (typeof auditKinds)[number];

/** `grave`: what is claimed may be an artefact; `caution`: numbers are off; `note`: it was dealt with, and how. */
export const severities = ['grave', 'caution', 'note'] as const;
export type Severity = (typeof severities)[number];

/** A number that a finding rests on, with its 95 % interval where it is an estimate. */
export interface AuditNumber {
  readonly name: string;
  readonly value: number;
  readonly lower?: number;
  readonly upper?: number;
}

/** What the audit of selection has found. */
export interface AuditFinding {
  readonly kind: AuditKind;
  readonly severity: Severity;
  /** The column, the criterion or the accounts that it is about. */
  readonly about: string;
  /** What was seen, with its numbers: whole sentences. */
  readonly finding: string;
  /** What to do about it. */
  readonly advice: string;
  readonly numbers: readonly AuditNumber[];
}
