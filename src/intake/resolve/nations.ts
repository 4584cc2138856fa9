import { getCountries, getCountryCallingCode } from 'libphonenumber-js';

/** Where a legal form is at home, as two-letter countries; forms that are not here say nothing. */
const homes: Readonly<Record<string, string>> = {
  inc: 'US CA PH JP KR TW',
  llc: 'US AE EG OM QA GE',
  llp: 'US GB IE IN SG AU CA',
  lp: 'US GB CA',
  ltd: 'GB IE IN CN HK JP KR IL NZ NG KE TH BD PK TW CY MT CA ZA BG GR',
  plc: 'GB IE MT CY GR',
  pty: 'AU ZA BW NA',
  pte: 'SG FJ',
  gmbh: 'DE AT CH LI LU',
  gmbhcokg: 'DE AT',
  ag: 'DE AT CH LI LU',
  kg: 'DE AT CH',
  kgaa: 'DE',
  ohg: 'DE',
  ug: 'DE',
  gbr: 'DE',
  ev: 'DE',
  sas: 'FR CO IT MX MA',
  sarl: 'FR LU CH BE MA TN LB MC',
  srl: 'IT RO ES AR BE MD MX UY',
  spa: 'IT CL DZ',
  sl: 'ES AD',
  sadecv: 'MX SV HN',
  ltda: 'BR CL CO PT EC BO CR',
  lda: 'PT AO MZ',
  bv: 'NL BE CW',
  nv: 'NL BE CW SR',
  vof: 'NL BE',
  oy: 'FI',
  oyj: 'FI',
  ab: 'SE FI AX',
  as: 'NO DK CZ SK TR EE',
  asa: 'NO',
  aps: 'DK GL',
  spzoo: 'PL',
  sro: 'CZ SK',
  kft: 'HU',
  zrt: 'HU',
  ood: 'BG',
  eood: 'BG',
  ooo: 'RU BY',
  oao: 'RU BY',
  pao: 'RU',
  kk: 'JP',
  gk: 'JP',
  pt: 'ID',
  tbk: 'ID',
  bhd: 'MY BN',
  sdn: 'MY BN',
};

/** What is known of the country that a row is in; null is nothing. */
export interface Nations {
  /** By the country cell, else by the phone. */
  readonly place: ReadonlySet<string> | null;
  /** By the legal form. */
  readonly form: ReadonlySet<string> | null;
}

/** A reader of countries from what rows say; make one for all rows. */
export function createNationReader(): (about: {
  readonly country: string | null;
  readonly phone: string | null;
  readonly form: string | null;
}) => Nations {
  const byCode = new Map<string, Set<string>>();
  for (const country of getCountries()) {
    const code = getCountryCallingCode(country);
    const set = byCode.get(code) ?? new Set<string>();
    byCode.set(code, set.add(country));
  }
  const byCountry = new Map<string, ReadonlySet<string>>();
  const byForm = new Map(Object.entries(homes).map(([form, list]) => [form, new Set(list.split(' '))] as const));
  const only = (country: string) => {
    const set = byCountry.get(country) ?? new Set([country]);
    byCountry.set(country, set);
    return set;
  };
  return ({ country, phone, form }) => ({
    place: country !== null ? only(country) : phone?.startsWith('+') ? byCallingCode(phone, byCode) : null,
    form: form === null ? null : (byForm.get(form) ?? null),
  });
}

/** Whether two rows must be in different countries: by their places, their legal forms, or one's place and the other's form. */
export function isAbroad(a: Nations, b: Nations): boolean {
  if (a.place !== null && b.place !== null) return isDisjoint(a.place, b.place);
  return isDisjoint(a.form ?? a.place, b.form ?? b.place);
}

function isDisjoint(a: ReadonlySet<string> | null, b: ReadonlySet<string> | null): boolean {
  if (a === null || b === null || a === b) return false;
  for (const country of a) if (b.has(country)) return false;
  return true;
}

function byCallingCode(phone: string, byCode: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> | null {
  for (let size = 1; size <= 3; size++) {
    const found = byCode.get(phone.slice(1, 1 + size));
    if (found !== undefined) return found;
  }
  return null;
}
