import { companyWord } from './account-name.js';
import type { AccountRecord } from './account-record.js';
import { compareNames } from './compare-names.js';
import { isTypo } from './edit-distance.js';
import { isAbroad } from './nations.js';
import { isSamePhone } from './phone-key.js';
import type { EvidencePart } from './resolution.js';
import type { Rarities } from './weigh-records.js';

export interface PairScore {
  /** Natural log-odds that the two records are one account. */
  readonly score: number;
  readonly parts: readonly EvidencePart[];
  /** Sum of the negative parts: what speaks against, whatever speaks for it. */
  readonly against: number;
  readonly hasSharedKey: boolean;
  readonly isSameId: boolean;
  readonly isNameSame: boolean;
  readonly isNameDifferent: boolean;
  readonly isCountryDifferent: boolean;
  /** Each name holds the city that its row lies in, another one. */
  readonly isBranch: boolean;
  readonly isDomainDifferent: boolean;
}

export interface ScoreContext {
  readonly kind: 'company' | 'person';
  readonly rarities: Rarities;
}

/**
 * What agreeing (added to the rarity of the value) and disagreeing is worth, as natural log-odds: how much more often
 * true pairs do so than others. The reasons are in docs/methods/entity-resolution.md.
 */
export const weights = {
  id: { same: 6, other: -0.2 },
  domain: { same: 3, sameLabel: -0.5, alikeLabel: -2.5, other: -3.5 },
  email: { same: 2.5, samePerson: 7 },
  phone: { same: 1.5, other: -0.5 },
  street: { same: 1, alone: -1 },
  postcode: { atMost: 6.5, other: -1 },
  city: { atMost: 5, other: -1.2 },
  country: { atMost: 2.5, other: -3.7, hinted: -2 },
  birthYear: { atMost: 4.5, other: -5 },
  ambiguousName: -3,
  elsewhere: -2.5,
  branch: -3.8,
} as const;

/** Adds up what speaks for and against two records being one account. Symmetric. */
export function scorePair(one: AccountRecord, other: AccountRecord, context: ScoreContext): PairScore {
  const [a, b] = one.key <= other.key ? [one, other] : [other, one];
  const { rarities, kind } = context;
  const parts: EvidencePart[] = [{ field: 'rarity', weight: -rarities.base, text: 'any two accounts' }];
  const add = (field: EvidencePart['field'], weight: number, text: string) => parts.push({ field, weight, text });

  const hasIds = a.id !== null && b.id !== null && a.system === b.system;
  const isSameId = hasIds && a.id === b.id;
  if (hasIds && isSameId) add('id', rarities.base + weights.id.same, `same id ${a.id} in ${a.system}`);
  else if (hasIds) add('id', weights.id.other, `ids ${a.id} and ${b.id} in ${a.system}`);

  const domain = compareDomains(a, b, rarities);
  if (domain !== null) parts.push(domain);
  const isSameEmail = a.email !== null && a.email === b.email;
  // The address of a company has told what its domain tells.
  if (isSameEmail && domain === null)
    add(
      'email',
      rarities.exclusive('email', a.email as string) +
        (kind === 'person' ? weights.email.samePerson : weights.email.same),
      `same e-mail ${a.email}`,
    );
  const phone = comparePhones(a, b, rarities);
  if (phone !== null) parts.push(phone);

  const name =
    a.weighed === null || b.weighed === null
      ? null
      : compareNames(a.weighed, { with: b.weighed, kind, base: rarities.base });
  const hasSharedKey = isSameId || isSameEmail || (domain?.weight ?? 0) > 0 || (phone?.weight ?? 0) > 0;
  if (name !== null) {
    const words = {
      same: 'same name',
      alike: 'names alike',
      partly: 'names partly alike',
      different: 'different names',
    };
    const texts = a.nameText === b.nameText ? `“${a.nameText}”` : `“${a.nameText}” and “${b.nameText}”`;
    add('name', name.weight, `${words[name.degree]} ${texts}`);
    const count = a.weighed === null ? 0 : rarities.domainCount(a.weighed);
    const isOneBare = a.domains.length === 0 || b.domains.length === 0;
    if (kind === 'company' && name.degree === 'same' && !hasSharedKey && isOneBare && count > 1)
      add('name', weights.ambiguousName, `${count} companies of this name have different web domains`);
  }
  const places = comparePlaces(a, b, rarities);
  // Who shares a building may share its switchboard: of phone and address the lesser counts half.
  for (const part of places) {
    const excess = phone !== null && phone.weight > 0 && part.weight > 0 ? Math.min(phone.weight, part.weight) / 2 : 0;
    parts.push({ ...part, weight: part.weight - excess });
  }
  const isBranch = kind === 'company' && areBranches(a, b);
  if (isBranch) add('name', weights.branch, `branches in ${a.city} and ${b.city}`);
  const isElsewhereToo = places.some(({ field, weight }) => field === 'address' && weight < 0);
  // One name in two towns, and nothing else in common: a move, a branch, or two companies. A person must look.
  if (kind === 'company' && name !== null && name.weight > 0 && !hasSharedKey && domain === null && isElsewhereToo)
    add('name', weights.elsewhere, 'a name in two places and nothing else in common');
  if (kind === 'company' && a.name?.form && b.name?.form && a.name.form !== b.name.form)
    add('name', -1, `legal forms ${a.name.form} and ${b.name.form}`);
  if (a.birthYear !== null && b.birthYear !== null) {
    if (a.birthYear !== b.birthYear)
      add('birthYear', weights.birthYear.other, `born ${a.birthYear} and ${b.birthYear}`);
    else
      add(
        'birthYear',
        Math.min(weights.birthYear.atMost, rarities.shared('birthYear', a.birthYear)),
        `both born ${a.birthYear}`,
      );
  }
  let score = 0;
  let against = 0;
  for (const { field, weight } of parts) {
    score += weight;
    if (weight < 0 && field !== 'rarity') against += weight;
  }
  return {
    score,
    parts,
    against,
    hasSharedKey,
    isSameId,
    isNameSame: name?.degree === 'same',
    isNameDifferent: name?.degree === 'different',
    isCountryDifferent: isAbroad(a.nations, b.nations),
    isBranch,
    isDomainDifferent: (domain?.weight ?? 0) < 0,
  };
}

/** `Bakery Berlin` in Berlin and `Bakery Bonn` in Bonn: a chain or a franchise, each of which buys on its own. */
function areBranches(a: AccountRecord, b: AccountRecord): boolean {
  if (a.city === null || b.city === null || a.city === b.city) return false;
  const isNamed = ({ name, city }: AccountRecord) =>
    name !== null &&
    name.words.length > 1 &&
    (city ?? '').split(' ').some((word) => name.words.includes(companyWord(word)));
  return isNamed(a) && isNamed(b);
}

function compareDomains(a: AccountRecord, b: AccountRecord, rarities: Rarities): EvidencePart | null {
  if (a.domains.length === 0 || b.domains.length === 0) return null;
  let best: EvidencePart | null = null;
  for (const domain of a.domains) {
    if (!b.domains.includes(domain)) continue;
    const weight = rarities.exclusive('domain', domain) + weights.domain.same;
    if (best === null || weight > best.weight) best = { field: 'domain', weight, text: `same web domain ${domain}` };
  }
  if (best !== null) return best;
  const label = (domain: string) => domain.slice(0, domain.indexOf('.')).replaceAll('-', '');
  const isSome = (test: (x: string, y: string) => boolean) =>
    a.domains.some((x) => b.domains.some((y) => test(label(x), label(y))));
  const text = `web domains ${a.domains.join(', ')} and ${b.domains.join(', ')}`;
  // A site is rarely misspelt: one other letter in it is rather another company.
  const { sameLabel, alikeLabel, other } = weights.domain;
  return { field: 'domain', text, weight: isSome((x, y) => x === y) ? sameLabel : isSome(isTypo) ? alikeLabel : other };
}

function comparePhones(a: AccountRecord, b: AccountRecord, rarities: Rarities): EvidencePart | null {
  if (a.phone === null || b.phone === null) return null;
  if (!isSamePhone(a.phone, b.phone)) return { field: 'phone', weight: weights.phone.other, text: 'different phones' };
  const rarity = Math.min(rarities.exclusive('phone', a.phone), rarities.exclusive('phone', b.phone));
  return { field: 'phone', weight: rarity + weights.phone.same, text: `same phone ${a.phone.replace('~', '')}` };
}

/** Street, postcode, city and country say one thing more and less exactly: the most exact agreement counts. */
function comparePlaces(a: AccountRecord, b: AccountRecord, rarities: Rarities): EvidencePart[] {
  const parts: EvidencePart[] = [];
  const add = (field: 'address' | 'country', weight: number, text: string) => parts.push({ field, weight, text });
  const isSamePostcode = a.postcode !== null && a.postcode === b.postcode;
  const isSameCity = a.city !== null && a.city === b.city;
  if (a.street !== null && a.street === b.street && (isSamePostcode || isSameCity)) {
    add('address', rarities.exclusive('street', a.street) + weights.street.same, `same address ${a.street}`);
  } else if (isSamePostcode) {
    const weight = Math.min(weights.postcode.atMost, rarities.shared('postcode', a.postcode as string));
    add('address', weight, `same postcode ${a.postcode}`);
  } else if (isSameCity) {
    add('address', Math.min(weights.city.atMost, rarities.shared('city', a.city as string)), `same city ${a.city}`);
    if (a.postcode !== null && b.postcode !== null)
      add('address', weights.postcode.other, `postcodes ${a.postcode} and ${b.postcode}`);
  } else if (a.street !== null && a.street === b.street && !isElsewhere(a, b)) {
    add('address', rarities.exclusive('street', a.street) + weights.street.alone, `same street ${a.street}`);
  } else {
    const hasCities = a.city !== null && b.city !== null && !isTypo(a.city as string, b.city as string);
    const hasPostcodes = a.postcode !== null && b.postcode !== null;
    if (hasCities) add('address', weights.city.other, `cities ${a.city} and ${b.city}`);
    else if (hasPostcodes) add('address', weights.postcode.other, `postcodes ${a.postcode} and ${b.postcode}`);
  }
  if (a.country === null || b.country === null) {
    if (isAbroad(a.nations, b.nations))
      add('country', weights.country.hinted, 'countries by legal form or phone differ');
    return parts;
  }
  if (a.country !== b.country) add('country', weights.country.other, `countries ${a.country} and ${b.country}`);
  else if (parts.every(({ weight }) => weight < 0))
    add('country', Math.min(weights.country.atMost, rarities.shared('country', a.country)), `both in ${a.country}`);
  return parts;
}

function isElsewhere(a: AccountRecord, b: AccountRecord): boolean {
  return (a.postcode !== null && b.postcode !== null) || (a.city !== null && b.city !== null);
}
