/** Codes of fewer cells. A loop: `from` with a function takes ten times as long. @param cellOf of each code. */
export function joinCodes(codes: Uint8Array | Uint16Array, cellOf: Uint8Array): Uint8Array {
  const joined = new Uint8Array(codes.length);
  for (let i = 0; i < codes.length; i++) joined[i] = cellOf[codes[i]];
  return joined;
}
