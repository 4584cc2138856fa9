import { type ResolveTable, resolveTable } from '../../../src/intake/resolve/resolve-table.js';
import { createRandom, type Random } from '../../../src/stats/random.js';

interface Row {
  readonly name: string;
  readonly domain?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly city?: string;
  readonly postcode?: string;
  readonly country?: string;
  readonly birthYear?: string;
}

export interface HardKind {
  readonly kind: string;
  /** Whether the two rows of each pair are one account. */
  readonly isOne: boolean;
  readonly of: 'company' | 'person';
}

export interface HardPairs {
  readonly table: ResolveTable;
  /** For each kind its pairs of rows. */
  readonly pairs: ReadonlyMap<HardKind, readonly { readonly a: number; readonly b: number }[]>;
}

type Make = (random: Random, at: number) => readonly [Row, Row];

const kinds: readonly (HardKind & { readonly make: Make })[] = [
  company('abbreviated words', true, (random) => {
    const [one, two, trade] = words(random);
    const base = place(`${one} ${two} ${trade} Limited`, random);
    return [base, { ...base, name: `${one} ${two} ${trade.slice(0, 4)}. Ltd`, phone: '', address: '' }];
  }),
  company('initials, same site', true, (random) => {
    const [one, two, trade] = words(random);
    const base = place(`${one} ${two} ${trade} Inc`, random);
    return [base, { ...base, name: `${one[0]}${two[0]}${trade[0]}`, phone: '', address: '' }];
  }),
  company('letters transposed, same city', true, (random) => {
    const [one, two, trade] = words(random);
    const base = { ...place(`${one} ${two} ${trade}`, random), domain: '' };
    return [base, { ...base, name: `${swap(one, random)} ${two} ${trade}`, phone: '', address: '' }];
  }),
  company('words merged', true, (random) => {
    const [one, two, trade] = words(random);
    const base = place(`${one} ${two} ${trade}`, random);
    return [base, { name: `${one}${two}${trade}`, country: base.country ?? '' }];
  }),
  company('legal form in another language', true, (random) => {
    const [one, two] = words(random);
    const base = place(`${one} ${two} GmbH`, random);
    const forms = ['Gesellschaft mit beschränkter Haftung', 'G.m.b.H.', 'gmbh', 'Ges.m.b.H.'];
    return [base, { name: `${one} ${two} ${forms[random.int(forms.length)]}`, city: base.city ?? '' }];
  }),
  company('moved, same site', true, (random) => {
    const [one, two, trade] = words(random);
    const base = place(`${one} ${two} ${trade}`, random);
    return [base, { ...place(base.name, random), domain: base.domain ?? '', country: base.country ?? '' }];
  }),
  company('accents and ampersand', true, (random) => {
    const [one, two] = words(random);
    const base = place(`${one.replace(/[eao]/, 'é')} & ${two} S.A.`, random);
    return [base, { name: `${one.replace(/[eao]/, 'e')} and ${two} SA`, city: base.city ?? '' }];
  }),
  company('phone of a holding, other names', false, (random) => {
    const [one, two, trade] = words(random);
    const [three, four, other] = words(random);
    const base = place(`${one} ${two} ${trade}`, random);
    return [base, { ...place(`${three} ${four} ${other}`, random), phone: base.phone ?? '' }];
  }),
  company('same name, other cities, other sites', false, (random, at) => {
    const [one, , trade] = words(random);
    const base = { ...place(`${one} ${trade}`, random), city: 'Berlin' };
    return [base, { ...place(`${one} ${trade}`, random), city: 'Bonn', domain: `${one}${at}.net`.toLowerCase() }];
  }),
  company('same name, other cities, no site', false, (random) => {
    const [one, , trade] = words(random);
    const base = { ...place(`${one} ${trade}`, random), city: 'Berlin', domain: '' };
    return [base, { ...place(`${one} ${trade}`, random), city: 'Bonn', domain: '' }];
  }),
  company('branches of a franchise, one site', false, (random) => {
    const [one, two] = words(random);
    const base = place(`${one} ${two} Mitte`, random);
    const other = place(`${one} ${two} Süd`, random);
    return [
      { ...base, name: `${one} ${two} Berlin`, city: 'Berlin' },
      { ...other, name: `${one} ${two} Bonn`, city: 'Bonn', domain: base.domain ?? '' },
    ];
  }),
  company('addresses at a free provider', false, (random) => {
    const [one, two, trade] = words(random);
    const [three, four, other] = words(random);
    const base = { ...place(`${one} ${two} ${trade}`, random), domain: '', email: `${one}@gmail.com`.toLowerCase() };
    return [
      base,
      { ...place(`${three} ${four} ${other}`, random), domain: '', email: `${three}@gmail.com`.toLowerCase() },
    ];
  }),
  person('same name, other city and birth', false, (random) => {
    const name = `${first(random)} ${last(random)}`;
    return [human(name, random), human(name, random)];
  }),
  person('same name, nothing else', false, (random) => {
    const name = `${first(random)} ${last(random)}`;
    return [{ name }, { name }];
  }),
  person('same person, other address', true, (random, at) => {
    const base = { ...human(`${first(random)} ${last(random)}`, random), email: `p${at}@gmail.com` };
    return [base, { ...human(base.name, random), email: base.email, birthYear: base.birthYear ?? '' }];
  }),
  person('same person, name turned round', true, (random, at) => {
    const [given, family] = [first(random), last(random)];
    const base = { ...human(`${given} ${family}`, random), email: `q${at}@web.de` };
    return [base, { name: `${family}, ${given}`, phone: base.phone ?? '', city: base.city ?? '' }];
  }),
];

/** Pairs of rows of one kind of account, `each` of every kind, among `others` that have nothing to do with them. */
export function hardPairs(of: HardKind['of'], about: { each: number; others: number; seed: number }): HardPairs {
  const random = createRandom(about.seed);
  const rows: Row[] = [];
  const pairs = new Map<HardKind, { a: number; b: number }[]>();
  for (const { make, ...kind } of kinds.filter((one) => one.of === of)) {
    const own: { a: number; b: number }[] = [];
    for (let at = 0; at < about.each; at++) {
      own.push({ a: rows.length, b: rows.length + 1 });
      rows.push(...make(random, rows.length));
    }
    pairs.set(kind, own);
  }
  for (let at = 0; at < about.others; at++)
    rows.push(
      of === 'company' ? place(words(random).join(' '), random) : human(`${first(random)} ${last(random)}`, random),
    );
  const cells = (field: keyof Row) => rows.map((row) => row[field] ?? '');
  const names = ['name', 'domain', 'email', 'phone', 'address', 'city', 'postcode', 'country', 'birthYear'] as const;
  const fields = Object.fromEntries(names.map((name) => [name, cells(name)]));
  return { table: resolveTable('crm.csv', { fields }), pairs };
}

function company(kind: string, isOne: boolean, make: Make): HardKind & { make: Make } {
  return { kind, isOne, of: 'company', make };
}

function person(kind: string, isOne: boolean, make: Make): HardKind & { make: Make } {
  return { kind, isOne, of: 'person', make };
}

function place(name: string, random: Random): Row {
  const city = cities[random.int(cities.length)];
  return {
    name,
    domain: `${name.split(' ').slice(0, 2).join('').replace(/\W/g, '')}.com`.toLowerCase(),
    phone: `+49 ${30 + random.int(60)} ${100000 + random.int(899999)}`,
    address: `${last(random)}straße ${1 + random.int(180)}`,
    city,
    postcode: String(10_000 + random.int(80_000)),
    country: 'Germany',
  };
}

function human(name: string, random: Random): Row {
  return { ...place(name, random), domain: '', birthYear: String(1940 + random.int(65)) };
}

function words(random: Random): [string, string, string] {
  return [coined(random), coined(random), trades[random.int(trades.length)]];
}

/** A word that sounds like a name: 22,000 of them and more. */
function coined(random: Random): string {
  const pick = (from: readonly string[]) => from[random.int(from.length)];
  const word = pick(starts) + pick(middles) + pick(ends);
  return word[0].toUpperCase() + word.slice(1);
}

function swap(word: string, random: Random): string {
  const at = 1 + random.int(word.length - 2);
  return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
}

function first(random: Random): string {
  return given[random.int(given.length)];
}

function last(random: Random): string {
  return coined(random);
}

const starts =
  'bar bel bra cal cor dal der fal fen gar gol har hol jor kel kor lan lor mar mel nor oster pel quin ral ros sal sten tal tor ul van ver wal wil yar zel'.split(
    ' ',
  );
const middles = 'a e i o u ba da en er il in mo na no ri sa ti va ve vi'.split(' ');
const ends =
  'berg bert bury den dor field ford gate ham kamp land ley lin low man mark mont ner nik rick sen son stad stein ton vik ville wald wick wood'.split(
    ' ',
  );
const trades = 'Logistics Systems Industries Engineering Diagnostics Consulting Foods Textiles Robotics Energy'.split(
  ' ',
);
const cities =
  'Berlin Hamburg München Köln Frankfurt Stuttgart Dortmund Essen Leipzig Bremen Dresden Hannover Nürnberg Bochum Bonn Münster Mannheim Augsburg Kiel Aachen'.split(
    ' ',
  );
const given =
  'Anna Bernd Clara David Emma Felix Greta Hannes Ida Jonas Klara Lukas Marie Nils Olga Paul Rosa Sven Tina Uwe'.split(
    ' ',
  );
