import type { ValueReport } from '../../value/value-report.js';

/** What to look at where accounts come to less than nothing in all, as sentences; empty where they do not. */
export function warnSigns({ money, accounts }: Pick<ValueReport, 'money' | 'accounts'>): string[] {
  if (money === null || !money.total.startsWith('-')) return [];
  const who =
    money.below === accounts
      ? 'All accounts come to less than nothing'
      : `All accounts together come to less than nothing (${money.below} of ${accounts} do so by themselves)`;
  return [
    `${who}: is the sign of the amounts right? Books often hold sales as negative amounts; turn the sign of the column in the file if so.`,
  ];
}
