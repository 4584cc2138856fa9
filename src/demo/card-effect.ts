import { matchTrait } from '../learn/match-trait.js';
import type { Scorecard, Term } from '../model/scorecard.js';
import type { Trait } from '../model/trait.js';
import { scoreTable } from '../score/score-table.js';
import type { Spread } from './planted-truth.js';
import { cellsOf } from './trait-overlap.js';

/**
 * Log-odds that a scorecard gives accounts with a trait over those without, from the terms that look at its attribute
 * (at its member, for a set); null when there is none.
 */
export function cardEffect(card: Scorecard, trait: Trait, spread: Spread): number | null {
  const terms = card.terms.filter((term) => isAbout(term, trait));
  if (terms.length === 0) return null;
  const { column, weights } = cellsOf(trait.attribute, { spread, about: trait.condition });
  const points = scoreTable({ base: 0, terms, pairs: [] }, { columns: [column], rowCount: weights.length });
  const has = matchTrait(column, trait.condition);
  const mean = (side: number) => {
    const rows = weights.map((weight, i) => ({ weight, points: points[i] })).filter((_, i) => has[i] === side);
    const total = rows.reduce((sum, { weight }) => sum + weight, 0);
    return rows.reduce((sum, row) => sum + row.weight * row.points, 0) / total;
  };
  const effect = (mean(1) - mean(0)) / card.pointsPerLogit;
  return Number.isNaN(effect) ? null : effect;
}

function isAbout(term: Term, { attribute, condition }: Trait): boolean {
  if (term.attribute !== attribute) return false;
  return term.kind !== 'member' || !('member' in condition) || term.member === condition.member;
}
