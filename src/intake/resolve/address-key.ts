import { foldWords } from './fold-text.js';

const streetWords: Readonly<Record<string, string>> = {
  street: 'st',
  str: 'st',
  strasse: 'st',
  road: 'rd',
  avenue: 'ave',
  av: 'ave',
  avenida: 'ave',
  boulevard: 'blvd',
  bd: 'blvd',
  drive: 'dr',
  lane: 'ln',
  place: 'pl',
  square: 'sq',
  court: 'ct',
  suite: 'ste',
  floor: 'fl',
  building: 'bldg',
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
};

/** A street address as it is compared: folded, usual words cut short, `Hauptstraße 5` and `Hauptstr. 5` alike; null without a number. */
export function addressKey(text: string): string | null {
  const words = foldWords(text)
    .map((word) => word.replace(/(\p{L}{3,})(?:strasse|str)$/u, '$1st'))
    .map((word) => streetWords[word] ?? word);
  if (!words.some((word) => /\d/.test(word)) || words.length < 2) return null;
  return words.join(' ');
}

/** A postal code as it is compared: `SW1A 1AA` is `sw1a1aa`, `94107-1234` is `94107`. */
export function postcodeKey(text: string): string | null {
  const key = foldWords(text.trim().replace(/^(\d{5})-\d{4}$/, '$1')).join('');
  return key.length < 3 ? null : key;
}
