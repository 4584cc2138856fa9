import type { Sensitivity } from '../../model/sensitivity.js';
import { nameTokens } from '../typing/name-tokens.js';
import { amongPeople, proxyNames, type SensitiveName, sensitiveNames } from './sensitive-names.js';
import { personalShapes, sensitiveAnswers } from './sensitive-values.js';

export interface SensitivityProposal {
  readonly sensitivity: Sensitivity;
  /** What is protected that the column may stand for, though it is not it: `sex`, `ethnic origin`. */
  readonly proxyFor?: string;
  /** `the name says age`; empty where there is nothing to say. */
  readonly why: string;
}

/**
 * Whether people must not be scored by a column, by its name (English, German, French, Spanish) and its values: M28.
 * `special` are the categories of GDPR articles 9 and 10, `protected` other grounds of discrimination (EU Charter,
 * article 21), `personal` what names one person, `caution` family status, which is
 * protected in some uses only. A proposal: a person may write another one into the mapping.
 * @param about a sample of distinct `values`; `isOfPeople`: the rows are persons and not companies;
 * `isOfDeeds`: they are deals, tickets and the like.
 */
export function proposeSensitivity(
  name: string,
  {
    values = [],
    isOfPeople = false,
    isOfDeeds = false,
  }: { values?: readonly string[]; isOfPeople?: boolean; isOfDeeds?: boolean } = {},
): SensitivityProposal {
  const words = wordsOf(name);
  const fits = ({ words: pattern, except }: { words: RegExp; except?: RegExp }) =>
    pattern.test(words) && except?.test(words) !== true;
  const named: SensitiveName | undefined =
    (isOfPeople ? amongPeople.find(fits) : undefined) ?? sensitiveNames.find(fits);
  const proxy = proxyNames.find(fits);
  // A deal is as old as the days since it was opened.
  if (isOfDeeds && !isOfPeople && /^(age|alter|edad|eta|leeftijd)( (in )?(days|tage|jours|dias|giorni))?$/.test(words))
    return { sensitivity: 'none', why: '' };
  if (ownerNames.test(words) && shareOf(values, looksLikePerson) >= 0.5)
    return { sensitivity: 'personal', why: 'the values are names of people' };
  if (named !== undefined) {
    return withProxy({ sensitivity: named.sensitivity, why: `the name says ${named.of}` }, proxy?.of);
  }
  const answered = byAnswers(values);
  if (answered !== null) return answered;
  const shape = personalShapes.find(({ pattern }) => shareOf(values, (value) => pattern.test(value)) >= 0.5);
  if (shape !== undefined) return { sensitivity: 'personal', why: `the values look like ${shape.of}` };
  if (proxy !== undefined) return withProxy({ sensitivity: 'none', why: `may stand for ${proxy.of}` }, proxy.of);
  return { sensitivity: 'none', why: '' };
}

/** Who looks after a row: people of one's own house. */
const ownerNames =
  /^((company|account|contact|deal|lead|opportunity|record|ticket|customer|client|organi[sz]ation|hubspot|sales) )?(owner|assignee|teammate assigned|betreuer|kundenbetreuer|besitzer|inhaber|responsable|proprietaire|propietario|proprietario|eigenaar|agare|wlasciciel|opiekun)$/;

/** Two to four words with capitals and no figures. */
function looksLikePerson(value: string): boolean {
  return /^\p{Lu}[\p{L}'’.-]*( (van|von|de|der|den|del|da|di|la|le))* ?( \p{Lu}[\p{L}'’.-]*){1,3}$/u.test(value);
}

/** `HerrFrau`, `date_de_naissance`, `Código Postal` → words without accents, one space apart. */
function wordsOf(name: string): string {
  return nameTokens(
    name
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replace(/ß/g, 'ss'),
  ).join(' ');
}

/** Two different words of one list that make up most of the values: one alone may be chance. */
function byAnswers(values: readonly string[]): SensitivityProposal | null {
  const folded = [...new Set(values.map((value) => value.trim().toLowerCase()).filter((value) => value !== ''))];
  if (folded.length === 2 && folded.every((value) => ['m', 'f', 'w', 'h'].includes(value)))
    return { sensitivity: 'protected', why: 'the values say sex' };
  for (const { values: list, sensitivity, of, isProxy, vague = '' } of sensitiveAnswers) {
    const known = new Set(list.split(','));
    const found = folded.filter((value) => known.has(value)).length;
    const vagueOnes = new Set(vague.split(','));
    const isClear = folded.some((value) => known.has(value) && !vagueOnes.has(value));
    if (found < 2 || found < folded.length * 0.6 || !isClear) continue;
    if (isProxy === true) return { sensitivity, proxyFor: of, why: `the values stand for ${of}` };
    return { sensitivity, why: `the values say ${of}` };
  }
  return null;
}

function withProxy(proposal: SensitivityProposal, of: string | undefined): SensitivityProposal {
  return of === undefined ? proposal : { ...proposal, proxyFor: of };
}

function shareOf(values: readonly string[], passes: (value: string) => boolean): number {
  return values.length === 0 ? 0 : values.filter((value) => passes(value.trim())).length / values.length;
}
