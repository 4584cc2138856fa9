/** Letters that Unicode does not take apart. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Text without case, accents and the difference between full-width and plain letters. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  if (/^[ -~]*$/.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => letters[letter]);
}

/** The words of a text, folded: parts at everything but letters and digits; `S.A.` and `A/S` are one word, `O'Neil` too. */
export function foldWords(text: string): string[] {
  const plain = plainWords(text);
  if (plain !== null) return plain;
  const parts = foldText(text)
    .replace(/[&+]/g, ' and ')
    .replace(/['’‘`´]/g, '')
    .split(/[^\p{L}\p{N}]+/u);
  const words: string[] = [];
  let wasSingle = false;
  for (const part of parts) {
    if (part === '') continue;
    const isSingle = part.length === 1 && part > '9';
    if (isSingle && wasSingle) words[words.length - 1] += part;
    else words.push(part);
    wasSingle = isSingle;
  }
  return words;
}

/** The same for plain text without apostrophes, sign by sign, which takes a third of the time; null for other text. */
function plainWords(text: string): string[] | null {
  const lower = text.toLowerCase();
  const words: string[] = [];
  let start = -1;
  let wasSingle = false;
  const put = (word: string, isSingle: boolean) => {
    if (isSingle && wasSingle) words[words.length - 1] += word;
    else words.push(word);
    wasSingle = isSingle;
  };
  for (let at = 0; at <= lower.length; at++) {
    const code = at < lower.length ? lower.charCodeAt(at) : 32;
    const isLetter = code >= 97 && code <= 122;
    if (isLetter || (code >= 48 && code <= 57)) {
      if (start < 0) start = at;
      continue;
    }
    if (code >= 128 || code === 39 || code === 96) return null;
    if (start >= 0) {
      put(lower.substring(start, at), at - start === 1 && lower.charCodeAt(start) > 57);
      start = -1;
    }
    if (code === 38 || code === 43) put('and', false);
  }
  return words;
}
