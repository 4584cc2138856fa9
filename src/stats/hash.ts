/**
 * A 32-bit hash of a text (FNV-1a over UTF-16 code units, finished with murmur3's avalanche so that every bit of the
 * seed and the text reaches every bit of the result). For splitting and sampling, not for security.
 * @returns a whole number in [0, 2^32).
 */
export function hashText(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
