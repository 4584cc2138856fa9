import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFile } from '../../src/intake/read-file.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-pollution-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A file in the making: lines as text, and what is done to the whole. */
interface Draft {
  header: string[];
  /** Lines of the body; null where a sound record stands. */
  body: (string | null)[];
  delimiter: string;
  end: string;
  encode: (text: string) => Buffer;
  before: string[];
  tail: string;
}

/** What the polluted file must show: how many lines cannot be accepted. */
const pollutions: Readonly<Record<string, (draft: Draft) => void>> = {
  'a record too short': (draft) => draft.body.splice(3, 0, ['bad', 'x'].join(draft.delimiter)),
  'a record too long': (draft) => draft.body.splice(5, 0, ['bad', 'x', 'y', 'z', 'w'].join(draft.delimiter)),
  'a quote never closed': (draft) => draft.body.splice(7, 0, ['bad', '"open', 'x', 'y'].join(draft.delimiter)),
  'an open quote in the last field': (draft) =>
    draft.body.splice(8, 0, ['bad', 'x', 'y', '"open'].join(draft.delimiter)),
  'an open quote on the last line': (draft) => draft.body.push(['bad', 'x', 'y', '"open'].join(draft.delimiter)),
  'garbage behind a quoted field': (draft) =>
    draft.body.splice(10, 0, ['bad', '"a" b', 'x', 'y'].join(draft.delimiter)),
  semicolons: (draft) => {
    draft.delimiter = ';';
  },
  tabs: (draft) => {
    draft.delimiter = '\t';
  },
  pipes: (draft) => {
    draft.delimiter = '|';
  },
  CRLF: (draft) => {
    draft.end = '\r\n';
  },
  'blank lines': (draft) => {
    draft.body.splice(2, 0, '', '');
    draft.tail += '\n\n';
  },
  'a byte order mark': (draft) => {
    const { encode } = draft;
    draft.encode = (text) => encode(`\ufeff${text}`);
  },
  'UTF-16': (draft) => {
    draft.encode = (text) => Buffer.from(text.startsWith('\ufeff') ? text : `\ufeff${text}`, 'utf16le');
  },
  gzip: (draft) => {
    const { encode } = draft;
    draft.encode = (text) => gzipSync(encode(text));
  },
  'a title line': (draft) => draft.before.push('Pipeline of the quarter'),
  'a comment line': (draft) => draft.before.push('# exported by a tool'),
  'a sep= line': (draft) => draft.before.unshift('sep={delimiter}'),
};

const count = 40;
const sound = (i: number) => [
  `id${i}`,
  i % 4 === 0 ? `a "quoted" {d} name ${i}` : `Vélo ${i}`,
  i % 5 === 0 ? `two\nlines ${i}` : 'plain',
  i % 2 === 0 ? 'yes' : 'no',
];

function build(names: readonly string[]): { bytes: Buffer; records: string[][]; damaged: number } {
  const draft: Draft = {
    header: ['id', 'name', 'note', 'won'],
    body: Array.from({ length: count }, () => null),
    delimiter: ',',
    end: '\n',
    encode: (text) => Buffer.from(text),
    before: [],
    tail: '',
  };
  // What shapes the whole comes first, so that damaged lines are written with the right delimiter.
  const order = Object.keys(pollutions);
  const isDamage = (name: string) => order.indexOf(name) < 6;
  for (const name of [...names].sort((a, b) => Number(isDamage(a)) - Number(isDamage(b)))) pollutions[name](draft);
  const field = (text: string) =>
    /["\n]/.test(text) || text.includes(draft.delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  const records: string[][] = [];
  const lines = draft.body.map((line) => {
    if (line !== null) return line;
    records.push(sound(records.length).map((text) => text.replace('{d}', draft.delimiter)));
    return records[records.length - 1].map(field).join(draft.delimiter);
  });
  const before = draft.before.map((line) => line.replace('{delimiter}', draft.delimiter));
  const text = [...before, draft.header.join(draft.delimiter), ...lines].join(draft.end) + draft.end + draft.tail;
  return {
    bytes: draft.encode(text),
    records,
    damaged: draft.body.filter((line) => line !== null && line !== '').length,
  };
}

const names = Object.keys(pollutions);
const pairs = names.flatMap((a, i) => names.slice(i).map((b): [string, string] => [a, b]));

describe('readFile on polluted files', () => {
  it.each(names)('%s, alone and with each other pollution: no record is lost, none is changed', async (name) => {
    for (const pair of pairs.filter(([a]) => a === name)) {
      const { bytes, records, damaged } = build([...new Set(pair)]);
      const path = join(folder, `${names.indexOf(pair[0])}-${names.indexOf(pair[1])}.csv`);
      await writeFile(path, bytes);
      const table = await readFile(path);
      const got = Array.from({ length: table.rowCount }, (_, row) =>
        table.columns.map((column) => (column.type === 'text' ? (column.labels[column.codes[row]] ?? '') : '')),
      );
      expect(
        got.filter(([id]) => id !== 'bad'),
        pair.join(' + '),
      ).toEqual(records);
      expect(table.rowCount + table.quarantined.length, pair.join(' + ')).toBe(records.length + damaged);
      expect(
        table.quarantined.every(({ raw }) => raw.startsWith('bad')),
        pair.join(' + '),
      ).toBe(true);
    }
  });
});
