/** A path or name as it must be typed in a shell: quoted where it holds spaces or signs that mean something there. */
export function shellWord(text: string): string {
  if (/^[\p{L}\p{N}_./:=@%+,-]+$/u.test(text) && !text.startsWith('-')) return text;
  const safe = text.startsWith('-') ? `./${text}` : text;
  return `'${safe.replaceAll("'", "'\\''")}'`;
}
