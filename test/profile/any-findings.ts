import fc from 'fast-check';
import { type AuditFinding, auditKinds, severities } from '../../src/model/audit.js';
import { type LeakFinding, leakKinds } from '../../src/model/leak.js';
import type { Refound } from '../../src/model/refound.js';
import { anyText, count, decimal, interval, share } from './any-value.js';

const anyAgreement = fc.record({ same: count, of: count, by: anyText });

export const anyRefound: fc.Arbitrary<Refound> = fc.record(
  { share, draws: count, periods: anyAgreement, sources: anyAgreement },
  { requiredKeys: ['share', 'draws'] },
);

export const anyAudit: fc.Arbitrary<AuditFinding[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...auditKinds),
    severity: fc.constantFrom(...severities),
    about: anyText,
    finding: anyText,
    advice: anyText,
    numbers: fc.array(
      fc
        .tuple(anyText, interval(decimal(3)), fc.boolean())
        .map(([name, { estimate, lower, upper }, isEstimate]) =>
          isEstimate ? { name, value: estimate, lower, upper } : { name, value: estimate },
        ),
      { maxLength: 2 },
    ),
  }),
  { minLength: 1, maxLength: 2 },
);

const anyEvidence = fc.record(
  {
    auc: interval(share),
    used: fc.record({ having: share, lacking: share }),
    after: fc.record({ share, medianDays: count }),
    faded: fc.record({ settled: interval(share), recent: interval(share) }),
    word: anyText,
    partner: anyText,
  },
  { requiredKeys: [] },
);

export const anyLeaks = fc.array(
  fc.record(
    {
      attribute: anyText,
      kind: fc.constantFrom(...leakKinds),
      severity: fc.constantFrom('set aside' as const, 'mention' as const),
      use: fc.constantFrom('set aside' as const, 'kept' as const, 'used' as const, 'unused' as const),
      detail: anyText,
      evidence: anyEvidence,
      effect: fc.record({ without: share, with: share, difference: interval(share), accounts: count }),
    },
    { requiredKeys: ['attribute', 'kind', 'severity', 'use', 'detail', 'evidence'] },
  ),
  { minLength: 1, maxLength: 2 },
) as fc.Arbitrary<LeakFinding[]>;
