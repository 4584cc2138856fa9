import type { Interval } from '../../model/estimate.js';
import type { AlignmentReport } from './alignment-report.js';
import { kpiDifference, kpiValue } from './kpi-text.js';
import type { AlignedKpi } from './measure-alignment.js';

/** What the KPIs say of the profile: first the alarm, then where the ideal tier does better or worse. */
export function explainAlignment(
  report: Omit<AlignmentReport, 'sentence' | 'reasons'>,
): Pick<AlignmentReport, 'sentence' | 'reasons'> {
  const { kpis, failing } = report;
  const named = (isWanted: boolean) => kpis.filter(({ isBetter }) => isBetter === isWanted).map(({ name }) => name);
  const [better, worse] = [named(true), named(false)];
  const alarm = failing?.isAlarm
    ? [
        `Perfect matches keep failing: ${failing.parts
          .filter(({ p }) => p <= 0.01)
          .map(
            ({ name, accounts, positives, expected }) =>
              `of ${name === 'all' ? 'all' : name} ${accounts} ideal accounts ${positives} came to the outcome where ${Math.round(expected)} were expected`,
          )
          .join('; ')}. Begin with ${failing.examples.join(', ')}.`,
      ]
    : [];
  const judged = kpis.filter(({ difference }) => difference !== null);
  const sentence =
    judged.length === 0
      ? 'No KPI is known of enough accounts inside and outside the ICP to compare them.'
      : better.length > 0 && worse.length === 0
        ? `The ideal tier does better in ${list(better)}${better.length < judged.length ? '; the rest cannot be told apart' : ''}.`
        : worse.length > 0
          ? `The ideal tier does worse in ${list(worse)}${better.length > 0 ? `, and better in ${list(better)}` : ''}.`
          : 'The ideal tier cannot be told from the rest in any KPI.';
  return { sentence, reasons: [...alarm, ...kpis.flatMap(churnReason), ...judged.map(difference)] };
}

function difference(kpi: AlignedKpi): string {
  const { name, difference: found, kind } = kpi;
  const ideal = kpi.byTier.find(({ tier }) => tier === 'ideal')?.value;
  return `${name}: ideal ${ideal === undefined ? '–' : kpiValue(ideal.estimate, kind)}, against the rest ${kpiDifference(found as Interval, kind)}.`;
}

/** Not all churn is bad: who leaves outside the ICP was no loss of the right ones (M12). */
function churnReason({ name, isBetter, difference: found }: AlignedKpi): string[] {
  if (name !== 'churn' || found === null) return [];
  if (isBetter === true)
    return ['Those who leave are mostly poor fits: selling to them is what costs, not keeping them.'];
  if (isBetter === false)
    return [
      'The ideal tier leaves more often than the rest: the profile brings in customers who do not stay. Learn it from who stayed.',
    ];
  return [
    'Whether the ideal tier leaves less often than the rest cannot be told: churn inside it is a matter of its own.',
  ];
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
