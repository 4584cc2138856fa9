import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AssayError } from '../../../src/errors.js';
import { readCsv } from '../../../src/intake/csv/read-csv.js';

const naughty = [
  ...[
    '',
    ' ',
    'null',
    'undefined',
    'NaN',
    '0',
    '-1',
    '1E10',
    '007',
    '=1+1',
    "'; DROP TABLE x;--",
    '<script>alert(1)</script>',
  ],
  ...[
    'Ω≈ç√∫˜µ≤≥÷',
    '田中さん',
    '\u202etest',
    '👩‍👩‍👧',
    'ﷺ',
    '\u0000x',
    '\ufeff',
    'a"b',
    '""',
    '"',
    ',',
    ';',
    'x\ny',
    'x\r\ny',
    '\r',
    '\t',
    '__proto__',
  ],
];
const cell = fc.oneof(
  fc.constantFrom(...naughty),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.nat().map(String),
);
const dialect = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|', '^', '~'),
  end: fc.constantFrom('\n', '\r\n'),
  quoteAll: fc.boolean(),
  last: fc.boolean(),
});

function write(
  rows: readonly (readonly string[])[],
  { delimiter, end, quoteAll, last }: { delimiter: string; end: string; quoteAll: boolean; last: boolean },
) {
  const field = (text: string) =>
    quoteAll || /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => row.map(field).join(delimiter)).join(end) + (last ? end : '');
}

function cellsOf({ columns, rowCount }: ReturnType<typeof readCsv>) {
  return Array.from({ length: rowCount }, (_, row) =>
    columns.map(({ codes, labels }) => (codes[row] < 0 ? '' : labels[codes[row]])),
  );
}

describe('readCsv (law)', () => {
  it('gives back every cell of a sound file, byte for byte', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 6 }),
        fc.integer({ min: 1, max: 20 }),
        dialect,
        fc.infiniteStream(cell),
        (width, count, options, cells) => {
          const next = () => cells.next().value;
          const rows = Array.from({ length: count }, (_, i) => [`r${i}`, ...Array.from({ length: width - 1 }, next)]);
          const header = Array.from({ length: width }, (_, i) => `c${i}`);
          const text = Buffer.from(write([header, ...rows], options));
          const content = readCsv(text, { file: 'x', invalidAt: [], delimiter: options.delimiter });
          expect(content.quarantined).toEqual([]);
          expect(cellsOf(content)).toEqual(rows.map((row) => row.map((value) => value.toWellFormed())));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('accepts or quarantines every record of any bytes, and never fails otherwise', () => {
    const soup = fc.array(
      fc.constantFrom('a', 'bc', ',', ';', '"', '""', '\n', '\r\n', '\r', ' ', '\u00e9', 'x,y', '",', ',"'),
      { maxLength: 120 },
    );
    fc.assert(
      fc.property(soup, (pieces) => {
        const text = `p,q\n${pieces.join('')}`;
        const content = attempt(text);
        if (content === null) return;
        const starts = [...content.lines, ...content.quarantined.map(({ line }) => line)].sort((a, b) => a - b);
        expect(new Set(starts).size).toBe(starts.length);
        expect(content.lines.length).toBe(content.rowCount);
        for (const { codes } of content.columns) expect(codes.length).toBe(content.rowCount);
      }),
      { numRuns: 2000 },
    );
  });

  it('loses no sound record to a damaged one beside it', () => {
    const damage = fc.constantFrom(
      ...[
        '7,x',
        '7,x,y,z',
        '7,"x,y',
        '"7,x,y',
        '7,x,"y',
        '7,"x" z,y',
        '7,"x"y",z',
        '',
        '# note',
        '7',
        ',,,,',
        'x"7,"y',
      ],
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(null), damage), { minLength: 3, maxLength: 40 }),
        fc.constantFrom('\n', '\r\n'),
        (plan, end) => {
          const sound = (i: number) => (i % 3 === 0 ? `s${i},"q, ""${i}""",z` : `s${i},m${i},"z"`);
          const text = ['a,b,c', 's,"t",u', ...plan.map((bad, i) => bad ?? sound(i))].join(end) + end;
          const content = readCsv(Buffer.from(text), { file: 'x', invalidAt: [], delimiter: ',' });
          const got = cellsOf(content).filter(([id]) => /^s\d/.test(id));
          const expected = plan.flatMap((bad, i) =>
            bad !== null ? [] : [i % 3 === 0 ? [`s${i}`, `q, "${i}"`, 'z'] : [`s${i}`, `m${i}`, 'z']],
          );
          expect(got).toEqual(expected);
          const blank = plan.filter((bad) => bad === '').length;
          expect(content.rowCount + content.quarantined.length).toBe(plan.length + 1 - blank);
        },
      ),
      { numRuns: 500 },
    );
  });
});

function attempt(text: string) {
  try {
    return readCsv(Buffer.from(text), { file: 'x', invalidAt: [] });
  } catch (error) {
    if (error instanceof AssayError && error.code === 'NO_RECORDS') return null;
    throw error;
  }
}
