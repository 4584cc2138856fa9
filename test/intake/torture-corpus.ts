import { crc32, deflateRawSync, gzipSync } from 'node:zlib';

/** A file in the making: the lines of its body as text, and what is done to the whole. */
interface Draft {
  header: string[];
  /** Lines of the body; null where a sound record stands. */
  body: (string | null)[];
  /** What the second cell of sound record i holds. */
  name: (i: number) => string;
  delimiter: string;
  end: string;
  quoteAll: boolean;
  quoting: Quoting;
  /** Ends between two sound records, in turn. */
  mixedEnds: readonly string[];
  /** Behind the last field of sound records. */
  surplus: string;
  /** Only letters that Windows-1252 has. */
  isLatin: boolean;
  encode: (text: string) => Buffer;
  pack: (bytes: Buffer) => Buffer;
  before: string[];
  tail: string;
}

/** How a field is written. */
type Quoting = (text: string, options: { delimiter: string; quoteAll: boolean }) => string;

interface Pollution {
  /** Two of one group cannot be in one file. */
  readonly group?: 'delimiter' | 'encoding' | 'end' | 'pack' | 'quoting' | 'header' | 'name';
  /** Adds lines that begin with `bad` (or repeat the header, or add up), and are no sound records. */
  readonly isDamage?: true;
  /** Cannot be in one file with these. */
  readonly not?: readonly string[];
  readonly apply: (draft: Draft) => void;
}

const delimited = (delimiter: string): Pollution => ({
  group: 'delimiter',
  apply: (draft) => {
    draft.delimiter = delimiter;
  },
});
const ended = (end: string): Pollution => ({
  group: 'end',
  apply: (draft) => {
    draft.end = end;
  },
});
const named = (name: (i: number) => string): Pollution => ({
  apply: (draft) => {
    const { name: plain } = draft;
    draft.name = (i) => (i % 3 === 1 ? name(i) : plain(i));
  },
});
const damaged = (at: number, ...fields: string[]): Pollution => ({
  isDamage: true,
  apply: ({ body, delimiter }) => body.splice(at, 0, ['bad', ...fields].join(delimiter)),
});

const standard: Quoting = (text, { delimiter, quoteAll }) =>
  quoteAll || /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;

const doubleQuoted = [
  'a quote never closed',
  'an open quote in the last field',
  'an open quote on the last line',
  'garbage behind a quoted field',
  'a quote escaped by a backslash',
  'three damaged records in a row',
];

const quoted = (quoting: Quoting, not: readonly string[]): Pollution => ({
  group: 'quoting',
  not,
  apply: (draft) => {
    draft.quoting = quoting;
  },
});

const encoded = (encode: (text: string) => Buffer): Pollution => ({
  group: 'encoding',
  apply: (draft) => {
    draft.encode = encode;
  },
});

const utf32 = (text: string) =>
  Buffer.from(Uint32Array.from([...Buffer.from(text).toString()], (character) => character.codePointAt(0) ?? 0).buffer);

/** The text format of COPY: tabs, no quotes, control characters by letters. */
const copyText: Quoting = (text, { delimiter }) =>
  text === '\\N'
    ? text
    : text
        .replaceAll('\\', '\\\\')
        .replaceAll('\n', '\\n')
        .replaceAll('\r', '\\r')
        .replaceAll(delimiter, `\\${delimiter}`);

export const pollutions: Readonly<Record<string, Pollution>> = {
  'a record too short': damaged(3, 'x'),
  'a record of one word': damaged(4),
  'a record too long': damaged(5, 'x', 'y', 'z', 'w'),
  'a quote never closed': damaged(7, '"open', 'x', 'y'),
  'an open quote in the last field': damaged(8, 'x', 'y', '"open'),
  'an open quote on the last line': damaged(1000, 'x', 'y', '"open'),
  'a record cut off': damaged(1001, 'x', 'y'),
  'garbage behind a quoted field': damaged(10, '"a" b', 'x', 'y'),
  'a quote escaped by a backslash': damaged(11, '"a \\"b\\" c"', 'x', 'y'),
  'three damaged records in a row': {
    isDamage: true,
    apply: ({ body, delimiter }) => body.splice(15, 0, `bad${delimiter}1`, 'bad', `bad${delimiter}"x" y`),
  },
  'the header once more': { isDamage: true, apply: ({ body }) => body.splice(12, 0, '{header}') },
  'a line of totals': {
    isDamage: true,
    apply: ({ body, delimiter }) => body.push(['Total', '', '', '1234.5'].join(delimiter)),
  },
  semicolons: delimited(';'),
  tabs: delimited('\t'),
  pipes: delimited('|'),
  carets: delimited('^'),
  tildes: delimited('~'),
  'control characters between fields': delimited('\u0001'),
  'colons, by a sep= line': {
    group: 'delimiter',
    apply: (draft) => {
      draft.delimiter = ':';
      draft.before.unshift('sep={delimiter}');
    },
  },
  'quotes escaped by backslashes': quoted(
    (text, { delimiter, quoteAll }) =>
      quoteAll || /["\r\n\\]/.test(text) || text.includes(delimiter)
        ? `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
        : text,
    ['a quote escaped by a backslash'],
  ),
  'single quotes': quoted((text) => `'${text.replaceAll("'", "''")}'`, doubleQuoted),
  'spaces before quotes': quoted((text) => ` "${text.replaceAll('"', '""')}"`, []),
  'the text format of COPY': {
    group: 'delimiter',
    not: [
      ...doubleQuoted,
      'every field quoted',
      'quotes escaped by backslashes',
      'single quotes',
      'spaces before quotes',
    ],
    apply: (draft) => {
      const { name } = draft;
      draft.delimiter = '\t';
      draft.name = (i) => (i % 4 === 2 ? '\\N' : name(i));
      draft.quoting = copyText;
    },
  },
  'no header': {
    group: 'header',
    not: ['the header once more'],
    apply: (draft) => {
      draft.header = [];
    },
  },
  'names twice and none': {
    group: 'header',
    apply: (draft) => {
      draft.header = ['id', 'name', 'name', ''];
    },
  },
  'a delimiter behind every record': {
    not: ['no header', 'names twice and none', 'CR here and there'],
    apply: (draft) => {
      draft.surplus = '{delimiter}';
    },
  },
  'CR here and there': {
    group: 'end',
    apply: (draft) => {
      draft.mixedEnds = ['\n', '\r', '\r\n', '\n', '\r'];
    },
  },
  CRLF: ended('\r\n'),
  'CR alone': ended('\r'),
  'CR CR LF': ended('\r\r\n'),
  'blank lines': {
    apply: (draft) => {
      draft.body.splice(2, 0, '', '');
      draft.tail += draft.end + draft.end;
    },
  },
  'a byte order mark': {
    group: 'encoding',
    apply: (draft) => {
      draft.encode = (text) => Buffer.from(`\ufeff${text}`);
    },
  },
  'UTF-16': {
    group: 'encoding',
    apply: (draft) => {
      draft.encode = (text) => Buffer.from(`\ufeff${text}`, 'utf16le');
    },
  },
  'UTF-16, big end first': {
    group: 'encoding',
    apply: (draft) => {
      draft.encode = (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    },
  },
  'UTF-16 without a mark': encoded((text) => Buffer.from(text, 'utf16le')),
  'UTF-32': encoded((text) => utf32(`\ufeff${text}`)),
  'Windows-1252': {
    group: 'encoding',
    apply: (draft) => {
      draft.isLatin = true;
      draft.encode = (text) => Buffer.from(text, 'latin1');
    },
  },
  gzip: {
    group: 'pack',
    apply: (draft) => {
      draft.pack = (bytes) => gzipSync(bytes);
    },
  },
  zip: {
    group: 'pack',
    apply: (draft) => {
      draft.pack = zipOf;
    },
  },
  'a title line': { apply: (draft) => draft.before.push('Pipeline of the quarter') },
  'a comment line': { apply: (draft) => draft.before.push('# exported by a tool') },
  'a blank line before the header': { apply: (draft) => draft.before.push('') },
  'a sep= line': { apply: (draft) => draft.before.unshift('sep={delimiter}') },
  'every field quoted': {
    apply: (draft) => {
      draft.quoteAll = true;
    },
  },
  'no end of the last line': {
    apply: (draft) => {
      draft.tail = draft.tail === '' ? '\b' : draft.tail;
    },
  },
  'delimiters of other tools in cells': named((i) => `a,b;c\td|e^f~g ${i}`),
  'ids that look like numbers': named((i) => `00${i}1E10`),
  'dates that can be read both ways': named((i) => `0${1 + (i % 9)}/02/2024`),
  'formulas, markup and SQL': named((i) => `=1+1|<b>{d}'; DROP TABLE x;-- ${i}`),
  'words that mean nothing': named((i) => ['null', 'NaN', 'undefined', '#NAME?', '__proto__', '\\N'][i % 6]),
  'letters of many scripts': named((i) => `田中さん Ω≈ç 👩‍👩‍👧 \u202e${i}`),
  'spaces around cells': named((i) => `  padded ${i}\u00a0`),
  'control characters': named((i) => `a\u000bb\u000cc\u0085d\u2028e\u0007${i}`),
  'lines and quotes in cells': named((i) => `"first"\nsecond, "third""\n${i}`),
  'zero bytes': named((i) => `a\u0000b ${i}`),
  'byte order marks in cells': named((i) => `\ufeffx${i}\ufeff`),
  'a long cell': named((i) => (i === 4 ? 'long "cell" '.repeat(5000) : `short ${i}`)),
};

const count = 40;

function sound(i: number, name: string): string[] {
  return [`id${i}`, name, i % 5 === 1 ? `two\nlines ${i}` : 'plain', i % 2 === 0 ? 'yes' : 'no'];
}

export interface TortureFile {
  readonly names: readonly string[];
  readonly bytes: Buffer;
  /** Cells of the sound records, in order. */
  readonly records: readonly (readonly string[])[];
  readonly damaged: number;
  /** How many columns must be found. */
  readonly width: number;
}

/** Each pollution alone and every pair that can be in one file: always the same files. */
export function* tortureCorpus(): Generator<TortureFile> {
  const names = Object.keys(pollutions);
  for (const [i, a] of names.entries()) {
    for (const b of names.slice(i)) {
      const { group } = pollutions[a];
      if (a !== b && group !== undefined && group === pollutions[b].group) continue;
      if (pollutions[a].not?.includes(b) || pollutions[b].not?.includes(a)) continue;
      yield build(a === b ? [a] : [a, b]);
    }
  }
}

function build(names: readonly string[]): TortureFile {
  const draft: Draft = {
    header: ['id', 'name', 'note', 'won'],
    body: Array.from({ length: count }, () => null),
    name: (i) => (i % 4 === 0 ? `a "quoted" {d} name ${i}` : `Vélo ${i}`),
    delimiter: ',',
    end: '\n',
    quoteAll: false,
    quoting: standard,
    mixedEnds: [],
    surplus: '',
    isLatin: false,
    encode: (text) => Buffer.from(text),
    pack: (bytes) => bytes,
    before: [],
    tail: '',
  };
  // What shapes the whole comes first, so that damaged lines are written with the right delimiter.
  const inOrder = [...names].sort((a, b) => Number(pollutions[a].isDamage ?? 0) - Number(pollutions[b].isDamage ?? 0));
  for (const name of inOrder) pollutions[name].apply(draft);
  const { delimiter, end, quoteAll } = draft;
  const field = (text: string) => draft.quoting(text, { delimiter, quoteAll });
  const header = draft.header.map(field).join(delimiter);
  const records: string[][] = [];
  const lines = draft.body.map((line) => {
    if (line !== null) return line.replace('{header}', header);
    const cells = sound(records.length, draft.name(records.length).replace('{d}', delimiter));
    records.push(draft.isLatin ? cells.map((cell) => cell.replace(/[^\0-\u007f\u00a0-\u00ff]/g, '?')) : cells);
    return records[records.length - 1].map(field).join(delimiter) + draft.surplus.replace('{delimiter}', delimiter);
  });
  const before = [...new Set(draft.before.map((line) => line.replace('{delimiter}', delimiter)))];
  const { mixedEnds, body } = draft;
  const ends = lines.map((_, i) =>
    mixedEnds.length > 0 && body[i] === null && body[i + 1] === null ? mixedEnds[i % mixedEnds.length] : end,
  );
  const joined = lines.map((line, i) => line + (i + 1 < lines.length ? ends[i] : '')).join('');
  const text = [...before, ...(header === '' ? [] : [header]), joined].join(end);
  const whole = draft.tail === '\b' ? text : text + end + draft.tail;
  return {
    names,
    bytes: draft.pack(draft.encode(whole)),
    records,
    width: 4,
    damaged: draft.body.filter((line) => line !== null && line !== '').length,
  };
}

/** A zip archive of one file (PKWARE APPNOTE 4.3). */
export function zipOf(bytes: Buffer, said: { size?: number } = {}): Buffer {
  const name = 'export.csv';
  const data = deflateRawSync(bytes);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc32(bytes), 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(said.size ?? bytes.length, 18);
  fields.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), data]);
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02'),
    Buffer.from([20, 0]),
    fields,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from('PK\x05\x06'), end]);
}
