import { AssayError } from '../errors.js';
import { readAmounts } from '../intake/read-amounts.js';
import type { ReadOptions } from '../intake/read-file.js';
import { type Tier, tiers } from '../model/scorecard.js';
import { measureWidth } from '../validate/width/measure-width.js';
import { type MarketSize, sizeMarket, type TierMarket } from '../validate/width/size-market.js';
import type { VariedRound } from '../validate/width/vary-criteria.js';
import { measureRows } from '../validate/width/width-measure.js';
import type { WidthReport } from '../validate/width/width-report.js';
import type { AccountsSource } from './accounts-input.js';
import { type JudgedAccounts, type JudgeOptions, judgeAccounts } from './judged-accounts.js';
import { resolveColumn } from './resolve-columns.js';
import { scoreFile } from './score-file.js';

export interface WidthOptions extends JudgeOptions {
  /** Accounts that can be worked: of those of the universe, or else of those of the file. */
  readonly capacity?: number;
  /** What working an account costs. */
  readonly cost?: number;
  /** What a win is worth. */
  readonly winValue?: number;
  /** The column that says what an account came to; those without the outcome came to nothing. */
  readonly valueColumn?: string;
  /** A file of all accounts that there are. */
  readonly universe?: string;
  readonly universeReader?: ReadOptions;
  /** Share of the served market that can be reached, 0–1; 1 unless told. */
  readonly reach?: number;
}

export interface FileWidth {
  readonly report: WidthReport;
  readonly notes: readonly string[];
}

/** How wide the ICP is and should be, on accounts that were not learnt from. @throws AssayError as `judgeAccounts`, and as reading does. */
export async function measureWidthFile(source: AccountsSource, options: WidthOptions): Promise<FileWidth> {
  const { profile, cost, winValue } = options;
  const isRate = options.valueColumn === undefined && profile.best.isAmount !== true;
  if (cost !== undefined && isRate && winValue === undefined)
    throw new AssayError('USAGE', {
      detail: '--cost is compared with what a win is worth, which is not said.',
      hint: 'Add --win-value, or --value with the column of amounts.',
    });
  const judged = await judgeAccounts(source, options);
  const values = valuesOf(judged, { ...options, isRate });
  const rows = Int32Array.from(judged.logOdds, (_, row) => row).filter(
    (row) => !Number.isNaN(judged.logOdds[row]) && !Number.isNaN(values[row]),
  );
  const accounts = {
    score: Float64Array.from(rows, (row) => judged.logOdds[row]),
    isInside: Uint8Array.from(rows, (row) => Number(judged.tier[row] === 'ideal')),
    values: Float64Array.from(rows, (row) => values[row]),
    isRate,
  };
  options.onProgress?.('looking outside the ICP');
  const market = await marketOf(judged, { ...options, values, rows, isRate });
  const total = market?.tam.accounts ?? judged.prepared.raw.rowCount;
  const { data } = judged;
  const isKnown = (row: number) => !Number.isNaN(values[row]);
  const report = measureWidth({
    accounts,
    split: judged.split,
    cost: cost ?? null,
    winValue: winValue ?? null,
    capacity: options.capacity === undefined ? 1 : Math.min(1, options.capacity / total),
    criteria: profile.criteria,
    rounds: judged.rounds.map(
      ({ card, cuts, columns, rows: own }): VariedRound => ({
        card,
        cut: cuts.ideal,
        columns,
        rowCount: own.length,
        values: Float64Array.from(own, (row) => (isKnown(row) ? values[row] : 0)),
      }),
    ),
    oceans:
      data.coded === undefined && judged.kept.length === 0
        ? null
        : {
            coded: data.coded ?? judged.prepared.coded,
            columns: data.columns,
            values,
            isInside: Uint8Array.from(judged.tier, (tier) => Number(tier === 'ideal')),
            searched: judged.searched.filter((row) => isKnown(row) && judged.tier[row] !== null),
            judged: judged.confirming.filter((row) => isKnown(row) && judged.tier[row] !== null),
          },
    market,
    pointsOf: pointsOf(judged),
  });
  return { report, notes: judged.prepared.notes };
}

/** 1 or 0, or what each account came to. */
function valuesOf(
  { data, prepared, kept }: JudgedAccounts,
  { valueColumn, isRate }: { valueColumn?: string; isRate: boolean },
): Float64Array {
  if (isRate) return Float64Array.from(data.labels);
  if (valueColumn === undefined) {
    const { amounts } = prepared;
    return Float64Array.from(kept, (i) => amounts?.[i] ?? Number.NaN);
  }
  const { raw, rows } = prepared;
  const names = raw.columns.map(({ name }) => name);
  const name = resolveColumn(valueColumn, { names, file: raw.source, option: '--value' });
  const { amounts } = readAmounts(raw.columns[names.indexOf(name)], { file: raw.source });
  return Float64Array.from(kept, (i, at) => (data.labels[at] === 1 ? amounts[rows[i]] : 0));
}

/** Where one card judges, the points at a score; whole points only. */
function pointsOf({ rounds, isRelearnt }: JudgedAccounts): ((score: number) => number) | null {
  const [{ card }] = rounds;
  if (isRelearnt || rounds.length !== 1 || card.calibration.slope === 0) return null;
  return (score) => Math.round((score - card.calibration.intercept) / card.calibration.slope);
}

async function marketOf(
  { tier }: JudgedAccounts,
  options: WidthOptions & { values: Float64Array; rows: Int32Array; isRate: boolean },
): Promise<MarketSize | null> {
  const { universe, universeReader, profile, profileFile, rows, values, isRate, onProgress } = options;
  if (universe === undefined) return null;
  onProgress?.(`scoring ${universe}`);
  const scores = await scoreFile(universe, {
    profile,
    ...(profileFile === undefined ? {} : { profileFile }),
    ...(universeReader === undefined ? {} : { reader: universeReader }),
  });
  const counts = new Map<Tier, number>();
  for (const one of scores.accounts) if (one.tier !== null) counts.set(one.tier, (counts.get(one.tier) ?? 0) + 1);
  const market = tiers.map((name): TierMarket => {
    const own = rows.filter((row) => tier[row] === name);
    return { tier: name, accounts: counts.get(name) ?? 0, mean: measureRows(own, { values, isRate }).mean };
  });
  return sizeMarket(market, {
    reach: options.reach ?? 1,
    capacity: options.capacity ?? null,
    perWin: isRate ? (options.winValue ?? null) : 1,
  });
}
