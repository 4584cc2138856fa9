import type { Profile } from '../model/profile.js';

/**
 * The profile with every string made safe to show: names come from customers' files. Control characters (a terminal would
 * obey them), direction overrides and invisible characters (a reader would be misled) become `�`; line breaks and tabs a space.
 */
export function cleanProfile(profile: Profile): Profile {
  return cleanValue(profile) as Profile;
}

export function cleanText(text: string): string {
  return text.replace(/[\r\n\t\u2028\u2029]+/gu, ' ').replace(hidden, '\ufffd');
}

const hidden =
  /[\p{Cc}\p{Cs}\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanValue);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleanValue(inner)]));
}
