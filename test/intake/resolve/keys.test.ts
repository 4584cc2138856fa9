import { describe, expect, it } from 'vitest';
import { domainKey } from '../../../src/intake/domain-key.js';
import { readCompanyName, readPersonName } from '../../../src/intake/resolve/account-name.js';
import { addressKey, postcodeKey } from '../../../src/intake/resolve/address-key.js';
import { createCountryReader } from '../../../src/intake/resolve/country-reader.js';
import { isSamePhone, phoneKey } from '../../../src/intake/resolve/phone-key.js';

describe('domainKey', () => {
  it('is what one company registered', () => {
    expect(domainKey('https://www.shop.acme.co.uk:8080/x?y#z')).toBe('acme.co.uk');
    expect(domainKey('Jo@Mail.Acme.DE')).toBe('acme.de');
    expect(domainKey('acme.github.io')).toBe('acme.github.io');
    expect(['gmail.com', 'a@web.de', 'linkedin.com/company/x', '10.0.0.1', 'n/a', ''].map(domainKey)).toEqual(
      Array(6).fill(null),
    );
  });
});

describe('readCompanyName', () => {
  it('splits the legal form off', () => {
    expect(readCompanyName('ACME Co., Ltd.')).toEqual({ words: ['acme'], compact: 'acme', form: 'ltd' });
    expect(readCompanyName('Rossi S.p.A.')?.form).toBe('spa');
    expect(readCompanyName('OOO Romashka')).toEqual({ words: ['romashka'], compact: 'romashka', form: 'ooo' });
    expect(readCompanyName('Müller & Söhne GmbH & Co. KG')).toEqual({
      words: ['muller', 'sohne'],
      compact: 'mullersohne',
      form: 'gmbhcokg',
    });
    expect(readCompanyName('AB')?.words).toEqual(['ab']);
    expect([readCompanyName('unknown'), readCompanyName('-'), readCompanyName('')]).toEqual([null, null, null]);
  });

  it('keeps names of other scripts', () => {
    expect(readCompanyName('株式会社トヨタ')?.compact.length).toBeGreaterThan(2);
    expect(readCompanyName('ООО Ромашка')?.words).toEqual(['ооо', 'ромашка']);
  });
});

describe('readPersonName', () => {
  it('does not mind order and titles', () => {
    expect(readPersonName('Dr. Ada Lovelace')).toEqual(readPersonName('LOVELACE, Ada'));
  });
});

describe('phoneKey', () => {
  it('is one form for one number', () => {
    expect(phoneKey('(415) 555-2671 ext. 3', 'US')).toBe('+14155552671');
    expect(phoneKey('0049 89 1234567', null)).toBe('+49891234567');
    expect(phoneKey('089 1234567', null)).toBe('~891234567');
    expect([phoneKey('000000000', 'US'), phoneKey('n/a', null), phoneKey('123', 'US')]).toEqual([null, null, null]);
    expect(isSamePhone('~891234567', '+49891234567')).toBe(true);
    expect(isSamePhone('~891234567', '+49891234568')).toBe(false);
  });
});

describe('addressKey', () => {
  it('shortens what is written in two ways', () => {
    expect(addressKey('Hauptstraße 5')).toBe(addressKey('HAUPTSTR. 5'));
    expect(addressKey('5 Mill Street')).toBe('5 mill st');
    expect(addressKey('Mill Street')).toBe(null);
    expect([postcodeKey('SW1A 1AA'), postcodeKey('94107-1234')]).toEqual(['sw1a1aa', '94107']);
  });
});

describe('createCountryReader', () => {
  it('knows codes and names in many languages', () => {
    const read = createCountryReader();
    expect(
      ['DE', 'deu', 'Deutschland', 'Allemagne', 'U.S.A.', 'The Netherlands', 'UK', 'España', 'Mars'].map(read),
    ).toEqual([...['DE', 'DE', 'DE', 'DE', 'US', 'NL', 'GB', 'ES'], null]);
  });
});
