import { matchTrait } from '../learn/match-trait.js';
import type { Column } from '../model/table.js';
import type { Condition } from '../model/trait.js';
import type { Spread } from './planted-truth.js';

/** The values of one attribute as a small column, and how many accounts each row stands for, in any unit. */
export interface Cells {
  readonly column: Column;
  readonly weights: readonly number[];
}

/** A condition and whether it is said to help (1) or to hurt (-1). */
export interface Claim {
  readonly condition: Condition;
  readonly sign: 1 | -1;
}

/** @param about for a set: the condition whose member the cells are with and without. */
export function cellsOf(attribute: string, { spread, about }: { spread: Spread; about: Condition }): Cells {
  switch (spread.kind) {
    case 'numeric': {
      const values = Float64Array.from(spread.quantiles);
      return {
        column: { type: 'number', name: attribute, values, whole: false },
        weights: new Array<number>(values.length).fill(1),
      };
    }
    case 'category': {
      const labels = Object.keys(spread.shares);
      const codes = Int32Array.from(labels, (_, i) => i);
      return { column: { type: 'category', name: attribute, codes, labels }, weights: Object.values(spread.shares) };
    }
    case 'set': {
      const member = 'member' in about ? about.member : '';
      const share = spread.shares[member] ?? 0;
      const column: Column = {
        type: 'set',
        name: attribute,
        offsets: Int32Array.of(0, 1, 1),
        codes: Int32Array.of(0),
        labels: [member],
        missing: new Uint8Array(2),
      };
      return { column, weights: [share, 1 - share] };
    }
  }
}

/**
 * How much a statement says what was planted: accounts where both claim the same over accounts where either does, 0–1
 * (Jaccard). A statement of the other sign speaks of the accounts that it leaves out: praise of all other roles is what
 * a warning of one role says.
 */
export function traitOverlap(statement: Claim, planted: Claim, at: { attribute: string; spread: Spread }): number {
  const [one, other] = [statement.condition, planted.condition];
  if ('member' in one && 'member' in other && one.member !== other.member) return 0;
  const { column, weights } = cellsOf(at.attribute, { spread: at.spread, about: other });
  const said = matchTrait(column, one).map((match) => (statement.sign === planted.sign ? match : 1 - match));
  const meant = matchTrait(column, other);
  let [both, either] = [0, 0];
  weights.forEach((weight, i) => {
    if (said[i] === 1 && meant[i] === 1) both += weight;
    if (said[i] === 1 || meant[i] === 1) either += weight;
  });
  return either === 0 ? 0 : both / either;
}
