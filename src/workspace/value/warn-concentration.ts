import { formatShare } from '../../report/format-number.js';
import type { GroupRow, RfmRow, ValueReport } from '../../value/value-report.js';

const most = { top1: 0.1, top5: 0.4, herfindahl: 0.1, ofGroup: 0.5 };

/** What hangs on few accounts, as sentences; empty where nothing does. */
export function warnConcentration({
  concentration,
  rfm,
  groups,
}: Pick<ValueReport, 'concentration' | 'rfm' | 'groups'>): string[] {
  if (concentration === null) return [];
  const { top1, top5, herfindahl, effective, accounts, best } = concentration;
  const name = best[0]?.account ?? '';
  return [
    ...(top1 >= most.top1 && accounts > 1
      ? [
          `One account, ${name}, makes ${formatShare(top1)} of all value: what holds for “the best” may hold for it alone.`,
        ]
      : []),
    ...(top5 >= most.top5 && accounts > 10
      ? [`Five of ${accounts} accounts make ${formatShare(top5)} of all value.`]
      : []),
    ...(herfindahl >= most.herfindahl && accounts > 10
      ? [
          `Value is as concentrated as if ${effective.toFixed(1)} equal accounts made it all (Herfindahl index ${herfindahl.toFixed(2)}).`,
        ]
      : []),
    ...bestGroups(rfm, groups),
  ];
}

function bestGroups(rfm: readonly RfmRow[] | null, groups: readonly GroupRow[]): string[] {
  const bestRfm = [...(rfm ?? [])].sort((a, b) => b.mean.estimate - a.mean.estimate).slice(0, 1);
  const first = new Map<string, GroupRow>();
  for (const row of groups) if (!first.has(row.attribute)) first.set(row.attribute, row);
  return [
    ...bestRfm
      .filter(isOne)
      .map(({ name, top1, customers }) => sentence(`segment ${name}`, { top1, accounts: customers })),
    ...[...first.values()].filter(isOne).map((row) => sentence(`${row.attribute} = ${row.group}`, row)),
  ];
}

function isOne({ top1 }: { top1: number }): boolean {
  return top1 >= most.ofGroup;
}

function sentence(what: string, { top1, accounts }: { top1: number; accounts: number }): string {
  return `Your best group, ${what}, is one account: of what its ${accounts} accounts come to, one makes ${formatShare(top1)}.`;
}
