import type { ReadOptions } from '../intake/read-file.js';

/** How the reader is told what it should not find out by itself; the same for every command that reads a file. */
export interface ReaderFlags {
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly header?: string;
  readonly sheet?: string;
  readonly format?: string;
}

/** The flags as the reader takes them. `\t` and `tab` mean the tab. */
export function readerOptions({ delimiter, encoding, header, sheet, format }: ReaderFlags): ReadOptions {
  return {
    ...(delimiter === undefined ? {} : { delimiter: /^(\\t|tab)$/i.test(delimiter) ? '\t' : delimiter }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(header === undefined ? {} : { header }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(format === undefined ? {} : { format }),
  };
}
