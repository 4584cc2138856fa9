import type { Scorecard, Tier } from '../model/scorecard.js';
import type { Column } from '../model/table.js';
import { compileCard, pairPoints } from './compile-card.js';
import { fitOf, pointsRange, probabilityOf, tierOf } from './fit.js';
import { type Change, nearestChanges } from './nearest-changes.js';
import { createPlacer } from './place-accounts.js';
import { rowText } from './row-text.js';
import { axisRows, termRows } from './term-rows.js';

/** What one attribute, or two together, add to the points of one account. */
export interface Contribution {
  /** `industry`; of a pair `industry × employees`. */
  readonly attribute: string;
  /** The account's own value as text (of a pair both, `?` where one is missing); null when it is missing. */
  readonly value: string | null;
  /** The row of the card that it falls into, in words. */
  readonly row: string;
  readonly points: number;
  /** `points` less what the average learnt account gets here, to one decimal. */
  readonly againstTypical: number;
}

/** `base` and the contributions' points add up to `points` exactly. */
export interface Explanation {
  readonly points: number;
  readonly fit: number;
  readonly probability: number;
  readonly tier: Tier | null;
  readonly base: number;
  /** Largest difference from the typical account first. */
  readonly contributions: readonly Contribution[];
  /** The smallest changes that reach the next tier; empty for ideal accounts and where no tiers are claimed. */
  readonly changes: readonly Change[];
}

/** Takes one account's score apart. @param row the account's index in `columns`. */
export function explainAccount(
  card: Scorecard,
  { columns, row }: { columns: readonly Column[]; rowCount: number; row: number },
): Explanation {
  const compiled = compileCard(card);
  const byName = new Map(columns.map((column) => [column.name, column]));
  const cell = new Uint16Array(1);
  const places = compiled.axes.map((axis) => {
    createPlacer(axis, byName.get(axis.attribute))(cell, row);
    return cell[0];
  });
  const valueAt = (attribute: string) => valueText(byName.get(attribute), row);
  const ofTerms = card.terms.map((term, t) => {
    const { axis, rowOf } = compiled.terms[t];
    const { condition, points } = termRows(term)[rowOf[places[axis]]];
    const { attribute } = term;
    return { attribute, value: valueAt(attribute), row: rowText(term, condition), points };
  });
  const ofPairs = card.pairs.map(({ axes }, p) => {
    const placed = compiled.pairs[p].axes;
    const values = axes.map(({ attribute }) => valueAt(attribute));
    const rows = axes.map((axis, side) => rowText(axis, axisRows(axis)[placed[side].rowOf[places[placed[side].axis]]]));
    return {
      attribute: axes.map(({ attribute }) => attribute).join(' × '),
      value: values.every((value) => value === null) ? null : values.map((value) => value ?? '?').join(' × '),
      row: rows.join(' × '),
      points: pairPoints(compiled.pairs[p], places),
    };
  });
  const contributions = [...ofTerms, ...ofPairs].map(
    (one, i): Contribution => ({ ...one, againstTypical: Math.round(10 * (one.points - card.typical[i])) / 10 }),
  );
  const points = contributions.reduce((sum, contribution) => sum + contribution.points, card.base);
  return {
    points,
    fit: fitOf(points, pointsRange(card)),
    probability: probabilityOf(card, points),
    tier: tierOf(card, points),
    base: card.base,
    contributions: contributions.sort((a, b) => Math.abs(b.againstTypical) - Math.abs(a.againstTypical)),
    changes: nearestChanges(card, { places, points }),
  };
}

/** The value of one cell as text, or null when it is missing. */
export function valueText(column: Column | undefined, row: number): string | null {
  switch (column?.type) {
    case 'number':
      return Number.isNaN(column.values[row]) ? null : String(column.values[row]);
    case 'date':
      return Number.isNaN(column.values[row]) ? null : new Date(column.values[row]).toISOString().slice(0, 10);
    case 'category':
    case 'text':
      return column.codes[row] < 0 ? null : column.labels[column.codes[row]];
    case 'set': {
      if (column.missing[row]) return null;
      const members = column.codes.subarray(column.offsets[row], column.offsets[row + 1]);
      return Array.from(members, (code) => column.labels[code]).join(';');
    }
    case undefined:
      return null;
  }
}
