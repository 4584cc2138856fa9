import { applyOutcome } from '../intake/apply-outcome.js';
import { type Tier, tiers } from '../model/scorecard.js';
import type { RawTable } from '../model/table.js';
import { probabilityOf, tierOf } from '../score/fit.js';
import { scoreTable } from '../score/score-table.js';
import type { AlignmentReport } from '../validate/alignment/alignment-report.js';
import { explainAlignment } from '../validate/alignment/explain-alignment.js';
import { findFailingMatches, type IdealMatch } from '../validate/alignment/find-failing-matches.js';
import { type KpiValues, measureAlignment } from '../validate/alignment/measure-alignment.js';
import type { AccountsSource } from './accounts-input.js';
import { type FoundKpi, findKpiColumns, type KpiField, type KpiWishes } from './find-kpi-columns.js';
import { type JudgeOptions, judgeAccounts } from './judged-accounts.js';
import { readAccounts } from './read-accounts.js';
import { recogniseAccounts } from './recognise-accounts.js';
import { scoringCard } from './scoring-card.js';

export interface KpiOptions extends JudgeOptions {
  readonly wishes: KpiWishes;
}

export interface FileKpis {
  readonly report: AlignmentReport;
  readonly notes: readonly string[];
}

const day = 86_400_000;

/**
 * Win rate, cycle, deal size, churn, NPS and pipeline by tier, as far as the file has columns of them. Accounts that the profile was
 * learnt from are judged by cards that are learnt again without them.
 * @throws AssayError as `readAccounts` and `judgeAccounts` do.
 */
export async function measureKpisFile(source: AccountsSource, options: KpiOptions): Promise<FileKpis> {
  const { profile, since, until, wishes } = options;
  const { card, isBelief, claimsProbability } = scoringCard(options);
  const { raw, columns, idOf, notes } = await readAccounts(source, { ...options, card, isJudged: true });
  const points = scoreTable(card, { columns, rowCount: raw.rowCount });
  const tier: (Tier | null)[] = Array.from(points, (one) => tierOf(card, one));
  const probability = Float64Array.from(points, (one) => probabilityOf(card, one));
  const rows = Int32Array.from(raw.lines, (_, row) => row);
  const outcome = raw.columns.find(({ name }) => name === profile.best.outcome);
  const labels = outcome === undefined || profile.best.isAmount ? null : applyOutcome(outcome, profile.best);
  const memory = isBelief ? null : recogniseAccounts({ profile, raw, rows, window: { since, until } });
  const cautions: string[] = [];
  let split = memory?.description ?? 'The profile is beliefs, and was learnt from none of these accounts.';
  if (memory?.isMemory && labels !== null) {
    const judged = await judgeAccounts(source, options);
    if (judged.prepared.raw.rowCount === raw.rowCount) {
      // Decided accounts get the tier of a card that has not seen them, or none.
      for (const row of rows) if (labels[row] !== 255) tier[row] = null;
      judged.kept.forEach((at, i) => {
        const row = judged.prepared.rows[at];
        tier[row] = Number.isNaN(judged.logOdds[i]) ? null : judged.tier[i];
        probability[row] = 1 / (1 + Math.exp(-judged.logOdds[i]));
      });
      split = judged.split;
    }
  } else if (memory?.isMemory) {
    cautions.push('The profile was learnt from these accounts: what it was learnt from looks better than it is.');
  }
  const { found, notes: unread } = findKpiColumns(raw, wishes);
  const by = new Map(found.map((one) => [one.field, one]));
  const report = {
    kpis: measureAlignment(kpisOf(by, { labels, name: profile.best.description }), tier),
    accounts: countTiers(tier),
    pipeline: labels === null ? null : pipelineOf(tier, { labels, amounts: by.get('deal')?.values ?? null }),
    failing:
      labels === null || !claimsProbability
        ? null
        : findFailingMatches(
            idealMatches({
              tier,
              labels,
              probability,
              closed: by.get('closed')?.values ?? decidedAt(raw, options),
              idOf,
            }),
          ),
    read: found.map(({ field, column }) => ({ kpi: field, from: column })),
    split,
  };
  return { report: { ...report, ...explainAlignment(report) }, notes: [...notes, ...unread, ...cautions] };
}

function kpisOf(
  by: ReadonlyMap<KpiField, FoundKpi>,
  { labels, name }: { labels: Uint8Array | null; name: string },
): KpiValues[] {
  const isWon = (row: number) => labels === null || labels[row] === 1;
  const won = (values: Float64Array) => values.map((value, row) => (isWon(row) ? value : Number.NaN));
  const kpis: KpiValues[] = [];
  if (labels !== null) {
    const values = Float64Array.from(labels, (label) => (label === 255 ? Number.NaN : label));
    kpis.push({ name, kind: 'rate', good: 'higher', values });
  }
  const [deal, cycle, churn, nps] = [by.get('deal'), cycleOf(by), by.get('churn'), by.get('nps')];
  if (deal !== undefined) kpis.push({ name: 'deal size', kind: 'mean', good: 'higher', values: won(deal.values) });
  if (cycle !== null) kpis.push({ name: 'days to close', kind: 'median', good: 'lower', values: won(cycle) });
  if (churn !== undefined) kpis.push({ name: 'churn', kind: 'rate', good: 'lower', values: churn.values });
  if (nps !== undefined) kpis.push({ name: 'NPS', kind: 'nps', good: 'higher', values: nps.values });
  return kpis;
}

/** When accounts were decided, as the profile knows it. */
function decidedAt(raw: RawTable, { time, profile }: KpiOptions): Float64Array | undefined {
  const column = time ?? profile.provenance.time;
  if (column === undefined || !raw.columns.some(({ name }) => name === column)) return undefined;
  const others = { churn: 'none', nps: 'none', deal: 'none', cycle: 'none', opened: 'none' };
  return findKpiColumns(raw, { ...others, closed: column }).found[0]?.values;
}

function cycleOf(by: ReadonlyMap<KpiField, FoundKpi>): Float64Array | null {
  const told = by.get('cycle');
  if (told !== undefined) return told.values;
  const [opened, closed] = [by.get('opened'), by.get('closed')];
  if (opened === undefined || closed === undefined) return null;
  const days = closed.values.map((end, row) => (end - opened.values[row]) / day);
  return days.map((one) => (one >= 0 ? one : Number.NaN));
}

function countTiers(tier: readonly (Tier | null)[]): Record<Tier, number> {
  const counts = { ideal: 0, stretch: 0, bad: 0 };
  for (const one of tier) if (one !== null) counts[one]++;
  return counts;
}

function pipelineOf(
  tier: readonly (Tier | null)[],
  { labels, amounts }: { labels: Uint8Array; amounts: Float64Array | null },
): AlignmentReport['pipeline'] {
  const open = tiers.map((name) => {
    let [accounts, amount] = [0, 0];
    tier.forEach((own, row) => {
      if (own !== name || labels[row] !== 255) return;
      accounts++;
      amount += Number.isNaN(amounts?.[row] ?? Number.NaN) ? 0 : (amounts?.[row] ?? 0);
    });
    return { accounts, amount };
  });
  const [ideal, stretch, bad] = open;
  return open.every(({ accounts }) => accounts === 0) ? null : { ideal, stretch, bad };
}

function idealMatches({
  tier,
  labels,
  probability,
  closed,
  idOf,
}: {
  tier: readonly (Tier | null)[];
  labels: Uint8Array;
  probability: Float64Array;
  closed: Float64Array | undefined;
  idOf: (row: number) => string;
}): IdealMatch[] {
  return tier.flatMap((own, row): IdealMatch[] =>
    own !== 'ideal' || labels[row] === 255
      ? []
      : [{ account: idOf(row), probability: probability[row], label: labels[row], time: closed?.[row] ?? Number.NaN }],
  );
}
