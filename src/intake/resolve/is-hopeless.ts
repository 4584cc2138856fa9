import type { AccountRecord } from './account-record.js';
import { compareNames } from './compare-names.js';
import { isSamePhone } from './phone-key.js';
import { type ScoreContext, weights } from './score-pair.js';
import type { Rarities } from './weigh-records.js';

/**
 * Whether two records cannot reach a score, whatever else they say: no key is shared, and name and place at their most are
 * not enough. Most candidates end here, before anything is put into words; it changes no result.
 */
export function isHopeless(
  one: AccountRecord,
  other: AccountRecord,
  { kind, rarities, score }: ScoreContext & { readonly score: number },
): boolean {
  const [a, b] = one.key <= other.key ? [one, other] : [other, one];
  if (a.weighed === null || b.weighed === null) return false;
  if (a.id !== null && a.id === b.id) return false;
  if (a.email !== null && a.email === b.email) return false;
  if (a.phone !== null && b.phone !== null && isSamePhone(a.phone, b.phone)) return false;
  if (a.domains.some((domain) => b.domains.includes(domain))) return false;
  const place = placeAtMost(a, b, rarities);
  const born = a.birthYear !== null && a.birthYear === b.birthYear ? weights.birthYear.atMost : 0;
  const name = compareNames(a.weighed, { with: b.weighed, kind, base: rarities.base }).weight;
  return name + place + born - rarities.base < score;
}

function placeAtMost(a: AccountRecord, b: AccountRecord, rarities: Rarities): number {
  // Beside the street the country may count, too.
  if (a.street !== null && a.street === b.street)
    return (
      Math.max(weights.postcode.atMost, rarities.exclusive('street', a.street) + weights.street.same) +
      weights.country.atMost
    );
  if (a.postcode !== null && a.postcode === b.postcode) return weights.postcode.atMost;
  if (a.city !== null && a.city === b.city) return weights.city.atMost;
  return a.country !== null && a.country === b.country ? weights.country.atMost : 0;
}
