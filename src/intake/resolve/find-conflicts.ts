import type { ResolveConflict } from './resolution.js';
import type { PairScore } from './score-pair.js';

/** What does not go together in a pair that was merged or listed, as questions to a person. */
export function findConflicts(rows: { readonly a: number; readonly b: number }, pair: PairScore): ResolveConflict[] {
  const textOf = (field: string, isFor: boolean) =>
    pair.parts.find((part) => part.field === field && part.weight > 0 === isFor)?.text ?? '';
  const domain = textOf('domain', true);
  const found: ResolveConflict[] = [];
  const add = (kind: ResolveConflict['kind'], text: string) => found.push({ ...rows, kind, text });
  if (pair.isSameId && (pair.isNameDifferent || pair.isDomainDifferent))
    add(
      'ids',
      `${textOf('id', true)}, but ${textOf(pair.isNameDifferent ? 'name' : 'domain', false)}: was the id given twice?`,
    );
  else if (domain !== '' && pair.isCountryDifferent)
    add('countries', `${domain}, but ${textOf('country', false)}: subsidiaries?`);
  else if (domain !== '' && pair.isNameDifferent)
    add('names', `${domain}, but ${textOf('name', false)}: a group of companies?`);
  else if (pair.isNameSame && pair.isDomainDifferent)
    add(
      'domains',
      `${textOf('name', true)}, but ${textOf('domain', false)}: one company with two sites, or two companies?`,
    );
  return found;
}
