import type { AuditFinding, AuditNumber, Severity } from '../model/audit.js';
import type { Profile } from '../model/profile.js';
import type { Refound } from '../model/refound.js';
import { formatCount } from './format-number.js';
import type { AuditRow } from './profile-view.js';

/** What the audit of selection found, and how stable the statements are. */
export function viewAudit(profile: Pick<Profile, 'audit' | 'criteria' | 'segments'>): {
  audit: AuditRow[];
  stabilityNote: string;
} {
  return { audit: viewFindings(profile.audit ?? []), stabilityNote: stabilityNote(profile) };
}

export function viewFindings(findings: readonly AuditFinding[]): AuditRow[] {
  return findings.map(({ kind, severity, about, finding, advice, numbers }) => ({
    severity: severityNames[severity],
    isGrave: severity === 'grave',
    isNote: severity === 'note',
    kind,
    about,
    finding,
    advice,
    numbers: numbers.map(viewNumber),
  }));
}

/** `93 of 100; periods 4 of 5`. */
export function viewRefound(refound: Refound | undefined): string {
  if (refound === undefined) return '';
  const { share, draws, periods, sources } = refound;
  const parts = [
    ...(periods === undefined ? [] : [`periods ${periods.same} of ${periods.of}`]),
    ...(sources === undefined ? [] : [`sources ${sources.same} of ${sources.of}`]),
  ];
  return [`${Math.round(share * draws)} of ${draws}`, ...parts].join('; ');
}

const severityNames: Record<Severity, string> = { grave: 'grave', caution: 'caution', note: 'for the record' };

function viewNumber({ name, value, lower, upper }: AuditNumber): string {
  const range = lower === undefined || upper === undefined ? '' : ` (${say(lower)} to ${say(upper)})`;
  return `${name} ${say(value)}${range}`;
}

function say(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '–';
  return Number.isInteger(value) ? formatCount(value) : String(Number(value.toPrecision(3)));
}

function stabilityNote({ criteria, segments }: Pick<Profile, 'criteria' | 'segments'>): string {
  const found = [
    ...criteria.map(({ evidence }) => evidence?.refound),
    ...segments.map(({ refound }) => refound),
  ].filter((refound) => refound !== undefined);
  if (found.length === 0) return '';
  const least = found.reduce((a, b) => (b.share < a.share ? b : a));
  const unstable = [
    ...criteria.filter(({ evidence }) => evidence?.refound),
    ...segments.filter(({ refound }) => refound),
  ].filter(({ status }) => status === 'hypothesis').length;
  const rest =
    unstable === 0
      ? ''
      : ` ${unstable === 1 ? '1 is not stable and' : `${unstable} are not stable and each`} counts as a hypothesis.`;
  return `Accounts drawn anew, with replacement: of ${found.length} criteria and segments the least stable was found again in ${Math.round(least.share * least.draws)} of ${least.draws} draws.${rest}`;
}
