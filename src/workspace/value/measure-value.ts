import { countCohorts } from '../../value/count-cohorts.js';
import type { LifetimeValues } from '../../value/lifetime-report.js';
import { meanOfAmounts } from '../../value/mean-of-amounts.js';
import { type Concentration, measureConcentration } from '../../value/measure-concentration.js';
import { decimalText, sumMinor } from '../../value/minor-units.js';
import { type RfmScores, rfmSegments, scoreRfm } from '../../value/score-rfm.js';
import type { ComponentRow, ValueReport } from '../../value/value-report.js';
import type { AccountsSource } from '../accounts-input.js';
import type { ProgressOptions } from '../progress.js';
import { checkAttributes } from './check-asked.js';
import { compareDefinitions } from './compare-definitions.js';
import { type DefinedValue, defineValue } from './define-value.js';
import { estimateLifetime } from './estimate-lifetime.js';
import { type LoadOptions, loadValue, type ValueData } from './load-value.js';
import { segmentsOf } from './segments-of.js';
import { groupOfValues, summariseGroups } from './summarise-groups.js';
import { warnConcentration } from './warn-concentration.js';
import { warnSigns } from './warn-signs.js';

export interface ValueOptions extends LoadOptions, ProgressOptions {
  /** Lifetime value is of so many months from the last day on; 12 unless told. */
  readonly horizonMonths?: number;
  /** What money of next year is worth less, 0–1; 0.1 unless told. */
  readonly discountRate?: number;
  /** Attributes whose values are told apart; all categories are looked at for warnings anyhow. */
  readonly by?: readonly string[];
  /** Teams, or files with other definitions, whose profile is compared with that of the whole mix. */
  readonly against?: readonly string[];
  readonly seed?: number;
}

/** What accounts are worth, with one place per account in `values`. */
export interface MeasuredValue {
  readonly report: ValueReport;
  readonly values: ValueColumnsOut;
}

/** Columns of the table of accounts; those that the data does not give are null. */
export interface ValueColumnsOut {
  readonly accounts: readonly string[];
  readonly money: Float64Array | null;
  readonly scale: number;
  readonly rfm: RfmScores | null;
  readonly purchases: { readonly count: Int32Array; readonly first: Int32Array; readonly last: Int32Array } | null;
  readonly lifetime: LifetimeValues | null;
  readonly defined: DefinedValue | null;
}

const namedTop = 10;

/**
 * What the accounts of a file or of a workspace are worth: tables, concentration, lifetime value, and the mix that a
 * definition asks for.
 * @throws AssayError as reading does; USAGE where nothing says what accounts came to, or currencies are mixed without rates.
 */
export async function measureValue(source: AccountsSource, options: ValueOptions = {}): Promise<MeasuredValue> {
  options.onProgress?.('reading');
  const data = await loadValue(source, options);
  const { base, definition, main } = data;
  const by = checkAttributes(options.by ?? [], data.attributes === null ? [main] : [main, data.attributes.table]);
  const unit = 10 ** base.scale;
  const units = base.money?.map((minor) => minor / unit) ?? null;
  options.onProgress?.('estimating lifetime value');
  const lifetime = estimateLifetime(base, {
    horizonMonths: options.horizonMonths ?? 12,
    discountRate: options.discountRate ?? 0.1,
    seed: options.seed ?? 1,
    segments: segmentsOf(data, by),
  });
  options.onProgress?.('measuring');
  const defined =
    definition === null ? null : defineValue(definition, { ...data, lifetime: lifetime?.values?.value ?? null });
  const measured = units ?? (defined?.isMoney ? defined.mix.values : null);
  const concentration = measured === null ? null : named(measureConcentration(measured), { base, values: measured });
  const rfm = base.purchases === null ? null : scoreRfm(base.purchases.totals);
  const groups = measured === null ? [] : groupsOf(data, { values: measured, by });
  const shown = new Set(by);
  const tables = {
    concentration,
    groups,
    rfm: rfm === null || base.money === null ? null : rfmRows(rfm, { minor: base.money, scale: base.scale }),
  };
  const money =
    units === null || base.money === null
      ? null
      : moneyOf(units, { minor: base.money, scale: base.scale, of: base.of });
  const cohorts = base.purchases === null ? null : countCohorts(base.purchases.log);
  const report: ValueReport = {
    source: main.name,
    kind: base.kind,
    why: base.why,
    currency: base.currency ?? definition?.currency ?? null,
    scale: base.scale,
    lastDay: Number.isFinite(base.until) ? new Date(base.until - 1).toISOString().slice(0, 10) : null,
    columns: base.columns,
    accounts: base.accounts.length,
    money,
    reconciliations: base.reconciliations.map(({ reconciliation, ...about }) => ({ ...about, ...reconciliation })),
    ...tables,
    groups: groups.filter(({ attribute }) => shown.has(attribute)),
    cohorts:
      cohorts === null
        ? null
        : cohorts.cohorts.map(({ month, customers, active, net }) => ({
            month,
            customers,
            active,
            value: net.map((minor) => decimalText(minor, base.scale)),
          })),
    retention: cohorts?.retention ?? null,
    lifetime: lifetime?.report ?? null,
    definition: defined === null ? null : definitionOf(defined, base.accounts),
    changes: await compareDefinitions(data, { ...options, defined }),
    warnings: [
      ...(base.warnings ?? []),
      ...warnSigns({ money, accounts: base.accounts.length }),
      ...warnConcentration(tables),
    ],
    notes: [...main.raw.notes, ...main.notes, ...base.notes, ...(defined?.notes ?? [])],
  };
  const totals = base.purchases?.totals ?? null;
  return {
    report,
    values: {
      accounts: base.accounts,
      money: base.money,
      scale: base.scale,
      rfm,
      purchases: totals === null ? null : { count: totals.purchases, first: totals.first, last: totals.last },
      lifetime: lifetime?.values ?? null,
      defined,
    },
  };
}

function named(
  { best, ...concentration }: Concentration,
  { base, values }: { base: ValueData['base']; values: Float64Array },
): ValueReport['concentration'] {
  const top = best.map(({ account, share }) => ({ account: base.accounts[account], value: values[account], share }));
  return { ...concentration, best: top };
}

function moneyOf(
  units: Float64Array,
  { minor, scale, of }: { minor: Float64Array; scale: number; of: string },
): NonNullable<ValueReport['money']> {
  const sorted = units.slice().sort();
  const middle = sorted.length >> 1;
  return {
    of,
    total: decimalText(sumMinor(minor), scale),
    mean: meanOfAmounts(units),
    median: sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2,
    below: units.reduce((count, value) => count + (value < 0 ? 1 : 0), 0),
    zero: units.reduce((count, value) => count + (value === 0 ? 1 : 0), 0),
  };
}

function rfmRows(
  { segment }: RfmScores,
  { minor, scale }: { readonly minor: Float64Array; readonly scale: number },
): ValueReport['rfm'] {
  const unit = 10 ** scale;
  const total = minor.reduce((sum, value) => sum + Math.max(0, value), 0) / unit;
  const all = segment.reduce((count, place) => count + (place >= 0 ? 1 : 0), 0);
  return rfmSegments.flatMap(({ name, what }, place) => {
    const own = minor.filter((_, account) => segment[account] === place);
    if (own.length === 0) return [];
    const units = own.map((value) => value / unit);
    const { accounts: customers, ...group } = groupOfValues(units, total);
    return [{ name, what, customers, share: customers / all, ...group, value: decimalText(sumMinor(own), scale) }];
  });
}

function groupsOf(
  { base, main, attributes }: ValueData,
  { values, by }: { values: Float64Array; by: readonly string[] },
): ValueReport['groups'] {
  const tables = [
    { table: main, accountOf: base.accountOf, isOfRows: base.kind === 'purchases' },
    ...(attributes === null ? [] : [{ ...attributes, isOfRows: false }]),
  ];
  // What stands beside purchases says something of the account only where a person says so.
  return tables.flatMap(({ table, accountOf, isOfRows }) =>
    table.typed.table.columns.flatMap((column) =>
      isOfRows && !by.includes(column.name) ? [] : summariseGroups(column, { accountOf, values }),
    ),
  );
}

function definitionOf(
  { definition, gathered, mix, best, teams, pairs, isMoney }: DefinedValue,
  accounts: readonly string[],
): NonNullable<ValueReport['definition']> {
  const total = mix.values.reduce((sum, value) => sum + value, 0);
  const topOf = (values: Float64Array) =>
    Float64Array.from(values.keys())
      .sort((a, b) => values[b] - values[a] || a - b)
      .subarray(0, namedTop);
  const parts = new Map(mix.parts.map((part) => [part.name, part]));
  return {
    value: definition,
    isMoney,
    components: gathered.map(({ component, values, what }): ComponentRow => {
      const { name, of, normalise, weight, sign } = component;
      const known = values.filter((value) => !Number.isNaN(value));
      return {
        name,
        of,
        what,
        normalise,
        weight,
        sign,
        total: known.reduce((sum, value) => sum + value, 0),
        accounts: known.reduce((count, value) => count + (value === 0 ? 0 : 1), 0),
        contribution: parts.get(name)?.total ?? 0,
        share: parts.get(name)?.share ?? 0,
      };
    }),
    best: { accounts: best.count, from: best.from },
    top: Array.from(topOf(mix.values), (account) => ({
      account: accounts[account],
      value: mix.values[account],
      share: isMoney && total > 0 ? mix.values[account] / total : Number.NaN,
    })),
    teams: teams.map(({ name, weights, mix: own }) => ({
      name,
      weights: Object.fromEntries(weights),
      top: Array.from(topOf(own.values).subarray(0, 5), (account) => accounts[account]),
    })),
    pairs,
  };
}
