import { windows1252ToUtf8 } from '../transcode.js';
import type { Language, SingleByteEncoding } from './letter-tables.js';

/** Shares of what a text is made of: letters of its own, ASCII letters among or beside them, signs. */
const [latinOwn, scriptOwn, scriptAscii, sign] = [0.1, 0.95, 0.01, 0.02] as const;
const signs = '’‘“”–—…€£§°«»©®™·•²³½¼ªº¿¡´±×\u00a0„‚‹›№฿';
/** What may stand between letters. */
const inner = '’‘´·–';
/** A letter that the language does not have, a sign amid letters, a byte without meaning. */
const [strange, misplaced, senseless] = [Math.log(3e-5), Math.log(1e-5), Math.log(1e-9)] as const;
/** A capital behind a small letter; and two letters of its own side by side where they stand among ASCII letters. */
const [oddCase, sideBySide] = [-3, -1.5] as const;

const isAsciiLetter = (byte: number) => (byte | 32) >= 97 && (byte | 32) <= 122;

/** A model of an encoding: what each byte may mean, in each of its languages. */
export interface SingleByteModel {
  readonly name: string;
  readonly languages: readonly Language[];
  readonly characters: readonly string[];
  readonly letters: readonly ReadonlyMap<string, number>[];
}

/** Letters are weighed by their rank among the letters of the language (Zipf), which is near enough for words. */
export function singleByteModel({ name, languages }: SingleByteEncoding): SingleByteModel {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  // Node reads windows-1252 as Latin-1 in some versions.
  const text = name === 'windows-1252' ? windows1252ToUtf8(all).toString() : new TextDecoder(name).decode(all);
  const characters = [...text];
  const letters = languages.map(({ letters: own }) => {
    const ranked = [...own];
    const total = ranked.reduce((sum, _, rank) => sum + 1 / (rank + 2), 0);
    return new Map(ranked.map((letter, rank) => [letter, Math.log(1 / (rank + 2) / total)]));
  });
  return { name, languages, characters, letters };
}

/** Log-likelihood of bytes (0x40 and above) as words of one of the languages. */
export function singleByteLikelihood(bytes: Uint8Array, { model, at }: { model: SingleByteModel; at: number }): number {
  const { isOwnScript } = model.languages[at];
  const letters = model.letters[at];
  const own = Math.log(isOwnScript ? scriptOwn : latinOwn);
  const ascii = Math.log((isOwnScript ? scriptAscii : 1 - latinOwn) / 52);
  let sum = 0;
  let before: 'none' | 'small' | 'capital' | 'ascii' = 'none';
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte < 0x80) {
      sum += ascii;
      before = isAsciiLetter(byte) ? 'ascii' : 'none';
      continue;
    }
    const character = model.characters[byte];
    const small = character.toLowerCase();
    if (!/\p{L}|\p{M}/u.test(character)) {
      const isSign = signs.includes(character);
      const isInside = before !== 'none' && i + 1 < bytes.length && !inner.includes(character);
      sum +=
        character === '\ufffd' || character < '\u00a0'
          ? senseless
          : isInside
            ? misplaced
            : Math.log(sign / (isSign ? 30 : 900));
      before = 'none';
      continue;
    }
    sum += own + (letters.get(small) ?? strange);
    const isCapital = small !== character;
    const follows = before === 'small' || (before === 'ascii' && isSmallAscii(bytes[i - 1]));
    if (isCapital && follows) sum += oddCase;
    if (!isOwnScript && (before === 'small' || before === 'capital')) sum += sideBySide;
    before = isCapital ? 'capital' : 'small';
  }
  return sum;
}

function isSmallAscii(byte: number): boolean {
  return byte >= 97 && byte <= 122;
}
