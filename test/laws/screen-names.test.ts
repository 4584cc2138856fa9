import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCompanyName } from '../../src/intake/resolve/account-name.js';
import { findAlikeWords } from '../../src/intake/resolve/alike-words.js';
import { compareNames } from '../../src/intake/resolve/compare-names.js';
import { isTypo } from '../../src/intake/resolve/edit-distance.js';
import { createNameBound } from '../../src/intake/resolve/name-at-most.js';
import { NameList } from '../../src/intake/resolve/name-list.js';
import { weighWords } from '../../src/intake/resolve/weigh-words.js';

const word = fc.oneof(
  fc.constantFrom('Osprex', 'Osprax', 'Log', 'Logistics', 'Group', 'Labs', '7', 'Fen', 'Fens', 'Quill', 'Marsh'),
  fc.string({ unit: fc.constantFrom('a', 'b', 'r', 'o'), minLength: 3, maxLength: 10 }),
);
const names = fc.array(
  fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
  { minLength: 2, maxLength: 12 },
);

describe('laws of createNameBound', () => {
  it('no comparison of two names gives more', () => {
    fc.assert(
      fc.property(names, fc.constantFrom('company' as const, 'person' as const), (texts, kind) => {
        const read = new NameList();
        for (const text of texts) {
          const name = readCompanyName(text);
          if (name !== null) read.of(name);
        }
        const base = Math.log(read.length + 20_000);
        const weighed = weighWords({ names: read }, { kind, base });
        const bound = createNameBound(weighed);
        for (let a = 0; a < read.length; a++)
          for (let b = 0; b < read.length; b++) {
            const { weight } = compareNames(weighed.weighed(a), { with: weighed.weighed(b), kind, base });
            expect(bound(a, b)).toBeGreaterThanOrEqual(weight - 1e-9);
          }
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('laws of findAlikeWords', () => {
  it('finds every pair of short words that is one but for a typing error, and no other', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(fc.uniqueArray(short, { maxLength: 40 }), (words) => {
        const expected = words.flatMap((one, b) =>
          words.flatMap((other, a) => (a < b && isTypo(one, other) ? [`${a} ${b}`] : [])),
        );
        expect(
          findAlikeWords(words)
            .map(([a, b]) => `${a} ${b}`)
            .sort(),
        ).toEqual(expected.sort());
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
