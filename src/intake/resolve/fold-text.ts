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
