import { matchTrait } from '../../learn/match-trait.js';
import type { Segment } from '../../model/segment.js';
import type { Column } from '../../model/table.js';
import { drawPoisson } from '../../stats/draw-poisson.js';
import { createRandom } from '../../stats/random.js';

export interface RedrawSegments {
  readonly columns: readonly Column[];
  /** 1 where the account had the outcome. */
  readonly labels: Uint8Array;
  /** The rows in which the segments were found. */
  readonly rows: Int32Array;
  readonly segments: readonly Segment[];
  readonly draws: number;
  readonly seed: number;
}

/** The whole must stand out beyond what the best of the 200 traits that are tried does by chance: normal quantile of 1 − .05 ÷ 200. */
const wholeZ = 3.480756;
/** One-sided 5 %. */
const traitZ = 1.644854;

/**
 * The share of draws in which each segment passes again what let it in: its rate stands out against everybody beyond the best
 * of 200 traits by chance, and each of its traits still adds to the others (one-sided 5 %). A draw is of as many accounts as
 * it was found in, with replacement; the cells of its traits and the outcome are drawn (Poisson's bootstrap).
 */
export function redrawSegments({ columns, labels, rows, segments, draws, seed }: RedrawSegments): number[] {
  const random = createRandom(seed);
  return segments.map((segment) => {
    const cells = countCells(segment, { columns, labels, rows });
    if (cells === null) return Number.NaN;
    const side = segment.lift.estimate > 1 ? 1 : -1;
    let found = 0;
    for (let draw = 0; draw < draws; draw++) {
      const drawn = cells.map((count) => drawPoisson(count, random));
      if (passes(drawn, { traits: segment.traits.length, side })) found++;
    }
    return found / draws;
  });
}

/** Cell of an account: 2 × (bits of the traits that it has) + its outcome. */
function countCells(
  { traits }: Segment,
  { columns, labels, rows }: Pick<RedrawSegments, 'columns' | 'labels' | 'rows'>,
): Float64Array | null {
  const matches = traits.map(({ attribute, condition }) => {
    const column = columns.find(({ name }) => name === attribute);
    return column === undefined ? null : matchTrait(column, condition);
  });
  const cells = new Float64Array(2 << traits.length);
  for (const row of rows) {
    let bits = 0;
    for (let t = 0; t < matches.length; t++) {
      const match = matches[t];
      if (match === null) return null;
      if (match[row] === 1) bits |= 1 << t;
    }
    cells[2 * bits + labels[row]]++;
  }
  return cells;
}

function passes(cells: Float64Array, { traits, side }: { traits: number; side: 1 | -1 }): boolean {
  const all = (1 << traits) - 1;
  const inside = tallyOf(cells, all);
  if (side * standOut(inside, tallyOf(cells, 0)) < wholeZ) return false;
  if (traits < 2) return true;
  for (let t = 0; t < traits; t++) if (side * standOut(inside, tallyOf(cells, all & ~(1 << t))) < traitZ) return false;
  return true;
}

interface Tally {
  readonly accounts: number;
  readonly positives: number;
}

/** Accounts that have at least these traits. */
function tallyOf(cells: Float64Array, wanted: number): Tally {
  let [accounts, positives] = [0, 0];
  for (let bits = 0; bits < cells.length / 2; bits++) {
    if ((bits & wanted) !== wanted) continue;
    accounts += cells[2 * bits] + cells[2 * bits + 1];
    positives += cells[2 * bits + 1];
  }
  return { accounts, positives };
}

/** By how many standard errors the rate inside differs from that of the rest of what it is part of. */
function standOut(inside: Tally, whole: Tally): number {
  const left = whole.accounts - inside.accounts;
  const rate = whole.positives / whole.accounts;
  const error = Math.sqrt(rate * (1 - rate) * (1 / inside.accounts + 1 / left));
  const gain = inside.positives / inside.accounts - (whole.positives - inside.positives) / left;
  return error > 0 && Number.isFinite(gain) ? gain / error : 0;
}
