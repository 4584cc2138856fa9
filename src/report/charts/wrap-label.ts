/** At most so many characters a line, and so many lines. */
export interface LabelRoom {
  readonly columns: number;
  readonly lines: number;
}

/**
 * A label broken at words into lines. What is too long for all lines loses its middle, never its end: segments that begin
 * alike differ in their last trait.
 */
export function wrapLabel(label: string, room: LabelRoom): string[] {
  const whole = breakLines(label, room.columns);
  if (whole.length <= room.lines) return whole;
  const signs = [...label];
  for (let kept = signs.length - 1; kept > 2; kept--) {
    const head = signs
      .slice(0, Math.ceil(kept / 2))
      .join('')
      .trimEnd();
    const tail = signs
      .slice(signs.length - Math.floor(kept / 2))
      .join('')
      .trimStart();
    const lines = breakLines(`${head} … ${tail}`, room.columns);
    if (lines.length <= room.lines) return lines;
  }
  return whole.slice(0, room.lines);
}

function breakLines(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/).flatMap((long) => cutWord(long, columns))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && [...longer].length > columns) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** A word that fits no line is cut to pieces that do. */
function cutWord(word: string, columns: number): string[] {
  const signs = [...word];
  const pieces = Math.max(1, Math.ceil(signs.length / columns));
  return Array.from({ length: pieces }, (_none, i) => signs.slice(i * columns, (i + 1) * columns).join(''));
}
