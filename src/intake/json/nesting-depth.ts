const [quote, backslash] = [34, 92];

/** How many brackets of a JSON text stand open at once, at most; brackets within strings do not count. */
export function nestingDepth(text: string): number {
  let [depth, most] = [0, 0];
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === backslash) at++;
      else if (code === quote) inString = false;
    } else if (code === quote) inString = true;
    else if (code === 0x7b || code === 0x5b) most = Math.max(most, ++depth);
    else if (code === 0x7d || code === 0x5d) depth--;
  }
  return most;
}
