import { generateTable } from '../../../src/demo/generate-table.js';
import { respellCompany } from '../../../src/demo/respell.js';
import { techTitan } from '../../../src/demo/tech-titan.js';
import { places } from '../../../src/demo/words.js';
import { type ResolveTable, resolveTable } from '../../../src/intake/resolve/resolve-table.js';
import type { CategoryColumn, TextColumn } from '../../../src/model/table.js';
import { createRandom, type Random } from '../../../src/stats/random.js';

/** What is known of one row, as it stands in a file. */
interface PlantedRow {
  readonly truth: number;
  readonly table: 0 | 1;
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly email: string;
  readonly phone: string;
  readonly address: string;
  readonly city: string;
  readonly postcode: string;
  readonly country: string;
}

export interface PlantedAccounts {
  readonly tables: readonly ResolveTable[];
  /** The true account of each row, through both tables. */
  readonly truth: Int32Array;
}

const lands: Readonly<Record<string, { tld: string; prefix: string; codes: readonly string[]; form: string }>> = {
  'United States': { tld: 'com', prefix: '+1 415', codes: ['US', 'USA', 'Estados Unidos'], form: 'LLC' },
  'United Kingdom': { tld: 'co.uk', prefix: '+44 20', codes: ['GB', 'UK', 'GBR'], form: 'Ltd' },
  Germany: { tld: 'de', prefix: '+49 89', codes: ['DE', 'Deutschland', 'DEU'], form: 'GmbH' },
  Netherlands: { tld: 'nl', prefix: '+31 20', codes: ['NL', 'Nederland', 'NLD'], form: 'B.V.' },
  Denmark: { tld: 'dk', prefix: '+45 33', codes: ['DK', 'Danmark', 'DNK'], form: 'ApS' },
  Sweden: { tld: 'se', prefix: '+46 8', codes: ['SE', 'Sverige', 'SWE'], form: 'AB' },
  Australia: { tld: 'com.au', prefix: '+61 2', codes: ['AU', 'AUS', 'Australien'], form: 'Pty' },
};
const streets = 'Mill High Church Park Station King Queen Bridge Market Garden River School Castle Forest Lake'.split(
  ' ',
);
const shorter: Readonly<Record<string, string>> = {
  Logistics: 'Log.',
  Systems: 'Sys',
  Technologies: 'Tech',
  Industries: 'Ind.',
  Engineering: 'Eng.',
  Diagnostics: 'Diag.',
  Consulting: 'Consult.',
};

/**
 * Accounts with planted copies and look-alikes: a fifth has one or two copies in another hand (legal form, case,
 * punctuation, typing errors, short words, suffixes, missing and changed cells, in the same or a second system); about
 * eight in a hundred have a look-alike that is another account (subsidiary abroad, same first word, one other letter, same
 * name, same office).
 */
export function plantAccounts({ accounts, seed }: { accounts: number; seed: number }): PlantedAccounts {
  const random = createRandom(seed);
  const { table } = generateTable({ ...techTitan, duplicates: { exact: 0, respelled: 0 } }, { seed, accounts });
  const names = table.columns.find(({ name }) => name === 'company') as TextColumn;
  const countries = table.columns.find(({ name }) => name === 'country') as CategoryColumn;
  const rows: PlantedRow[] = [];
  let truth = 0;
  for (let row = 0; row < accounts; row++) {
    const name = names.labels[names.codes[row]];
    const base = found(name, { country: countries.labels[countries.codes[row]], truth: truth++, random });
    rows.push(hideSome(base, random));
    const copies = random.next() < 0.2 ? 1 + random.int(2) : 0;
    for (let copy = 0; copy < copies; copy++) rows.push(copyOf(base, random));
    if (random.next() < 0.08) rows.push(lookAlike(base, { truth: truth++, random }));
  }
  shuffle(rows, random);
  const sides = [0, 1].map((side) => rows.filter((row) => row.table === side));
  return {
    tables: sides.map((side, at) =>
      resolveTable(at === 0 ? 'crm.csv' : 'billing.csv', {
        fields: {
          ...(at === 0 ? { id: side.map((row) => row.id) } : {}),
          name: side.map((row) => row.name),
          domain: side.map((row) => row.domain),
          email: side.map((row) => row.email),
          phone: side.map((row) => row.phone),
          address: side.map((row) => row.address),
          city: side.map((row) => row.city),
          postcode: side.map((row) => row.postcode),
          country: side.map((row) => row.country),
        },
      }),
    ),
    truth: Int32Array.from(sides.flat(), (row) => row.truth),
  };
}

function found(
  name: string,
  { country, truth, random, domain }: { country: string; truth: number; random: Random; domain?: string },
): PlantedRow {
  const land = lands[country];
  const core = name.split(' ').slice(0, -1).join('-').toLowerCase();
  const site = domain ?? `${core}.${random.next() < 0.5 ? 'com' : land.tld}`;
  const city = random.int(places.length);
  return {
    truth,
    table: 0,
    id: `A${truth}`,
    name,
    domain: site,
    email: `${pick(['info', 'sales', 'office'], random)}@${site}`,
    phone: `${land.prefix} ${1000 + random.int(9000)} ${1000 + random.int(9000)}`,
    address: `${1 + random.int(200)} ${streets[random.int(streets.length)]} Street`,
    city: places[city],
    postcode: String(10_000 + city * 100 + random.int(30)),
    country,
  };
}

/** Not all that is true of an account stands in the file. */
function hideSome(row: PlantedRow, random: Random): PlantedRow {
  const keep = (text: string, share: number) => (random.next() < share ? text : '');
  return {
    ...row,
    domain: keep(row.domain, 0.85),
    email: keep(random.next() < 0.2 ? `someone${row.truth}@gmail.com` : row.email, 0.4),
    phone: keep(row.phone, 0.7),
    address: keep(row.address, 0.6),
    city: keep(row.city, 0.8),
    postcode: keep(row.postcode, 0.6),
    country: keep(row.country, 0.92),
  };
}

function copyOf(base: PlantedRow, random: Random): PlantedRow {
  const moved = random.next() < 0.05 ? random.int(places.length) : -1;
  const shown = hideSome(
    {
      ...base,
      phone: random.next() < 0.1 ? base.phone.replace(/\d{4}$/, String(1000 + random.int(9000))) : base.phone,
      ...(moved < 0 ? {} : { city: places[moved], postcode: String(10_000 + moved * 100), address: '' }),
    },
    random,
  );
  const inSecond = random.next() < 0.6;
  return {
    ...shown,
    table: inSecond ? 1 : 0,
    id: `A${1_000_000 + random.int(1e9)}`,
    name: respell(base.name, random),
    domain: pick(
      [shown.domain, shown.domain && `https://www.${shown.domain}/`, '', shown.domain.toUpperCase()],
      random,
    ),
    phone: pick([shown.phone, shown.phone.replaceAll(' ', ''), shown.phone.replaceAll(' ', '-')], random),
    address: pick([shown.address, shown.address.replace('Street', 'St.')], random),
    city: pick([shown.city, shown.city.toUpperCase()], random),
    country: shown.country === '' ? '' : pick([shown.country, ...lands[base.country].codes], random),
  };
}

function respell(name: string, random: Random): string {
  const words = name.split(' ');
  switch (random.int(10)) {
    case 0:
    case 1:
      return [typo(words[0], random), ...words.slice(1)].join(' ');
    case 2:
      return words.map((word) => shorter[word] ?? word).join(' ');
    case 3:
      return [...words.slice(0, -1), pick(['Group', 'International', 'Holding'], random), words.at(-1)].join(' ');
    case 4:
      return words.slice(0, -1).join(random.next() < 0.5 ? '' : ' ');
    default:
      return respellCompany(name, random.int(5));
  }
}

function typo(word: string, random: Random): string {
  const at = 1 + random.int(word.length - 2);
  switch (random.int(3)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + word[at] + word.slice(at);
    default:
      return word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1);
  }
}

function lookAlike(base: PlantedRow, { truth, random }: { truth: number; random: Random }): PlantedRow {
  const words = base.name.split(' ');
  const [first, middle] = [words[0], words.slice(1, -1)];
  const others = Object.keys(lands).filter((land) => land !== base.country);
  const make = (name: string, country: string, domain?: string) =>
    found(name, { country, truth, random, ...(domain === undefined ? {} : { domain }) });
  switch (random.int(6)) {
    case 0: {
      const country = pick(others, random);
      return hideSome(make([first, ...middle, lands[country].form].join(' '), country, base.domain), random);
    }
    case 1: {
      const country = pick(others, random);
      const site = `${[first, ...middle].join('-').toLowerCase()}.${lands[country].tld}`;
      return hideSome(make([first, ...middle, lands[country].form].join(' '), country, `my${site}`), random);
    }
    case 2:
      return hideSome(
        make(
          [first, pick(['Ventures', 'Forestry', 'Fisheries', 'Optics'], random), words.at(-1)].join(' '),
          base.country,
        ),
        random,
      );
    case 3: {
      // Another company whose first word has one other letter: its own site is known, as that of most companies is.
      const at = 1 + random.int(first.length - 1);
      const other =
        first.slice(0, at) +
        pick(
          [...'aeioulnrst'].filter((letter) => letter !== first[at]),
          random,
        ) +
        first.slice(at + 1);
      return hideSome(make([other, ...words.slice(1)].join(' '), base.country), random);
    }
    case 4:
      return { ...make(base.name, base.country, `${first.toLowerCase()}-online.com`), email: '' };
    default: {
      const office = make([`${pick(places, random)}${truth}`, ...words.slice(1)].join(' '), base.country);
      return { ...office, address: base.address, city: base.city, postcode: base.postcode, phone: base.phone };
    }
  }
}

function pick<T>(from: readonly T[], random: Random): T {
  return from[random.int(from.length)];
}

function shuffle<T>(items: T[], random: Random): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    [items[i], items[j]] = [items[j], items[i]];
  }
}
