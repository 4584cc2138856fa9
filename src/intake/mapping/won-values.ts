import { outcomeMeaning } from '../outcome-words.js';
import { type ColumnEvidence, sampleOf } from './column-evidence.js';

/** The values of a column that say won and lost in words that cannot mean anything else. */
export function wonValues(column: ColumnEvidence): { won: string[]; lost: string[] } {
  const won: string[] = [];
  const lost: string[] = [];
  for (const value of sampleOf(column, 200)) {
    const meaning = meaningOf(value, column.name);
    if (meaning === 'favourable') won.push(value);
    else if (meaning === 'unfavourable') lost.push(value);
  }
  return { won, lost };
}

/** `Closed Won`, `6 - Closed Lost`, `Gewonnen (100 %)`: the words among numbers and signs decide. */
function meaningOf(value: string, column: string): 'favourable' | 'unfavourable' | null {
  const folded = value.trim().toLowerCase();
  const exact = outcomeMeaning(folded, column);
  if (exact === 'favourable' || exact === 'unfavourable') return exact;
  const words = new Set(folded.split(/[^\p{L}]+/u));
  const has = (list: string) => list.split(' ').some((word) => words.has(word) || folded === word);
  if (has('lost perdu perdida perdido verloren lose closedlost')) return 'unfavourable';
  if (has('won gewonnen gagné gagnée ganado ganada vinto closedwon')) return 'favourable';
  return null;
}
