import { compareNames } from './compare-names.js';
import { createNameBound } from './name-at-most.js';
import { isSamePhone } from './phone-key.js';
import { weights } from './score-pair.js';
import type { WeighedRecords } from './weigh-records.js';

/** The question for many pairs of records; see {@link isHopeless}. */
export function createScreen(
  weighed: WeighedRecords,
  about: { readonly kind: 'company' | 'person'; readonly score: number },
): (a: number, b: number) => boolean {
  const nameAtMost = createNameBound(weighed.names);
  return (a, b) => isHopeless(weighed, { ...about, a, b, nameAtMost });
}

/**
 * Whether two records cannot reach a score, whatever else they say: no key is shared, and name and place at their most are
 * not enough. Most candidates end here, before anything is put into words; it changes no result.
 */
function isHopeless(
  { first, facts, names, rarities }: WeighedRecords,
  {
    a,
    b,
    kind,
    score,
    nameAtMost,
  }: { a: number; b: number; kind: 'company' | 'person'; score: number; nameAtMost: (n: number, m: number) => number },
): boolean {
  const [one, other] = [first[a], first[b]];
  const { name, domain, otherDomain, phone } = facts;
  const [n, m] = [name.codes[one], name.codes[other]];
  if (n < 0 || m < 0) return false;
  if (isShared(facts.id.codes, one, other) || isShared(facts.email.codes, one, other)) return false;
  if (isShared(domain.codes, one, other) || isShared(otherDomain.codes, one, other)) return false;
  if (domain.codes[one] >= 0 && domain.codes[one] === otherDomain.codes[other]) return false;
  if (otherDomain.codes[one] >= 0 && otherDomain.codes[one] === domain.codes[other]) return false;
  const [p, q] = [phone.codes[one], phone.codes[other]];
  if (p >= 0 && q >= 0 && isSamePhone(phone.index.names[p], phone.index.names[q])) return false;
  const rest =
    placeAtMost(one, { other, facts, rarities }) +
    (isShared(facts.birthYear.codes, one, other) ? weights.birthYear.atMost : 0) -
    rarities.base;
  if (nameAtMost(n, m) + rest < score) return true;
  const [x, y] = name.index.names[n] <= name.index.names[m] ? [n, m] : [m, n];
  return compareNames(names.weighed(x), { with: names.weighed(y), kind, base: rarities.base }).weight + rest < score;
}

function isShared(codes: Int32Array, one: number, other: number): boolean {
  return codes[one] >= 0 && codes[one] === codes[other];
}

function placeAtMost(
  one: number,
  { other, facts, rarities }: { other: number } & Pick<WeighedRecords, 'facts' | 'rarities'>,
): number {
  const { street, postcode, city, country } = facts;
  // Beside the street the country may count, too.
  if (isShared(street.codes, one, other))
    return (
      Math.max(
        weights.postcode.atMost,
        rarities.exclusive('street', street.index.names[street.codes[one]]) + weights.street.same,
      ) + weights.country.atMost
    );
  if (isShared(postcode.codes, one, other)) return weights.postcode.atMost;
  if (isShared(city.codes, one, other)) return weights.city.atMost;
  return isShared(country.codes, one, other) ? weights.country.atMost : 0;
}
