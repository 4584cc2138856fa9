import type { PairScore } from './score-pair.js';

/** Why a pair is, or may be, one account, in one sentence: what speaks for it, then what against, each strongest first. */
export function explainPair({ parts }: PairScore): string {
  const told = parts.filter(({ field }) => field !== 'rarity');
  const plus = told.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  const minus = told.filter(({ weight }) => weight < 0).sort((a, b) => a.weight - b.weight);
  const pro = plus.length === 0 ? 'nothing speaks for it' : plus.map(({ text }) => text).join(', ');
  const contra = minus.length === 0 ? '' : `; against it: ${minus.map(({ text }) => text).join(', ')}`;
  const sentence = `${pro}${contra}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
