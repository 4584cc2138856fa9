import Table from 'cli-table3';
import pc from 'picocolors';
import type { Interval } from '../model/estimate.js';
import { horizonText } from '../model/horizon-text.js';
import type { Profile } from '../model/profile.js';
import type { TimeMeasures } from '../model/time-proof.js';
import type { Validation } from '../workspace/validate-file.js';

/** How foretold times did on new accounts, beside how they did at learning. */
export function renderTimes(
  { proof, baselines }: NonNullable<Validation['time']>,
  { before, color }: { before: Profile; color: boolean },
): string {
  const paint = pc.createColors(color);
  const table = new Table({
    head: ['', 'concordance', 'the same, weighted', 'Brier score', 'accounts'].map((text) => paint.bold(text)),
    colAligns: ['left', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  const row = (name: string, of: TimeMeasures, accounts: number) =>
    table.push([name, range(of.concordance), range(of.uno), of.brier.toFixed(4), String(accounts)]);
  const learnt = before.time?.proof ?? null;
  if (learnt !== null) row('at learning', learnt, learnt.accounts);
  row('on these accounts', proof, proof.accounts);
  for (const baseline of baselines) row(baseline.name, baseline, proof.accounts);
  const { all, improvement } = proof;
  const percent = (share: number) => (100 * share).toFixed(1);
  const after = horizonText(before.time?.horizon ?? before.scorecard?.time?.horizon ?? 0, before.best.time?.period);
  return [
    table.toString(),
    `kept after ${after}: ${percent(all.kept.estimate)} % (${percent(all.kept.lower)}–${percent(all.kept.upper)} %), foretold ${percent(all.expected)} %; ${proof.ended} of ${proof.accounts} accounts ended`,
    `nearer to what came than one curve for everybody by ${percent(improvement.estimate)} % (${percent(improvement.lower)}–${percent(improvement.upper)} %)`,
  ].join('\n');
}

function range({ estimate, lower, upper }: Interval): string {
  return `${estimate.toFixed(3)} (${lower.toFixed(3)}–${upper.toFixed(3)})`;
}
