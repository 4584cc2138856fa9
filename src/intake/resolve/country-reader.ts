import countries from 'i18n-iso-countries';
import { foldText } from './fold-text.js';

/** What the ISO list has no name for. */
const more: Readonly<Record<string, string>> = {
  uk: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  usa: 'US',
  'u s a': 'US',
  'u s': 'US',
  america: 'US',
  holland: 'NL',
  'the netherlands': 'NL',
  uae: 'AE',
  korea: 'KR',
};

/**
 * A reader of country cells: ISO codes of two or three letters, and names in all languages of the ISO list; null where
 * it is none. Other languages than English take some time to look through, and are so once, when a name asks for it.
 */
export function createCountryReader(): (text: string) => string | null {
  const known = new Map<string, string>(Object.entries(more));
  const learn = (language: string) => {
    for (const [code, names] of Object.entries(countries.getNames(language, { select: 'all' }))) {
      for (const name of names) {
        const key = plain(name);
        if (key !== '' && !known.has(key)) known.set(key, code);
      }
    }
  };
  let isComplete = false;
  for (const [three, two] of Object.entries(countries.getAlpha3Codes())) known.set(three.toLowerCase(), two);
  for (const two of Object.keys(countries.getAlpha2Codes())) known.set(two.toLowerCase(), two);
  learn('en');
  return (text) => {
    const key = plain(text);
    const code = known.get(key);
    if (code !== undefined || isComplete || key === '') return code ?? null;
    for (const language of countries.langs()) learn(language);
    isComplete = true;
    return known.get(key) ?? null;
  };
}

function plain(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
