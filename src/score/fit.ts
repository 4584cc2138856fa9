import type { Scorecard, Tier } from '../model/scorecard.js';
import { termRows } from './term-rows.js';

/**
 * The lowest and the highest total that a card can give. With pairs these are bounds, the sums of the least and the most of
 * each table: whether one account can have all of them at once is a hard question, and fit only needs two fixed ends.
 */
export function pointsRange(card: Scorecard): { lowest: number; highest: number } {
  let lowest = card.base;
  let highest = card.base;
  for (const term of card.terms) {
    const points = termRows(term).map((row) => row.points);
    lowest += Math.min(...points);
    highest += Math.max(...points);
  }
  for (const { points } of card.pairs) {
    lowest += Math.min(...points.map((row) => Math.min(...row)));
    highest += Math.max(...points.map((row) => Math.max(...row)));
  }
  return { lowest, highest };
}

/**
 * Fit, 0–100 with one decimal: where the points lie between the least and the most that the card can give.
 * A card without any spread gives everyone 50.
 */
export function fitOf(points: number, { lowest, highest }: { lowest: number; highest: number }): number {
  if (highest === lowest) return 50;
  const share = (points - lowest) / (highest - lowest);
  return Math.round(1000 * Math.min(1, Math.max(0, share))) / 10;
}

/** The log-odds that the card's calibration gives to these points. */
export function logOddsOf(card: Scorecard, points: number): number {
  return card.calibration.intercept + card.calibration.slope * points;
}

/** The calibrated probability of the outcome, 0–1. */
export function probabilityOf(card: Scorecard, points: number): number {
  return 1 / (1 + Math.exp(-logOddsOf(card, points)));
}

/** The tier of these points, or null when the card claims none. */
export function tierOf(card: Scorecard, points: number): Tier | null {
  if (card.tierCuts === null) return null;
  if (points >= card.tierCuts.ideal) return 'ideal';
  return points >= card.tierCuts.stretch ? 'stretch' : 'bad';
}
