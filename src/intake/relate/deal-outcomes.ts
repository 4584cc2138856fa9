import { cellLabels, cellMoments } from './cell-labels.js';
import { dealEnding, readFlag } from './deal-words.js';
import { type DelayStep, daysUntilShare, delayCurve } from './delay-curve.js';
import { columnNamed, type MappedTable } from './mapped-table.js';
import { type Ending, foldStage, type ToldEndings, unlisted } from './told-endings.js';

/** `young`: open, and too young for that to say anything; `open`: open for longer than nine of ten decided deals took. */
export type DealOutcome = 'won' | 'lost' | 'open' | 'young';

export interface DealOutcomes {
  /** Of each row, as it was known at `asOf`; null: the deal did not exist yet. */
  readonly outcomes: readonly (DealOutcome | null)[];
  /** Moment of the decision in ms. NaN for deals that are not decided. */
  readonly decidedAt: Float64Array;
  /** Days that a deal gets before it stops being `young`. */
  readonly maturityDays: number;
  /** Time from creation to decision over all deals; empty where it cannot be told. */
  readonly curve: readonly DelayStep[];
  /** Deals that ended and do not say when. */
  readonly undated: number;
  readonly notes: readonly string[];
}

const msPerDay = 86_400_000;
/** What is assumed where too few deals tell how long a decision takes. */
const usualDays = 90;
const fewestDecided = 20;

/**
 * What became of each deal, as of a moment. Flags (`isWon`, `isClosed`) say it before the words of the stage do. A deal
 * that was decided without saying when counts as decided when it was created: earlier than true, and so never a leak.
 * @param deals a table of deals. @param maturity in days; absent: the time by which 90 % of all deals that were ever
 * decided were decided (Kaplan–Meier), or 90 with fewer than 20 of them.
 */
export function dealOutcomes(
  deals: MappedTable,
  { asOf, maturity, told }: { asOf: number; maturity?: number; told?: ToldEndings },
): DealOutcomes {
  const created = cellMoments(deals, 'createdAt');
  const closed = cellMoments(deals, 'closedAt');
  const endingOf = endings(deals, told);
  const decidedAt = new Float64Array(deals.rowCount).fill(Number.NaN);
  const days = new Float64Array(deals.rowCount).fill(Number.NaN);
  const counts = { undated: 0, backwards: 0, contradictory: 0 };
  const found = Array.from({ length: deals.rowCount }, (_, row) => {
    if (created[row] > asOf) return null;
    const { ending, isContradictory } = endingOf(row);
    if (isContradictory) counts.contradictory++;
    // Open deals carry the day on which somebody hopes to close them; that is no decision.
    const isDecided = ending !== null && !(closed[row] > asOf);
    const end = isDecided ? closed[row] : asOf;
    if (end < created[row]) counts.backwards++;
    days[row] = Math.max(0, (end - created[row]) / msPerDay);
    if (!isDecided) return 'open';
    if (Number.isNaN(closed[row])) counts.undated++;
    decidedAt[row] = Number.isNaN(closed[row]) ? finite(created[row]) : closed[row];
    return ending;
  });
  const isDecided = Uint8Array.from(found, (ending) => (ending === 'won' || ending === 'lost' ? 1 : 0));
  const curve = delayCurve(days, isDecided);
  const decided = days.filter((value, row) => isDecided[row] === 1 && !Number.isNaN(value)).length;
  const observed = decided < fewestDecided ? usualDays : Math.ceil(daysUntilShare(curve, 0.9));
  const maturityDays = maturity ?? observed;
  const outcomes = found.map((ending, row) =>
    ending === 'open' && !(days[row] >= maturityDays) ? ('young' as const) : ending,
  );
  const notes = describe(counts, {
    maturityDays,
    source: maturity === undefined ? decided : null,
    rowCount: deals.rowCount,
  });
  return {
    outcomes,
    decidedAt,
    maturityDays,
    curve,
    undated: counts.undated,
    notes: [...notes, ...unlistedNotes(deals, told)],
  };
}

function unlistedNotes(deals: MappedTable, told: ToldEndings | undefined): string[] {
  return (['stage', 'isWon'] as const).flatMap((name) => {
    const column = columnNamed(deals, name);
    if (told === undefined || (column?.type !== 'text' && column?.type !== 'category')) return [];
    return unlisted(column, told[name]).map(
      (label) => `“${label}” is in no list of \`won:\` or \`lost:\`; it counts as ${dealEnding(label)} by its words.`,
    );
  });
}

/** Nobody knows when: before everything. */
function finite(moment: number): number {
  return Number.isNaN(moment) ? Number.NEGATIVE_INFINITY : moment;
}

function endings(
  deals: MappedTable,
  told: ToldEndings | undefined,
): (row: number) => { ending: Ending | null; isContradictory: boolean } {
  const [stageOf, wonOf, closedOf] = ['stage', 'isWon', 'isClosed'].map((name) => cellLabels(deals, name));
  const hasClosed = columnNamed(deals, 'isClosed') !== undefined;
  const hasStage = columnNamed(deals, 'stage') !== undefined;
  const closedAt = cellMoments(deals, 'closedAt');
  const stageEnding = rememberEndings(told?.stage);
  const stateEnding = rememberEndings(told?.isWon);
  return (row) => {
    const stage = stageOf(row);
    const byStage = stage === null ? null : stageEnding(stage);
    const won = wonOf(row);
    const closed = closedOf(row);
    const isClosed = closed === null ? null : (readFlag(closed) ?? (dealEnding(closed) === null ? null : true));
    // States may also be words: `Won`, `Lost`.
    const byState = won === null ? null : stateEnding(won);
    const isWon = byState === null ? (won === null ? null : readFlag(won)) : byState === 'won';
    if (isWon === true) return { ending: 'won', isContradictory: byStage === 'lost' || isClosed === false };
    if (byState === 'lost') return { ending: 'lost', isContradictory: byStage === 'won' || isClosed === false };
    if (isClosed === false) return { ending: null, isContradictory: byStage !== null };
    if (isWon === null) return { ending: byStage, isContradictory: false };
    const hasOnlyFlag = !hasClosed && !hasStage && !Number.isNaN(closedAt[row]);
    const isLost = isClosed === true || byStage !== null || hasOnlyFlag;
    return { ending: isLost ? 'lost' : null, isContradictory: byStage === 'won' };
  };
}

/** What is told goes before what the words say. */
function rememberEndings(told: ReadonlyMap<string, Ending | null> | undefined): (label: string) => Ending | null {
  const known = new Map<string, Ending | null>();
  return (label) => {
    const before = known.get(label);
    if (before !== undefined) return before;
    const listed = told?.get(foldStage(label));
    const ending = listed === undefined ? dealEnding(label) : listed;
    known.set(label, ending);
    return ending;
  };
}

function describe(
  counts: { undated: number; backwards: number; contradictory: number },
  { maturityDays, source, rowCount }: { maturityDays: number; source: number | null; rowCount: number },
): string[] {
  const notes: string[] = [];
  if (source !== null) {
    notes.push(
      source < fewestDecided
        ? `Open deals under ${maturityDays} days are too young to say: assumed, because only ${source} deals say how long a decision took.`
        : `Open deals under ${maturityDays} days are too young to say: by then 90 % of ${source} decided deals were decided.`,
    );
  }
  const of = `of ${rowCount} deals`;
  if (counts.undated > 0) {
    notes.push(
      `${counts.undated} ${of} are decided and do not say when: they count as decided when they were created.`,
    );
  }
  if (counts.backwards > 0) notes.push(`${counts.backwards} ${of} were closed before they were created.`);
  if (counts.contradictory > 0) {
    notes.push(`${counts.contradictory} ${of}: the stage contradicts \`isWon\` and \`isClosed\`, which were believed.`);
  }
  return notes;
}
