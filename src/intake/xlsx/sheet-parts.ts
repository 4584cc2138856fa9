import { inflateEntry, zipEntries } from '../zip/zip-entries.js';

/** A sheet as the workbook lists it. */
export interface SheetPart {
  readonly name: string;
  /** Its part of the archive; null where the workbook does not say. */
  readonly path: string | null;
  readonly isHidden: boolean;
}

/** A block of merged cells; rows and columns from 0, both ends in it. */
export interface MergedCells {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** What the reader of cells does not tell of a sheet. */
export interface SheetFacts {
  readonly merged: readonly MergedCells[];
  /** Cells that hold an error such as `#N/A`, by its text. */
  readonly errors: ReadonlyMap<string, number>;
  /** Cells with a formula whose result is not in the file (`C2`), in the order of the sheet. */
  readonly uncomputed: readonly string[];
}

/** The sheets in the order of the workbook; none where its list cannot be found. */
export function sheetParts(zip: Buffer): SheetPart[] {
  const targets = new Map(
    tagsOf(partText(zip, 'xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return tagsOf(partText(zip, 'xl/workbook.xml'), 'sheet').map((tag) => {
    const target = targets.get(attribute(tag, '[a-zA-Z]+:id'));
    return {
      name: attribute(tag, 'name'),
      path: target === undefined ? null : target.startsWith('/') ? target.slice(1) : `xl/${target}`,
      isHidden: /hidden/i.test(attribute(tag, 'state')),
    };
  });
}

/** Merged cells, errors and formulas without a result of one sheet. */
export function sheetFacts(zip: Buffer, path: string | null): SheetFacts {
  const xml = path === null ? '' : partText(zip, path);
  const merged = tagsOf(xml, 'mergeCell').flatMap((tag) => rangeOf(attribute(tag, 'ref')) ?? []);
  const errors = new Map<string, number>();
  for (const [, text] of xml.matchAll(/<(?:\w+:)?c\s[^>]*\bt="e"[^>]*>.{0,2000}?<(?:\w+:)?v>([^<]{1,40})</gs))
    errors.set(text, (errors.get(text) ?? 0) + 1);
  // An empty text is a result.
  const uncomputed = Array.from(xml.matchAll(withoutResult), ([, attributes]) => ` ${attributes}`)
    .filter((attributes) => attribute(attributes, 't') !== 'str')
    .map((attributes) => attribute(attributes, 'r'));
  return { merged, errors, uncomputed };
}

/** A cell that holds a formula and no value, as programs write that do not compute. */
const withoutResult =
  /<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f\b[^>]*(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*\/>|<(?:\w+:)?v\s*><\/(?:\w+:)?v>)?\s*<\/(?:\w+:)?c>/g;

/** Parts over the length of a string are not looked into. */
const longest = 400_000_000;

function partText(zip: Buffer, path: string): string {
  const entry = zipEntries(zip).find(({ name }) => name === path);
  if (entry === undefined || entry.size > longest) return '';
  return inflateEntry(zip, { entry, most: Math.max(1, entry.size) }).toString('utf8');
}

function tagsOf(xml: string, name: string): string[] {
  return Array.from(xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')), ([tag]) => tag);
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value.replace(/&(?:#x([\da-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi, (_, hex, digits, word) => {
    if (word !== undefined)
      return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[String(word).toLowerCase()] ?? '';
    return String.fromCodePoint(Math.min(0x10ffff, hex === undefined ? Number(digits) : Number.parseInt(hex, 16)));
  });
}

/** `A2:B5` */
function rangeOf(text: string): MergedCells | null {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(text);
  if (parts === null) return null;
  const column = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { left: column(parts[1]), top: Number(parts[2]) - 1, right: column(parts[3]), bottom: Number(parts[4]) - 1 };
}
