import type { Criterion, Evidence, Role } from '../model/criterion.js';
import type { Scorecard, Term } from '../model/scorecard.js';
import type { Column } from '../model/table.js';
import { takeRows } from '../model/take-rows.js';
import type { Trait } from '../model/trait.js';
import { scatterRows } from '../stats/scatter-rows.js';
import { type AttributeAxis, cardAxis, coarseAxis } from './attribute-axis.js';
import { choiceOptimism } from './choice-optimism.js';
import { chooseRows, type RowEffects } from './choose-rows.js';
import { coarsenGrid } from './coarse-groups.js';
import { countCodes } from './count-codes.js';
import { criterionNote } from './criterion-note.js';
import type { AttributeGrid, CodedTable } from './grid.js';
import { matchTrait } from './match-trait.js';
import { type AttributeTest, leastGroup } from './test-attributes.js';
import { discoveryWidening, traitEvidence } from './trait-evidence.js';

/** Groups smaller than this are never published (M28). */
const smallestTrait = 11;
const falseDiscoveryRate = 0.05;
/** Of more accounts these many show which values to join; what was joined is then counted in all. */
const mostLooked = 200_000;
/** Twice the odds of the accounts without the trait … */
const strongLogOdds = Math.log(2);
/** … and half as much again with all else equal, and as against all accounts. */
const clearLogOdds = Math.log(1.5);

/** What more than half of the accounts have disqualifies nobody. */
const mostDisqualified = 0.5;

export interface CriteriaInput {
  readonly coded: CodedTable;
  /** 1 where the account had the outcome. */
  readonly labels: Uint8Array;
  /** From {@link testAttributes} on the same accounts. */
  readonly tests: readonly AttributeTest[];
  /** Its rows and points, where it has the attribute; attributes that it leaves out give no criterion. Null: no points. */
  readonly card: Scorecard | null;
  /** The attributes of the same accounts, row by row. */
  readonly columns: readonly Column[];
}

/**
 * The lines of the profile: for each attribute with q ≤ .05 the values that stand out most, as a person would say them, and
 * where warranted those that count clearly against an account. See docs/methods/traits.md for what the interval allows for.
 * @returns strong, then nice, then disqualifiers; within each the most important first. All are `observed`.
 */
export function findCriteria(input: CriteriaInput): Criterion[] {
  const { coded, tests, card, columns } = input;
  const byName = new Map(columns.map((column) => [column.name, column]));
  const passed = tests.filter(({ q }) => q <= falseDiscoveryRate);
  const widening = discoveryWidening(passed.length, tests.filter(({ p }) => p < 1).length);
  const looked = lookAt(input.labels);
  const ranked = coded.grids.flatMap((grid, g) => {
    const column = byName.get(grid.attribute);
    const test = passed.find((one) => isAbout(one, grid));
    const termIndex = card === null ? -1 : card.terms.findIndex((term) => isTermOf(term, grid));
    if (column === undefined || test === undefined || (card !== null && termIndex < 0)) return [];
    return attributeCriteria({ ...input, looked, grid, codes: coded.codes[g], column, termIndex, q: test.q, widening });
  });
  const order: readonly Role[] = ['must', 'strong', 'nice', 'disqualifier'];
  ranked.sort(
    (a, b) => order.indexOf(a.criterion.role) - order.indexOf(b.criterion.role) || b.importance - a.importance,
  );
  return ranked.map(({ criterion }) => criterion);
}

interface OneAttribute extends CriteriaInput {
  readonly grid: AttributeGrid;
  readonly codes: Uint8Array;
  readonly column: Column;
  readonly termIndex: number;
  readonly q: number;
  readonly widening: number;
  readonly looked: Looked;
}

/** The accounts by which values are joined. */
interface Looked {
  /** Null: all. */
  readonly rows: Int32Array | null;
  readonly labels: Uint8Array;
}

function lookAt(labels: Uint8Array): Looked {
  const rows = scatterRows(labels.length, mostLooked);
  return { rows, labels: rows === null ? labels : takeBytes(labels, rows) };
}

function takeBytes(bytes: Uint8Array, rows: Int32Array | null): Uint8Array {
  if (rows === null) return bytes;
  const taken = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) taken[i] = bytes[rows[i]];
  return taken;
}

interface Ranked {
  readonly criterion: Criterion;
  readonly importance: number;
}

function attributeCriteria(one: OneAttribute): Ranked[] {
  const { grid, card, termIndex } = one;
  const { rows, labels } = one.looked;
  const codes = takeBytes(one.codes, rows);
  const column = rows === null ? one.column : takeRows(one.column, rows);
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const baseRate = positives / labels.length;
  const { accounts: counts } = countCodes(codes, { labels, size: grid.binCount + 2 });
  const coarse = coarsenGrid(grid, { counts, mostGroups: 10, leastAccounts: leastGroup(positives, labels.length) });
  const groups = coarseAxis(grid, { codes, coarse, column });
  const axis = card === null ? groups : cardAxis(card.terms[termIndex], column);
  const effects = effectsOf(axis, { labels, typical: card === null ? null : card.typical[termIndex] });
  const leastAccounts = Math.max(smallestTrait, 0.01 * labels.length);

  const describe = (chosen: readonly number[] | null, direction: 1 | -1): Described | null => {
    if (chosen === null) return null;
    const trait: Trait = { attribute: grid.attribute, condition: axis.condition(chosen) };
    const has = matchTrait(one.column, trait.condition);
    const optimism = choiceOptimism(
      { rowOf: groups.rowOf, rowCount: groups.rows.length, isOrdered: groups.isOrdered, labels },
      { direction, leastAccounts },
    );
    const counted = traitEvidence({ has, labels: one.labels, q: one.q, optimism, widening: one.widening });
    if (counted.accounts < smallestTrait) return null;
    const among = takeBytes(has, rows);
    const effect = card === null ? null : pointsOf({ axis, has: among, term: card.terms[termIndex], card, termIndex });
    return { trait, evidence: { ...counted, adjusted: effect?.adjusted ?? counted.crude }, points: effect?.points };
  };

  const best = describe(chooseRows(effects, { direction: 1, leastAccounts, admit: axis.isSayable }), 1);
  const clearlyWorst = chooseRows(effects, {
    direction: -1,
    leastAccounts,
    admit: (chosen) => axis.isSayable(chosen) && isClearlyWorse(chosen, { axis, labels, baseRate }),
  });
  const worst = describe(clearlyWorst, -1);
  return [
    ...(best !== null && isWorthSaying(best) ? [rank(best, roleOf(best.evidence, baseRate))] : []),
    ...(worst !== null && isDisqualifying(worst, baseRate) ? [rank(worst, 'disqualifier')] : []),
  ];
}

interface Described {
  readonly trait: Trait;
  readonly evidence: Evidence;
  readonly points: number | undefined;
}

function rank({ trait, evidence, points }: Described, role: Role): Ranked {
  const note = criterionNote(evidence, points !== undefined);
  const criterion: Criterion = {
    trait,
    role,
    status: 'observed',
    evidence,
    ...(points === undefined ? {} : { points }),
    ...(note === null ? {} : { note }),
  };
  const size = points === undefined ? Math.abs(evidence.crude) : Math.abs(evidence.adjusted);
  return { criterion, importance: size * Math.sqrt(evidence.share * (1 - evidence.share)) };
}

function roleOf({ crude, adjusted, lift }: Evidence, baseRate: number): Role {
  const isClear = oddsOf(lift.estimate * baseRate) >= 1.5 * oddsOf(baseRate);
  return isClear && crude >= strongLogOdds && adjusted >= clearLogOdds && lift.lower > 1 ? 'strong' : 'nice';
}

/** Either the rate itself is up beyond chance, or the points are and the rate is down beyond chance: the paradox is shown. */
function isWorthSaying({ evidence, points }: Described): boolean {
  if (points !== undefined && points <= 0) return false;
  return evidence.lift.lower > 1 || (points !== undefined && evidence.lift.upper < 1);
}

/** The odds at most a third of everybody's, at most half of them at the upper bound, and no excuse in the other attributes. */
function isDisqualifying({ evidence, points }: Described, baseRate: number): boolean {
  const { lift, adjusted, share } = evidence;
  return (
    share <= mostDisqualified &&
    oddsOf(lift.estimate * baseRate) * 3 <= oddsOf(baseRate) &&
    oddsOf(lift.upper * baseRate) * 2 <= oddsOf(baseRate) &&
    (points === undefined || adjusted <= -clearLogOdds)
  );
}

function oddsOf(rate: number): number {
  return rate / Math.max(1 - rate, 1e-12);
}

/** Neither more than half of the accounts nor odds above a third of everybody's. */
function isClearlyWorse(
  chosen: readonly number[],
  { axis, labels, baseRate }: { axis: AttributeAxis; labels: Uint8Array; baseRate: number },
): boolean {
  const { accounts, positives } = countCodes(axis.rowOf, { labels, size: axis.rows.length });
  let [size, hits] = [0, 0];
  for (const row of chosen) {
    size += accounts[row];
    hits += positives[row];
  }
  return size <= mostDisqualified * labels.length && 3 * hits * (1 - baseRate) <= baseRate * (size - hits);
}

function effectsOf(axis: AttributeAxis, from: { labels: Uint8Array; typical: number | null }): RowEffects {
  const { labels, typical } = from;
  const { accounts, positives } = countCodes(axis.rowOf, { labels, size: axis.rows.length });
  const baseRate = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  const excess = axis.rows.map(({ points }, row) =>
    points === null || typical === null ? positives[row] / Math.max(accounts[row], 1) - baseRate : points - typical,
  );
  return { accounts, excess, isOrdered: axis.isOrdered, totalAccounts: labels.length };
}

/** Mean points with the trait against the typical account, and against the accounts without it in units of log-odds. */
function pointsOf(from: { axis: AttributeAxis; has: Uint8Array; term: Term; card: Scorecard; termIndex: number }) {
  const { axis, has, term, card, termIndex } = from;
  const total = [0, 0];
  const count = [0, 0];
  for (let i = 0; i < has.length; i++) {
    const side = has[i] === 1 ? 1 : 0;
    const elsewhere = term.kind === 'category' && has[i] !== 255 ? term.other : term.missing;
    total[side] += axis.rowOf[i] < 0 ? elsewhere : (axis.rows[axis.rowOf[i]].points ?? 0);
    count[side]++;
  }
  const [without, having] = total.map((sum, side) => (count[side] === 0 ? 0 : sum / count[side]));
  return {
    points: Math.round((having - card.typical[termIndex]) * 10) / 10,
    adjusted: (having - without) / card.pointsPerLogit,
  };
}

function isAbout(test: AttributeTest, grid: AttributeGrid): boolean {
  return test.attribute === grid.attribute && test.member === (grid.kind === 'member' ? grid.member : undefined);
}

function isTermOf(term: Term, grid: AttributeGrid): boolean {
  return (
    term.attribute === grid.attribute &&
    term.kind === grid.kind &&
    (term.kind !== 'member' || (grid.kind === 'member' && term.member === grid.member))
  );
}
