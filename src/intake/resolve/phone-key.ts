import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';

/**
 * A telephone number as it is compared: `+4989123456`; `~89123456` where its country is not known; null where it is none
 * (fewer than six digits, or one digit again and again, as in `000000`).
 * @param country two letters, or null.
 */
export function phoneKey(text: string, country: string | null): string | null {
  const plain = readPlain(text);
  if (plain !== null) return plain;
  const bare = text.replace(/(?:ext|extension|x|#|durchwahl)\.?\s*\d{1,6}\s*$/i, '').trim();
  const digits = bare.replace(/\D/g, '');
  if (digits.length < 6 || digits.length > 17 || /^0*(\d)\1*$/.test(digits)) return null;
  // Whole numbers need no table of countries, and parsing is what takes time.
  if (/^\+[\d\s().\-/]+$/.test(bare)) return `+${bare.replace(/\(0\)/, '').replace(/\D/g, '')}`;
  if (/^00[1-9]/.test(digits)) return `+${digits.slice(2)}`;
  if (country !== null && isSupportedCountry(country)) {
    const parsed = parsePhoneNumberFromString(bare, country as CountryCode);
    if (parsed?.isPossible()) return parsed.number;
  }
  return `~${digits.replace(/^0+/, '')}`;
}

/** `+49 89-123456`, which is most of them, digit by digit; null for everything else, and no verdict on it. */
function readPlain(text: string): string | null {
  if (text.charCodeAt(0) !== 43) return null;
  let digits = '';
  let start = -1;
  for (let at = 1; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 32;
    if (code >= 48 && code <= 57) {
      if (start < 0) start = at;
      continue;
    }
    if (code !== 32 && code !== 45 && code !== 46) return null;
    if (start >= 0) digits += text.substring(start, at);
    start = -1;
  }
  return digits.length < 6 || digits.length > 17 || /^0*(\d)\1*$/.test(digits) ? null : `+${digits}`;
}

/** Whether two keys can be one number: the same, or one without country code at the end of the other. */
export function isSamePhone(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a[0] === '~' ? [a, b] : [b, a];
  return short[0] === '~' && short.length > 7 && long.endsWith(short.slice(1));
}
