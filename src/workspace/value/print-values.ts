import { decimalText } from '../../value/minor-units.js';
import { rfmSegments } from '../../value/score-rfm.js';
import { isFormula } from '../print-scores.js';
import type { ValueColumnsOut } from './measure-value.js';

const dayMs = 86_400_000;

/** Accounts with what they are worth as CSV (RFC 4180, LF), a row each in the order of the data. Money is exact. */
export function printValues(values: ValueColumnsOut): string {
  const { accounts, money, scale, purchases, rfm, lifetime, defined } = values;
  const amount = (units: number) => (Number.isFinite(units) ? units.toFixed(Math.max(2, scale)) : '');
  const day = (days: number) => (days < 0 ? '' : new Date(days * dayMs).toISOString().slice(0, 10));
  const columns: { name: string; cell: (at: number) => string }[] = [
    { name: 'account', cell: (at) => quoted(accounts[at]) },
    ...(money === null ? [] : [{ name: 'amount', cell: (at: number) => decimalText(money[at], scale) }]),
    ...(purchases === null
      ? []
      : [
          { name: 'purchases', cell: (at: number) => String(purchases.count[at]) },
          { name: 'first_purchase', cell: (at: number) => day(purchases.first[at]) },
          { name: 'last_purchase', cell: (at: number) => day(purchases.last[at]) },
        ]),
    ...(rfm === null
      ? []
      : [
          { name: 'recency', cell: (at: number) => scored(rfm.recency[at]) },
          { name: 'frequency', cell: (at: number) => scored(rfm.frequency[at]) },
          { name: 'monetary', cell: (at: number) => scored(rfm.monetary[at]) },
          { name: 'rfm_segment', cell: (at: number) => rfmSegments[rfm.segment[at]]?.name ?? '' },
        ]),
    ...(lifetime === null
      ? []
      : [
          { name: 'alive', cell: (at: number) => rounded(lifetime.alive[at]) },
          { name: 'lifetime_value', cell: (at: number) => amount(lifetime.value[at]) },
          { name: 'lifetime_lower', cell: (at: number) => amount(lifetime.lower[at]) },
          { name: 'lifetime_upper', cell: (at: number) => amount(lifetime.upper[at]) },
        ]),
    ...(defined === null
      ? []
      : [
          ...defined.gathered.map(({ component, values: own }) => ({
            name: `component: ${component.name}`,
            cell: (at: number) => rounded(own[at]),
          })),
          { name: 'value', cell: (at: number) => rounded(defined.mix.values[at]) },
          { name: 'best', cell: (at: number) => (defined.best.labels[at] === 1 ? 'yes' : 'no') },
        ]),
  ];
  const lines = [columns.map(({ name }) => quoted(name)).join(',')];
  for (let at = 0; at < accounts.length; at++) lines.push(columns.map(({ cell }) => cell(at)).join(','));
  return `${lines.join('\n')}\n`;
}

/** Nine significant digits. */
function rounded(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(9))) : '';
}

function scored(score: number): string {
  return score === 0 ? '' : String(score);
}

function quoted(text: string): string {
  const safe = isFormula(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
