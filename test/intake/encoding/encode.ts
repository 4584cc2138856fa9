import { windows1252ToUtf8 } from '../../../src/intake/transcode.js';

/** Writes a text in an encoding of one or two bytes, by turning the decoder round. */
export function encode(text: string, name: string): Buffer {
  const decoder = new TextDecoder(name);
  const decode = (bytes: Uint8Array) =>
    name === 'windows-1252' ? windows1252ToUtf8(bytes).toString() : decoder.decode(bytes);
  const table = new Map<string, number[]>();
  const add = (bytes: number[]) => {
    const character = decode(Uint8Array.from(bytes));
    if ([...character].length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, bytes);
  };
  for (let one = 0; one < 256; one++) add([one]);
  if (/gbk|big5|euc|shift/.test(name))
    for (let one = 0x81; one < 0xff; one++) for (let two = 0x40; two < 0xff; two++) add([one, two]);
  return Buffer.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character);
      if (bytes === undefined) throw new Error(`${name} has no ${character}`);
      return bytes;
    }),
  );
}
