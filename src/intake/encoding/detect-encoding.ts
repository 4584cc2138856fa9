import { doubleByteEncodings, doubleByteLikelihood } from './double-byte.js';
import { singleByteEncodings } from './letter-tables.js';
import { type SingleByteModel, singleByteLikelihood, singleByteModel } from './single-byte.js';

/** An encoding that the bytes speak for. */
export interface DetectedEncoding {
  /** By the WHATWG standard. */
  readonly name: string;
  /** The language that most words were recognised as. */
  readonly language: string;
}

const mostLines = 3000;
const mostWords = 3000;
const longestLine = 2000;
/** Fewer bytes beyond ASCII decide nothing. */
const fewestBytes = 3;
/** What the best reading must have before Windows-1252 (in nats, and for each word), and before the second best. */
const [leastLead, leadPerWord, leastMargin] = [8, 0.15, 2] as const;

/**
 * Finds the encoding of a text that is not UTF-8, by the likelihood of its words (each once) in the languages that are
 * written with each encoding. Null where nothing speaks clearly against Windows-1252.
 * @param faults offsets of bytes that are not UTF-8, ascending, at most one a line.
 */
export function detectEncoding(bytes: Uint8Array, faults: readonly number[]): DetectedEncoding | null {
  const words = wordsAt(bytes, faults);
  const high = words.reduce((sum, word) => sum + word.filter((byte) => byte >= 0x80).length, 0);
  if (high < fewestBytes) return null;
  const readings = [
    ...singleByteEncodings.map((encoding) => readSingleByte(words, singleByteModel(encoding))),
    ...doubleByteEncodings.map((encoding) => ({
      name: encoding.name,
      language: encoding.language,
      likelihood: words.reduce((sum, word) => sum + doubleByteLikelihood(word, encoding), 0),
    })),
  ];
  const [usual, ...others] = readings;
  const best = others.reduce((a, b) => (b.likelihood > a.likelihood ? b : a));
  if (best.likelihood - usual.likelihood < Math.max(leastLead, leadPerWord * words.length)) return null;
  const isRivalled = others.some(
    (other) =>
      other !== best && best.likelihood - other.likelihood < leastMargin && !readsAlike(words, best.name, other.name),
  );
  return isRivalled ? null : { name: best.name, language: best.language };
}

interface Reading extends DetectedEncoding {
  readonly likelihood: number;
}

/** The languages of an encoding take shares of the words; the shares that make the words likeliest are found by EM. */
function readSingleByte(words: readonly Uint8Array[], model: SingleByteModel): Reading {
  const size = model.languages.length;
  const table = words.map((word) => model.languages.map((_, at) => singleByteLikelihood(word, { model, at })));
  let shares = new Array<number>(size).fill(1 / size);
  let likelihood = 0;
  for (let round = 0; round < 8; round++) {
    const next = new Array<number>(size).fill(0);
    likelihood = 0;
    for (const row of table) {
      const most = Math.max(...row);
      const weighed = row.map((value, at) => shares[at] * Math.exp(value - most));
      const sum = weighed.reduce((a, b) => a + b, 0);
      likelihood += most + Math.log(sum);
      for (const [at, value] of weighed.entries()) next[at] += value / sum;
    }
    // A trace is left to each, so that no word becomes impossible.
    shares = next.map((value) => (value + 0.1) / (words.length + 0.1 * size));
  }
  const language = model.languages[shares.indexOf(Math.max(...shares))].name;
  return { name: model.name, language, likelihood };
}

function readsAlike(words: readonly Uint8Array[], a: string, b: string): boolean {
  const [one, other] = [new TextDecoder(a), new TextDecoder(b)];
  return words.every((word) => one.decode(word) === other.decode(word));
}

/** Different runs of bytes from 0x40 on (where the second bytes of characters begin) with one beyond ASCII. */
function wordsAt(bytes: Uint8Array, faults: readonly number[]): Uint8Array[] {
  const words = new Map<string, Uint8Array>();
  const step = Math.max(1, Math.floor(faults.length / mostLines));
  for (let k = 0; k < faults.length && words.size < mostWords; k += step) {
    const at = faults[k];
    let start = at;
    while (start > 0 && at - start < longestLine && !isEnd(bytes[start - 1])) start--;
    for (let i = start; i < bytes.length && i - start < longestLine && !isEnd(bytes[i]); ) {
      let end = i;
      let isHigh = false;
      while (end < bytes.length && bytes[end] >= 0x40) isHigh = bytes[end++] >= 0x80 || isHigh;
      if (isHigh) words.set(Buffer.from(bytes.subarray(i, end)).toString('latin1'), bytes.subarray(i, end));
      i = Math.max(end, i + 1);
    }
  }
  return [...words.values()];
}

function isEnd(byte: number): boolean {
  return byte === 10 || byte === 13;
}
