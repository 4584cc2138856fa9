import { describe, expect, it } from 'vitest';
import { cleanProfile, cleanText } from '../../src/report/clean-profile.js';
import { publishable } from './example-profiles.js';
import { hostileProfile } from './hostile-profile.js';

describe('cleanText', () => {
  it('takes the commands out of terminal sequences', () => {
    expect(cleanText('\u001b[31mred\u001b[0m')).toBe('�[31mred�[0m');
  });
  it('makes line breaks and tabs a space', () => {
    expect(cleanText('a\r\nb\tc\u2028d')).toBe('a b c d');
  });
  it('shows direction overrides and invisible characters', () => {
    expect(cleanText('a\u202eb\u200bc\ud800')).toBe('a�b�c�');
  });
  it('leaves every script and emoji alone', () => {
    const text = 'Zürich 東京 مرحبا 👩‍💻 naïve';
    expect(cleanText(text)).toBe(text);
  });
});

describe('cleanProfile', () => {
  it('leaves a profile without such characters as it is', () => {
    expect(cleanProfile(publishable)).toEqual(publishable);
  });
  it('reaches every string', () => {
    expect(JSON.stringify(cleanProfile(hostileProfile()))).not.toMatch(/\\u001b|\\u0007|\u202e|\\n|\\ud800/);
  });
});
