import { outcomeMeaning } from '../outcome-words.js';
import { dealEnding } from '../relate/deal-words.js';
import { type ColumnEvidence, sampleOf } from './column-evidence.js';

/** The values of a column that say won and lost in words that cannot mean anything else. */
export function wonValues(column: ColumnEvidence): { won: string[]; lost: string[] } {
  if (isCoded(column)) return codedEndings(column);
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
  if (has('lose przegrana przegrane przegrany förlorat utracona stracona afgewezen tabt')) return 'unfavourable';
  if (has('vunnen vunnet wygrana wygrane wygrany ganho ganha vinta vinto vunden closedwon')) return 'favourable';
  const ending = dealEnding(folded);
  return ending === null ? null : ending === 'won' ? 'favourable' : 'unfavourable';
}

/** Numbers that are more than yes and no are codes of the tool: `0`, `1`, `2` of themselves say nothing. */
export function isCoded(column: ColumnEvidence): boolean {
  const values = sampleOf(column, 60);
  return (
    values.length > 0 &&
    values.every((value) => /^\d+$/.test(value.trim())) &&
    values.some((value) => Number(value) > 1)
  );
}

/** `statecode` of Dynamics is 0 open, 1 won, 2 lost; other codes tell nothing. */
function codedEndings(column: ColumnEvidence): { won: string[]; lost: string[] } {
  if (column.key !== 'statecode') return { won: [], lost: [] };
  const values = sampleOf(column, 60);
  return {
    won: values.filter((value) => Number(value) === 1),
    lost: values.filter((value) => Number(value) === 2),
  };
}
