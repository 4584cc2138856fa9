import { matchTrait } from '../../learn/match-trait.js';
import type { Criterion } from '../../model/criterion.js';
import type { Scorecard } from '../../model/scorecard.js';
import type { Column } from '../../model/table.js';
import type { Trait } from '../../model/trait.js';
import { formatCondition, formatTrait } from '../../model/trait-text.js';
import { scoreTable } from '../../score/score-table.js';
import { adjustHolm } from '../../stats/adjust-holm.js';
import { varyTrait } from './vary-trait.js';
import { measureRows, testRows, type WidthMeasure } from './width-measure.js';

/** Accounts with the card that judges them; they were not learnt from. */
export interface VariedRound {
  readonly card: Scorecard;
  /** The ICP begins here, on the points of the card. */
  readonly cut: number;
  readonly columns: readonly Column[];
  readonly rowCount: number;
  readonly values: Float64Array;
}

/** A criterion made looser, tighter, or taken out, and what that does to the ICP. */
export interface CriterionVariant {
  readonly criterion: Trait;
  readonly kind: 'loosened' | 'tightened' | 'removed';
  /** The change in words. */
  readonly text: string;
  readonly inside: WidthMeasure;
  /** Share of all accounts that are then inside, 0–1. */
  readonly coverage: number;
  /** Accounts that come in, and accounts that fall out. */
  readonly added: WidthMeasure;
  readonly lost: WidthMeasure;
  /** Better: what comes in surely returns more than break-even, or what falls out surely less. Worse: the other way round. */
  readonly effect: 'better' | 'worse' | 'cannot tell';
}

const level = 0.05;
const mostCriteria = 12;
const leastAccounts = 11;

/**
 * Each criterion of a profile loosened, tightened and taken out, at the same cut. Whoever meets the wider trait gets the points of
 * those who met it; whoever no longer meets the narrower one, those of accounts without it; taken out, nobody loses by it.
 * @param options `breakEven`: what an account must return.
 */
export function varyCriteria(
  criteria: readonly Criterion[],
  { rounds, isRate, breakEven }: { rounds: readonly VariedRound[]; isRate: boolean; breakEven: number },
): CriterionVariant[] {
  const values = Float64Array.from(rounds.flatMap((round) => Array.from(round.values)));
  const measured = criteria.slice(0, mostCriteria).flatMap(({ trait }) => {
    const column = rounds[0]?.columns.find(({ name }) => name === trait.attribute);
    if (column === undefined) return [];
    const variants = [{ kind: 'removed' as const, trait }, ...varyTrait(trait, column)];
    return variants.map((variant) => ({ criterion: trait, ...variant, flags: flagsOf(variant, { trait, rounds }) }));
  });
  const parts = measured.map(({ flags: { before, after } }) => ({
    inside: pick(after, (now) => now === 1),
    added: pick(after, (now, row) => now === 1 && before[row] === 0),
    lost: pick(after, (now, row) => now === 0 && before[row] === 1),
  }));
  const accounts = { values, isRate };
  const tests = parts.map(({ added, lost }) => [
    testRows(added, { accounts, against: breakEven }),
    testRows(lost, { accounts, against: breakEven }),
  ]);
  const good = adjustHolm(tests.flatMap(([added, lost]) => [added.above, lost.below]));
  const bad = adjustHolm(tests.flatMap(([added, lost]) => [added.below, lost.above]));
  return measured.flatMap(({ criterion, kind, trait }, i): CriterionVariant[] => {
    const { inside, added, lost } = parts[i];
    if (added.length + lost.length < leastAccounts) return [];
    const isSure = (p: Float64Array) => Math.min(p[2 * i], p[2 * i + 1]) <= level;
    const [isGood, isBad] = [isSure(good), isSure(bad)];
    return [
      {
        criterion,
        kind,
        text: variantText({ kind, trait }, criterion),
        inside: measureRows(inside, accounts),
        coverage: inside.length / values.length,
        added: measureRows(added, accounts),
        lost: measureRows(lost, accounts),
        effect: isGood === isBad ? 'cannot tell' : isGood ? 'better' : 'worse',
      },
    ];
  });
}

/** `without employees 1000+`, `employees 690+ (now 1000+)`, `industry also Retail`, `industry not Retail`. */
function variantText({ kind, trait }: Variant, criterion: Trait): string {
  if (kind === 'removed') return `without ${formatTrait(criterion)}`;
  const [was, now] = [criterion.condition, trait.condition];
  if (was.kind === 'in' && now.kind === 'in') {
    const changed =
      kind === 'loosened'
        ? now.values.filter((value) => !was.values.includes(value))
        : was.values.filter((value) => !now.values.includes(value));
    return `${criterion.attribute} ${kind === 'loosened' ? 'also' : 'not'} ${changed.join(', ')}`;
  }
  return `${formatTrait(trait)} (now ${formatCondition(was)})`;
}

interface Variant {
  readonly kind: CriterionVariant['kind'];
  readonly trait: Trait;
}

/** Whether each account of all rounds is inside, before and after. */
function flagsOf(
  variant: Variant,
  { trait, rounds }: { trait: Trait; rounds: readonly VariedRound[] },
): { before: Uint8Array; after: Uint8Array } {
  const flags = rounds.map((round) => variedRound(variant, { trait, round }));
  return {
    before: Uint8Array.from(flags.flatMap(({ before }) => Array.from(before))),
    after: Uint8Array.from(flags.flatMap(({ after }) => Array.from(after))),
  };
}

function variedRound({ kind, trait: varied }: Variant, { trait, round }: { trait: Trait; round: VariedRound }) {
  const { card, cut, rowCount } = round;
  const points = scoreTable(card, round);
  const about = {
    base: 0,
    terms: card.terms.filter(({ attribute }) => attribute === trait.attribute),
    pairs: card.pairs.filter(({ axes }) => axes.some(({ attribute }) => attribute === trait.attribute)),
  };
  const given = scoreTable(about, round);
  const column = round.columns.find(({ name }) => name === trait.attribute);
  const has = column === undefined ? new Uint8Array(rowCount) : matchTrait(column, trait.condition);
  const would = column === undefined ? has : matchTrait(column, varied.condition);
  const mean = (isWanted: (row: number) => boolean) => {
    let [sum, count] = [0, 0];
    for (let row = 0; row < rowCount; row++) {
      if (!isWanted(row)) continue;
      sum += given[row];
      count++;
    }
    return count === 0 ? null : Math.round(sum / count);
  };
  const those = mean((row) => has[row] === 1) ?? 0;
  const others = mean((row) => has[row] !== 1) ?? 0;
  const [good, poor] = [Math.max(those, others), Math.min(those, others)];
  const instead = (row: number): number => {
    // No longer asked for: nobody loses by it.
    if (kind === 'removed') return Math.max(given[row], good);
    if (would[row] === has[row]) return given[row];
    const isHelped = (kind === 'loosened') === those >= others;
    return isHelped ? Math.max(given[row], good) : Math.min(given[row], poor);
  };
  const before = Uint8Array.from(points, (total) => Number(total >= cut));
  const after = Uint8Array.from(points, (total, row) => Number(total - given[row] + instead(row) >= cut));
  return { before, after };
}

function pick(flags: Uint8Array, isWanted: (flag: number, row: number) => boolean): Int32Array {
  const rows: number[] = [];
  flags.forEach((flag, row) => {
    if (isWanted(flag, row)) rows.push(row);
  });
  return Int32Array.from(rows);
}
