/** One record of a JSON text: bytes `start` up to `end`, and the physical line it starts on. */
export interface JsonSlice {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

const [newline, quote, backslash, comma] = [10, 34, 92, 44];

/** One record a line; blank lines are passed over. */
export function splitLines(bytes: Buffer): JsonSlice[] {
  const slices: JsonSlice[] = [];
  for (let start = 0, line = 1; start < bytes.length; line++) {
    const found = bytes.indexOf(newline, start);
    const end = found === -1 ? bytes.length : found;
    if (!isBlank(bytes, start, end)) slices.push({ start, end, line });
    start = end + 1;
  }
  return slices;
}

/**
 * The elements of the array that opens at `open`, cut where commas stand outside strings and brackets, so that one
 * broken element does not take the others with it. `isClosed` is false where the text ends before the array does.
 */
export function splitArray(bytes: Buffer, open: number): { slices: JsonSlice[]; end: number; isClosed: boolean } {
  const slices: JsonSlice[] = [];
  let line = 1;
  for (let i = 0; i < open; i++) if (bytes[i] === newline) line++;
  let start = open + 1;
  let startLine = line;
  let depth = 0;
  let inString = false;
  let at = start;
  const push = (end: number) => {
    let first = start;
    let firstLine = startLine;
    for (; first < end && isSpace(bytes[first]); first++) if (bytes[first] === newline) firstLine++;
    if (first < end) slices.push({ start: first, end, line: firstLine });
  };
  for (; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === newline) line++;
    if (inString) {
      if (byte === backslash) at++;
      else if (byte === quote) inString = false;
      // A raw line end cannot stand inside a JSON string: the quote was never closed.
      else if (byte === newline) inString = false;
      continue;
    }
    if (byte === quote) inString = true;
    else if (byte === 0x7b || byte === 0x5b) depth++;
    else if (byte === 0x7d || byte === 0x5d) {
      if (depth === 0 && byte === 0x5d) {
        push(at);
        return { slices, end: at, isClosed: true };
      }
      if (depth > 0) depth--;
    } else if (byte === comma && depth === 0) {
      push(at);
      start = at + 1;
      startLine = line;
    }
  }
  push(bytes.length);
  return { slices, end: bytes.length, isClosed: false };
}

/**
 * Objects one behind the other, each over as many lines as it likes. Where one is broken, the next that opens at the
 * beginning of a line is taken for a new one.
 */
export function splitObjects(bytes: Buffer): JsonSlice[] {
  const slices: JsonSlice[] = [];
  let [line, start, startLine, depth] = [1, -1, 1, 0];
  let inString = false;
  const close = (end: number) => {
    if (start >= 0) slices.push({ start, end, line: startLine });
    [start, depth, inString] = [-1, 0, false];
  };
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === newline) {
      line++;
      inString = false;
    } else if (inString) {
      if (byte === backslash) at++;
      else if (byte === quote) inString = false;
    } else {
      if (depth > 0 && byte === 0x7b && bytes[at - 1] === newline) close(at);
      if (start < 0) {
        if (isSpace(byte) || byte === comma) continue;
        [start, startLine] = [at, line];
      }
      if (byte === quote) inString = true;
      else if (byte === 0x7b || byte === 0x5b) depth++;
      else if ((byte === 0x7d || byte === 0x5d) && --depth <= 0) close(at + 1);
    }
  }
  close(bytes.length);
  return slices;
}

function isBlank(bytes: Buffer, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isSpace(bytes[i])) return false;
  return true;
}

function isSpace(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13);
}
