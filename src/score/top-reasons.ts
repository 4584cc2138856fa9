import type { Scorecard } from '../model/scorecard.js';
import type { Column } from '../model/table.js';
import { compileCard } from './compile-card.js';
import { createPlacer } from './place-accounts.js';
import { rowText } from './row-text.js';
import { axisRows, termPoints } from './term-rows.js';

/**
 * For every account the rows that set it most apart from the typical one, e.g. `Contract = Two year (+35)`.
 * Differences under half a point are no reason. Nothing is computed for an account that is not asked for.
 */
export function topReasons(
  card: Scorecard,
  { columns }: { columns: readonly Column[]; rowCount: number },
): (row: number) => string[] {
  const { axes } = compileCard(card);
  const reasonsAt = reasonsOf(card);
  const byName = new Map(columns.map((column) => [column.name, column]));
  const placers = axes.map((axis) => createPlacer(axis, byName.get(axis.attribute)));
  const places = axes.map(() => new Uint16Array(1));
  return (row) => {
    for (const [a, place] of placers.entries()) place(places[a], row);
    return reasonsAt(places.map(([place]) => place));
  };
}

const most = 3;

/** The same for an account that has been placed. @returns reasons from its row on each axis of the compiled card. */
export function reasonsOf(card: Scorecard): (places: readonly number[]) => string[] {
  const compiled = compileCard(card);
  const ofTerms = card.terms.map((term, t) => {
    const texts = axisRows(term).map((condition) => rowText(term, condition));
    return {
      ...compiled.terms[t],
      texts,
      differences: termPoints(term).map((points) => Math.round(points - card.typical[t])),
    };
  });
  const ofPairs = card.pairs.map(({ axes }, p) => {
    const typical = card.typical[card.terms.length + p];
    const { axes: placed, width, points } = compiled.pairs[p];
    const texts = axes.map((axis) => axisRows(axis).map((condition) => rowText(axis, condition)));
    return { placed, width, texts, differences: Array.from(points, (value) => Math.round(value - typical)) };
  });
  return (places) => {
    const found: Reason[] = [];
    for (const { axis, rowOf, texts, differences } of ofTerms) {
      const row = rowOf[places[axis]];
      admit(found, { difference: differences[row], text: () => texts[row] });
    }
    for (const { placed, width, texts, differences } of ofPairs) {
      const first = placed[0].rowOf[places[placed[0].axis]];
      const second = placed[1].rowOf[places[placed[1].axis]];
      admit(found, {
        difference: differences[first * width + second],
        text: () => `${texts[0][first]} × ${texts[1][second]}`,
      });
    }
    return found.map(({ difference, text }) => `${text()} (${difference > 0 ? '+' : '−'}${Math.abs(difference)})`);
  };
}

interface Reason {
  readonly difference: number;
  readonly text: () => string;
}

/** Keeps the largest differences, largest first, of equal ones the earlier. */
function admit(found: Reason[], reason: Reason): void {
  const size = Math.abs(reason.difference);
  if (size === 0 || (found.length === most && size <= Math.abs(found[most - 1].difference))) return;
  let at = found.length;
  while (at > 0 && Math.abs(found[at - 1].difference) < size) at--;
  found.splice(at, 0, reason);
  if (found.length > most) found.pop();
}
