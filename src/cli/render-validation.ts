import Table from 'cli-table3';
import pc from 'picocolors';
import type { AuditFinding } from '../model/audit.js';
import type { Interval } from '../model/estimate.js';
import type { LeakFinding } from '../model/leak.js';
import type { Profile } from '../model/profile.js';
import type { Baseline } from '../model/proof.js';
import { formatTrait } from '../model/trait-text.js';
import { terminalGates } from '../report/terminal-gates.js';
import { viewGates } from '../report/view-gates.js';
import { formatAhead } from '../report/view-proof-details.js';
import type { Validation } from '../workspace/validate-file.js';
import { plainText } from './plain-text.js';
import { renderAmounts } from './render-amounts.js';
import { renderProofDetails } from './render-proof-details.js';
import { renderTimes } from './render-times.js';

/** A validation for the terminal: the verdict, then then against now, then each criterion. */
export function renderValidation(
  { verdict, reasons, gates, help, proof, amount, time, baselines, criteria, leaks = [], audit = [] }: Validation,
  { before, color }: { before: Profile; color: boolean },
): string {
  const paint = pc.createColors(color);
  // Numbers from the accounts that were learnt from would look like a proof, whatever stands beside them.
  if (verdict === 'description') {
    return [`${paint.bold(verdict)}: ${reasons.join(' ')}`, ...help.map((line) => `→ ${line}`)].join('\n');
  }
  const lines = [
    ...criteria.map(({ trait, status }) => `  ${status.padEnd(11)}${formatTrait(trait)}`),
    ...help.map((line) => `→ ${line}`),
  ];
  const head = `${paint.bold(verdict)}: ${reasons.join(' ')}`;
  if (amount !== undefined) return [head, renderAmounts(amount, { before, color }), ...lines].join('\n');
  if (time !== undefined) return [head, renderTimes(time, { before, color }), ...lines].join('\n');
  if (proof === null) return [head, ...lines].join('\n');
  const table = new Table({
    head: ['', 'AUC', 'lift of the best fifth', 'log-loss', 'AUC ahead', 'accounts'].map((text) => paint.bold(text)),
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  const row = (name: string, of: Omit<Baseline, 'name'>, accounts: number) => {
    const ahead = of.ahead === undefined ? '' : formatAhead(of.ahead.auc);
    table.push([name, range(of.auc), range(of.liftTopFifth), of.logLoss.toFixed(3), ahead, String(accounts)]);
  };
  if (before.proof !== null) row('at learning', before.proof, before.proof.accounts);
  row('on these outcomes', proof, proof.accounts);
  for (const baseline of baselines) row(baseline.name, baseline, proof.accounts);
  const calibration = `calibration error ${proof.calibrationError.toFixed(3)} (a perfect score would show ${proof.calibrationNoise.toFixed(3)})`;
  return [
    head,
    table.toString(),
    `${calibration}; ${proof.positives} of ${proof.accounts} accounts (${(100 * proof.baseRate).toFixed(1)} %) had the outcome`,
    ...renderProofDetails(proof),
    ...terminalGates({ gates: viewGates(gates) }, { width: 100, colors: paint }),
    ...leakLines(leaks).map((line) => paint.yellow(line)),
    ...auditLines(audit).map((line) => paint.yellow(line)),
    ...lines,
  ].join('\n');
}

/** Ways in which these accounts may not be those that the profile is used on. */
function auditLines(audit: readonly AuditFinding[]): string[] {
  return audit
    .filter(({ severity }) => severity !== 'note')
    .map(({ finding, advice }) => plainText(`⚠ ${finding} ${advice}`));
}

/** What may know the outcomes that judge, the gravest first. */
function leakLines(leaks: readonly LeakFinding[]): string[] {
  return leaks.map(({ detail, effect, use }) => {
    const kept = use === 'kept' ? 'kept on request: ' : '';
    const without =
      effect === undefined
        ? ''
        : ` AUC ${effect.with.toFixed(3)} with its points and ${effect.without.toFixed(3)} without (difference ${effect.difference.lower.toFixed(3)} to ${effect.difference.upper.toFixed(3)}).`;
    return plainText(`⚠ ${kept}${detail}${without}`);
  });
}

function range({ estimate, lower, upper }: Interval): string {
  return `${estimate.toFixed(3)} (${lower.toFixed(3)}–${upper.toFixed(3)})`;
}
