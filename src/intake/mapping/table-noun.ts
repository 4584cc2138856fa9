import { type Entity, entities } from '../../model/entity.js';
import { foldText } from '../resolve/fold-text.js';
import { nameTokens } from '../typing/name-tokens.js';
import { auxiliaryNouns, fillerWords, nounsOf } from './table-words.js';

/** What the name of a file says its rows are: an entity, `auxiliary` (settings, lists), or nothing. */
export function tableNoun(fileName: string): { noun: Entity | 'auxiliary' | null; word: string } {
  const stem = fileName.replace(/^.*[/\\]/, '').replace(/(\.[a-z0-9]{2,8})+$/i, '');
  const filler = new Set(fillerWords.split('|'));
  const words = nameTokens(stem.normalize('NFKC'))
    .map(foldText)
    .filter((word) => !filler.has(word) && !/\d/.test(word));
  if (words.some((word) => ['mailing', 'credit', 'property', 'properties', 'merged'].includes(word)))
    return { noun: 'auxiliary', word: words[words.length - 1] };
  // The last noun is the head: a contact list is a list, deal stages are stages.
  for (const word of words.reverse()) {
    const entity = entityOfNoun(word);
    if (entity !== null) return { noun: entity, word };
    if (auxiliaryNouns.split('|').includes(word)) return { noun: 'auxiliary', word };
  }
  return { noun: null, word: '' };
}

/** The entity that a noun stands for, in any of the languages; null where it is none. */
export function entityOfNoun(noun: string): Entity | null {
  const named = entities.find((entity) => nounsOf[entity].includes(noun));
  if (named !== undefined || !/^[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}]/u.test(noun)) return named ?? null;
  // Japanese writes no spaces: `商談一覧` is a list of deals.
  return entities.find((entity) => nounsOf[entity].some((known) => noun.startsWith(known))) ?? null;
}
