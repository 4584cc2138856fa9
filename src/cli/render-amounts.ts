import Table from 'cli-table3';
import pc from 'picocolors';
import type { AmountMeasures } from '../model/amount-proof.js';
import type { Profile } from '../model/profile.js';
import { formatAmount } from '../report/view-amount.js';
import type { Validation } from '../workspace/validate-file.js';

/** How expected amounts did on new ones, beside how they did at learning. */
export function renderAmounts(
  { proof, baselines }: NonNullable<Validation['amount']>,
  { before, color }: { before: Profile; color: boolean },
): string {
  const paint = pc.createColors(color);
  const table = new Table({
    head: ['', 'rank correlation', 'best fifth holds', 'mean error', 'deviance', 'accounts'].map((text) =>
      paint.bold(text),
    ),
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  const percent = (share: number) => (100 * share).toFixed(1);
  const row = (name: string, of: AmountMeasures, accounts: number) => {
    const { rank, shareTopFifth: top } = of;
    table.push([
      name,
      `${rank.estimate.toFixed(3)} (${rank.lower.toFixed(3)}–${rank.upper.toFixed(3)})`,
      `${percent(top.estimate)} % (${percent(top.lower)}–${percent(top.upper)} %)`,
      formatAmount(of.meanError),
      of.deviance.toFixed(3),
      String(accounts),
    ]);
  };
  const learnt = before.amount?.proof ?? null;
  if (learnt !== null) row('at learning', learnt, learnt.accounts);
  row('on these amounts', proof, proof.accounts);
  for (const baseline of baselines) row(baseline.name, baseline, proof.accounts);
  const { estimate, lower, upper } = proof.ratio;
  const ratio = `${estimate.toFixed(2)} (${lower.toFixed(2)}–${upper.toFixed(2)}) times what was expected came`;
  return `${table.toString()}\n${ratio}: ${formatAmount(proof.total)} of ${proof.accounts} accounts`;
}
