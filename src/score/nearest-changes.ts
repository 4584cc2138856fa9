import type { Scorecard } from '../model/scorecard.js';
import { tierOf } from './fit.js';
import { rowText } from './row-text.js';
import { termRows } from './term-rows.js';

/** A set of attributes to change together, and what it leads to. */
export interface Change {
  readonly to: 'ideal' | 'stretch';
  readonly steps: readonly { readonly from: string; readonly to: string; readonly points: number }[];
  readonly pointsAfter: number;
}

interface Step {
  readonly term: number;
  readonly place: number;
  readonly gain: number;
}

const most = 3;

/**
 * The fewest attributes that would have to be different for the next tier, and for each the smallest difference in
 * points that is enough. Every answer is minimal: undoing any of its steps loses the tier.
 * @param places the row of each term that the account is in, as {@link placeAccounts} gives them.
 */
export function nearestChanges(
  card: Scorecard,
  { places, points }: { places: readonly number[]; points: number },
): Change[] {
  const tier = tierOf(card, points);
  if (card.tierCuts === null || tier === null || tier === 'ideal') return [];
  const to = tier === 'bad' ? 'stretch' : 'ideal';
  const needed = card.tierCuts[to] - points;
  const options = card.terms.map((_, term) => upwardSteps(card, { term, place: places[term] }));
  return smallestSets(options, needed).map((steps) => ({
    to,
    steps: steps.map((step) => ({
      from: describe(card, { term: step.term, place: places[step.term] }),
      to: describe(card, { term: step.term, place: step.place }),
      points: step.gain,
    })),
    pointsAfter: points + steps.reduce((sum, step) => sum + step.gain, 0),
  }));
}

/** The rows of a term that give more than the account's, least gain first; nobody can be told to become "other" or missing. */
function upwardSteps(card: Scorecard, { term, place }: { term: number; place: number }): Step[] {
  const rows = termRows(card.terms[term]);
  return rows
    .map((row, i) => ({ term, place: i, gain: row.points - rows[place].points, condition: row.condition }))
    .filter(({ gain, condition }) => gain > 0 && condition !== null && condition.kind !== 'missing')
    .sort((a, b) => a.gain - b.gain);
}

function smallestSets(options: readonly Step[][], needed: number): Step[][] {
  const single = options
    .flatMap((steps) => steps.find((step) => step.gain >= needed) ?? [])
    .sort((a, b) => a.gain - b.gain || a.term - b.term);
  if (single.length > 0) return single.slice(0, most).map((step) => [step]);
  const best = options.flatMap((steps) => steps.at(-1) ?? []).sort((a, b) => b.gain - a.gain || a.term - b.term);
  const chosen: Step[] = [];
  let missing = needed;
  for (const step of best) {
    if (missing <= 0) break;
    chosen.push(step);
    missing -= step.gain;
  }
  return missing > 0 ? [] : [relax(chosen, { options, spare: -missing })];
}

/** Replaces steps by smaller ones of the same term as long as the sum still suffices. */
function relax(steps: Step[], { options, spare }: { options: readonly Step[][]; spare: number }): Step[] {
  let left = spare;
  return steps.map((step) => {
    const smaller = options[step.term].find((other) => step.gain - other.gain <= left) ?? step;
    left -= step.gain - smaller.gain;
    return smaller;
  });
}

function describe(card: Scorecard, { term, place }: { term: number; place: number }): string {
  return rowText(card.terms[term], termRows(card.terms[term])[place].condition);
}
