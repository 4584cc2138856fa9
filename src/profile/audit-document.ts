import type { AuditFinding, AuditNumber } from '../model/audit.js';
import type { Agreement, Refound } from '../model/refound.js';
import type { AuditDocument, RefoundDocument } from './audit-schema.js';
import { roundMeasured } from './round-measured.js';

/** `audit` of the document. */
export function writeAudit(findings: readonly AuditFinding[]): AuditDocument {
  return findings.map(({ kind, severity, about, finding, advice, numbers }) => ({
    kind,
    severity,
    about,
    finding,
    advice,
    numbers: numbers.map(writeNumber),
  }));
}

/** What {@link writeAudit} wrote. */
export function readAudit(lines: AuditDocument): AuditFinding[] {
  return lines.map((line) => ({
    ...line,
    numbers: line.numbers.map(({ name, value, interval }) => ({
      name,
      value,
      ...(interval === undefined ? {} : { lower: interval[0], upper: interval[1] }),
    })),
  }));
}

/** `refound` of criteria and segments. */
export function writeRefound({ share, draws, periods, sources }: Refound): RefoundDocument {
  return {
    share: roundMeasured(share),
    draws,
    ...(periods === undefined ? {} : { periods: { ...periods } }),
    ...(sources === undefined ? {} : { sources: { ...sources } }),
  };
}

/** What {@link writeRefound} wrote. */
export function readRefound({ share, draws, periods, sources }: RefoundDocument): Refound {
  return { share, draws, ...partsOf('periods', periods), ...partsOf('sources', sources) };
}

function partsOf(name: 'periods' | 'sources', parts: Agreement | undefined): Pick<Refound, 'periods' | 'sources'> {
  return parts === undefined ? {} : { [name]: parts };
}

function writeNumber({ name, value, lower, upper }: AuditNumber): AuditDocument[number]['numbers'][number] {
  return {
    name,
    value: roundMeasured(value),
    ...(lower === undefined || upper === undefined
      ? {}
      : { interval: [roundMeasured(lower), roundMeasured(upper)] satisfies [number, number] }),
  };
}
