import type { AccountFacts, AccountRecord, WeighedName, Word } from './account-record.js';
import { commonWords, suffixWords } from './business-words.js';

/** How often values occur, which decides what agreeing on them is worth. */
export interface Rarities {
  /** Natural log of the number of accounts that the data are thought to come from. */
  readonly base: number;
  /** Natural log-odds by which sharing this value, that is meant to be one account's, speaks for one account. */
  exclusive(field: 'domain' | 'email' | 'phone' | 'street', value: string): number;
  /** The same for values that many accounts share by their nature. */
  shared(field: 'postcode' | 'city' | 'country' | 'birthYear', value: string): number;
  /** How many web domains (their labels) stand beside this name. */
  domainCount(name: WeighedName): number;
}

/**
 * However short the list is, its accounts come from a world of others: rare in a list of ten is not yet rare. That many
 * others are supposed to stand around it.
 */
const background = 20_000;
/** In that world, a usual word of business stands in so many names. */
const commonCount = 200;

/** Joins rows that are alike in all that is compared into records, sorted by what they say, and counts what is rare. */
export function weighRecords(
  facts: readonly AccountFacts[],
  { kind }: { readonly kind: 'company' | 'person' },
): { readonly records: readonly AccountRecord[]; readonly rarities: Rarities } {
  const grouped = groupAlike(facts, kind);
  const base = Math.log(grouped.length + background);
  const weigh = createWeigher(
    grouped.map(([first]) => first),
    { kind, base },
  );
  const records = grouped.map((rows): AccountRecord => {
    const first = rows[0];
    return { ...first, key: keyOf(first), rows: rows.map(({ row }) => row), weighed: weigh(first) };
  });
  records.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.row - b.row));
  return { records, rarities: countRarities(records, base) };
}

function groupAlike(facts: readonly AccountFacts[], kind: 'company' | 'person'): AccountFacts[][] {
  const groups = new Map<string, AccountFacts[]>();
  const alone: AccountFacts[][] = [];
  for (const fact of facts) {
    if (!isIdentified(fact, kind)) {
      alone.push([fact]);
      continue;
    }
    const key = keyOf(fact);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [fact]);
    else group.push(fact);
  }
  return [...groups.values(), ...alone];
}

/** Whether a row says enough for its repeat to be the same account: two people of one name and no more may be two. */
function isIdentified(fact: AccountFacts, kind: 'company' | 'person'): boolean {
  if (fact.id !== null || fact.email !== null || fact.phone !== null || fact.domains.length > 0) return true;
  return fact.name !== null && (kind === 'company' || fact.birthYear !== null || fact.postcode !== null);
}

function keyOf(fact: AccountFacts): string {
  const id = fact.id === null ? '' : `${fact.system}\u0001${fact.id}`;
  const words = fact.name === null ? '' : `${fact.name.words.join(' ')} ${fact.name.compact}`;
  const place = [fact.street, fact.postcode, fact.city, fact.country, fact.birthYear];
  const cells = [words, fact.name?.form, fact.domains.join(' '), fact.email, fact.phone, ...place, id];
  return cells.map((cell) => cell ?? '').join('\u0000');
}

function createWeigher(
  facts: readonly AccountFacts[],
  { kind, base }: { kind: 'company' | 'person'; base: number },
): (fact: AccountFacts) => WeighedName | null {
  const names = new Map<string, readonly string[]>();
  for (const { name } of facts) if (name !== null) names.set(name.words.join(' '), name.words);
  const counts = new Map<string, number>();
  for (const words of names.values()) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weighed = new Map<string, Word>();
  const wordOf = (text: string): Word => {
    const known = weighed.get(text);
    if (known !== undefined) return known;
    const count = counts.get(text) ?? 1;
    const isCommon = kind === 'company' && (commonWords.has(text) || text.length < 2);
    const weight = Math.max(0, base - Math.log(count + (isCommon ? commonCount : 0)));
    const word = {
      text,
      count,
      // Names of people repeat in the world more than in a list.
      weight: kind === 'person' ? Math.min(5, weight) : weight,
      isNumber: /\d/.test(text),
      isSuffix: kind === 'company' && suffixWords.has(text),
    };
    weighed.set(text, word);
    return word;
  };
  const made = new Map<string, WeighedName>();
  return ({ name }) => {
    if (name === null) return null;
    const key = `${name.compact} ${name.words.join(' ')}`;
    let result = made.get(key);
    if (result === undefined) {
      result = { compact: name.compact, words: name.words.map(wordOf) };
      made.set(key, result);
    }
    return result;
  };
}

const counted = ['email', 'phone', 'street', 'postcode', 'city', 'country', 'birthYear'] as const;

function countRarities(records: readonly AccountRecord[], base: number): Rarities {
  // Values are counted by different names, not by rows: copies of one account must not make its own address look common.
  const owners = {
    domain: new Owners(),
    email: new Owners(),
    phone: new Owners(),
    street: new Owners(),
    postcode: new Owners(),
    city: new Owners(),
    country: new Owners(),
    birthYear: new Owners(),
  };
  const labels = new Owners();
  for (const record of records) {
    const owner = record.weighed?.compact ?? '';
    for (const domain of record.domains) {
      owners.domain.add(domain, owner);
      if (owner !== '') labels.add(owner, domain.slice(0, domain.indexOf('.')));
    }
    for (const field of counted) {
      const value = record[field];
      if (value !== null) owners[field].add(value, owner);
    }
  }
  const spread = { postcode: 100, city: 40, country: 3, birthYear: 60 };
  return {
    base,
    exclusive: (field, value) => base - Math.log(Math.max(1, owners[field].count(value))),
    shared: (field, value) => {
      const count = Math.max(1, owners[field].count(value));
      return -Math.log((count + 1) / (Math.max(records.length, count) + spread[field]));
    },
    domainCount: (name) => labels.count(name.compact),
  };
}

/** How many different owners each value has; most have one, which needs no set. */
class Owners {
  private readonly found = new Map<string, string | Set<string>>();

  add(value: string, owner: string): void {
    const known = this.found.get(value);
    if (known === undefined) this.found.set(value, owner);
    else if (typeof known !== 'string') known.add(owner);
    else if (known !== owner) this.found.set(value, new Set([known, owner]));
  }

  count(value: string): number {
    const known = this.found.get(value);
    return known === undefined ? 0 : typeof known === 'string' ? 1 : known.size;
  }
}
