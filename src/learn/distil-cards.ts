import { draftCard } from './draft-card.js';
import type { AttributeGrid } from './grid.js';
import { type Projected, projectCard } from './project-card.js';
import { type CardLength, shortenCard } from './shorten-card.js';

/**
 * How strongly rows are held to their own shapes while attributes are chosen. Free re-adjustment lets few attributes take
 * over the part of all that resemble them, which does not hold in time (bank data, latest fifth, 35 rows: AUC .745 at 0).
 */
const choosing = 20;
/** The same while rows are joined and valued: close to the full model's sum, and not yet one attribute for another. */
const joining = 0.3;

/**
 * Cards of every wanted length, distilled from the full model: each shape in few rows, then the strongest attributes, then
 * fewer and fewer of their rows, all fitted together to the full model's predictor.
 * @param wanted numbers of rows, descending, the last one 0. @returns for each the longest card with no more rows.
 */
export function distilCards(
  grids: readonly AttributeGrid[],
  from: Projected & {
    readonly maxAttributes: number;
    readonly wanted: readonly number[];
    /** Whether accounts are known by time: what is asked of the cards is then the future. */
    readonly isInTime?: boolean;
  },
): CardLength[] {
  const { maxAttributes, wanted, isInTime = false } = from;
  const draft = draftCard(grids, from.full.terms);
  const held = projectCard(draft, { ...from, loyalty: choosing });
  const [strongest] = shortenCard(draft, { projection: held, maxAttributes, wanted: [Number.POSITIVE_INFINITY] });
  const kept = new Set(strongest.terms.map(({ index }) => index));
  const rest = draft.filter(({ index }) => kept.has(index));
  const projection = projectCard(rest, { ...from, loyalty: isInTime ? choosing : joining });
  return shortenCard(rest, { projection, maxAttributes, wanted });
}
