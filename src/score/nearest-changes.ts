import type { Scorecard } from '../model/scorecard.js';
import { compileCard } from './compile-card.js';
import { tierOf } from './fit.js';
import { createBalance, type Move, movesOf } from './possible-moves.js';

/** A set of attributes to change together, and what it leads to. */
export interface Change {
  readonly to: 'ideal' | 'stretch';
  readonly steps: readonly { readonly from: string; readonly to: string; readonly points: number }[];
  readonly pointsAfter: number;
}

const most = 3;
/** Combinations that are tried before the best one found is taken; far more than any short card has. */
const mostTried = 100_000;

/**
 * The fewest attributes that would have to be different for the next tier, and for each the smallest difference in
 * points that is enough. Every answer is minimal: undoing any of its steps loses the tier. An attribute counts with all
 * terms and pairs that look at it; the points of a step are those that it adds when taken after the ones before it.
 * @param places the row of each axis of the compiled card that the account is in.
 */
export function nearestChanges(
  card: Scorecard,
  { places, points }: { places: readonly number[]; points: number },
): Change[] {
  const tier = tierOf(card, points);
  if (card.tierCuts === null || tier === null || tier === 'ideal') return [];
  const to = tier === 'bad' ? 'stretch' : 'ideal';
  const compiled = compileCard(card);
  const balance = createBalance(compiled, places);
  const choices = movesOf(compiled, places)
    .map((moves) => ({
      moves: [...moves].sort((a, b) => balance.bound(b) - balance.bound(a)),
      bound: Math.max(...moves.map(balance.bound)),
    }))
    // One that gains nothing by itself may still free another from a pair that would take its gain away.
    .filter(({ moves }) => moves.length > 0);
  return smallestSets(choices, { needed: card.tierCuts[to] - points, gainOf: balance.gain }).map((moves) => ({
    to,
    steps: moves.map(({ from, to: reached }, i) => ({
      from,
      to: reached,
      points: balance.gain(moves.slice(0, i + 1)) - balance.gain(moves.slice(0, i)),
    })),
    pointsAfter: points + balance.gain(moves),
  }));
}

/** Ways to change one attribute, and a number that none of them can add more than. */
interface Choice {
  readonly moves: readonly Move[];
  readonly bound: number;
}

interface Goal {
  readonly needed: number;
  readonly gainOf: (moves: readonly Move[]) => number;
}

function smallestSets(choices: readonly Choice[], goal: Goal): (readonly Move[])[] {
  const single = choices.flatMap(({ moves }) => {
    const enough = moves.map((move) => ({ move, gain: goal.gainOf([move]) })).filter(({ gain }) => gain >= goal.needed);
    return enough.sort((a, b) => a.gain - b.gain).slice(0, 1);
  });
  if (single.length > 0) {
    single.sort((a, b) => a.gain - b.gain);
    return single.slice(0, most).map(({ move }) => [move]);
  }
  const byBound = [...choices].sort((a, b) => b.bound - a.bound);
  let reach = byBound[0]?.bound ?? 0;
  for (let size = 2; size <= byBound.length; size++) {
    reach += byBound[size - 1].bound;
    if (reach < goal.needed) continue;
    const found = smallestOfSize(byBound, { ...goal, size });
    if (found !== null) return [found];
  }
  return [];
}

/** The set of `size` changes with the least gain that is enough; null where none is. */
function smallestOfSize(choices: readonly Choice[], goal: Goal & { readonly size: number }): readonly Move[] | null {
  const { needed, gainOf, size } = goal;
  let best: readonly Move[] | null = null;
  let least = Number.POSITIVE_INFINITY;
  let tried = 0;
  const extend = (chosen: readonly Move[], { next, bound }: { next: number; bound: number }): void => {
    const left = size - chosen.length;
    if (left === 0) {
      tried++;
      const gain = gainOf(chosen);
      if (gain < needed || gain >= least) return;
      best = chosen;
      least = gain;
      return;
    }
    for (let c = next; c + left <= choices.length; c++) {
      if (bound + sumOfBounds(choices, { from: c, count: left }) < needed) return;
      for (const move of choices[c].moves) {
        if (tried >= mostTried || least === needed) return;
        extend([...chosen, move], { next: c + 1, bound: bound + choices[c].bound });
      }
    }
  };
  extend([], { next: 0, bound: 0 });
  return best;
}

/** The most that `count` choices from `from` on can add: they stand by falling bound. */
function sumOfBounds(choices: readonly Choice[], { from, count }: { from: number; count: number }): number {
  let sum = 0;
  for (let c = from; c < from + count; c++) sum += choices[c].bound;
  return sum;
}
