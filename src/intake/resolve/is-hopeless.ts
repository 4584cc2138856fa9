import { compareNames } from './compare-names.js';
import { createNameBound } from './name-at-most.js';
import { phoneEnds } from './phone-ends.js';
import { isSamePhone } from './phone-key.js';
import { weights } from './score-pair.js';
import type { WeighedRecords } from './weigh-records.js';

/** What is screened of one record, side by side, so that a record is one look into memory. */
const at = {
  name: 0,
  domain: 1,
  otherDomain: 2,
  email: 3,
  id: 4,
  phone: 5,
  street: 6,
  postcode: 7,
  city: 8,
  country: 9,
  birthYear: 10,
  phoneEnd: 11,
} as const;
const width = 16;

/**
 * Whether two records cannot reach a score, whatever else they say: no key is shared, and name and place at their most are
 * not enough. Most candidates end here, before anything is put into words; it changes no result.
 */
export function createScreen(
  { first, facts, names, rarities }: WeighedRecords,
  { kind, score }: { readonly kind: 'company' | 'person'; readonly score: number },
): (a: number, b: number) => boolean {
  const nameAtMost = createNameBound(names);
  const cells = new Int32Array(first.length * width);
  const put = (place: number, codes: Int32Array) => {
    for (let record = 0; record < first.length; record++) cells[record * width + place] = codes[first[record]];
  };
  for (const field of Object.keys(at) as (keyof typeof at)[])
    put(at[field], field === 'phoneEnd' ? phoneEnds(facts.phone) : facts[field].codes);
  const isShared = (x: number, y: number) => cells[x] >= 0 && cells[x] === cells[y];

  const placeAtMost = (one: number, other: number): number => {
    // Beside the street the country may count, too.
    if (isShared(one + at.street, other + at.street)) {
      const street = facts.street.index.names[cells[one + at.street]];
      const known = Math.max(weights.postcode.atMost, rarities.exclusive('street', street) + weights.street.same);
      return known + weights.country.atMost;
    }
    if (isShared(one + at.postcode, other + at.postcode)) return weights.postcode.atMost;
    if (isShared(one + at.city, other + at.city)) return weights.city.atMost;
    return isShared(one + at.country, other + at.country) ? weights.country.atMost : 0;
  };

  return (a, b) => {
    const [one, other] = [a * width, b * width];
    const [n, m] = [cells[one + at.name], cells[other + at.name]];
    if (n < 0 || m < 0) return false;
    for (let field = at.domain; field <= at.id; field++) if (isShared(one + field, other + field)) return false;
    if (isShared(one + at.domain, other + at.otherDomain) || isShared(one + at.otherDomain, other + at.domain))
      return false;
    const phones = facts.phone.index.names;
    if (
      isShared(one + at.phoneEnd, other + at.phoneEnd) &&
      isSamePhone(phones[cells[one + at.phone]], phones[cells[other + at.phone]])
    )
      return false;
    const born = isShared(one + at.birthYear, other + at.birthYear) ? weights.birthYear.atMost : 0;
    const rest = placeAtMost(one, other) + born - rarities.base;
    if (nameAtMost(n, m) + rest < score) return true;
    const [x, y] = facts.names.keyOf(n) <= facts.names.keyOf(m) ? [n, m] : [m, n];
    return compareNames(names.weighed(x), { with: names.weighed(y), kind, base: rarities.base }).weight + rest < score;
  };
}
