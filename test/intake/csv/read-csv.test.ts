import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/intake/csv/read-csv.js';

function read(text: string | Buffer, options: { delimiter?: string; invalidAt?: number[] } = {}) {
  const content = readCsv(Buffer.from(text), { file: 'x.csv', invalidAt: [], ...options });
  const rows = Array.from({ length: content.rowCount }, (_, row) =>
    content.columns.map(({ codes, labels }) => (codes[row] < 0 ? null : labels[codes[row]])),
  );
  const refused = content.quarantined.map(({ line, reason, raw, before }) => ({ line, reason, raw, before }));
  return { ...content, rows, refused, names: content.columns.map(({ name }) => name), lines: [...content.lines] };
}

describe('readCsv', () => {
  it('reads quoted fields with delimiters, doubled quotes and line ends', () => {
    const { rows, lines } = read('a,b\n"x, ""y""","1\n2"\nplain,"quoted"\n');
    expect(rows).toEqual([
      ['x, "y"', '1\n2'],
      ['plain', 'quoted'],
    ]);
    expect(lines).toEqual([2, 4]);
  });

  it.each(['"a\rba\nb', 'p,q\n""\ra;a\r;\n', 'Title\ra,b\n1,2\r3,4\n'])(
    'counts line ends of CR alone above the header of %j',
    (text) => {
      expect(() => read(text)).not.toThrow(/were counted/);
    },
  );

  it.each([',', ';', '\t', '|', '^', '~', ':'])('finds the delimiter %j and says so', (delimiter) => {
    const text = `${['id', 'name', 'seats'].join(delimiter)}\n${['1', 'x', '2'].join(delimiter)}\n`;
    const { names, delimiter: found, notes } = read(text);
    expect(names).toEqual(['id', 'name', 'seats']);
    expect(found).toBe(delimiter);
    expect(notes[0]).toContain('3 columns; each of the first 1 records has as many');
  });

  it('is not misled by decimal commas or text with commas in a file with semicolons', () => {
    expect(read('id;price;note\n1;1,5;a, b, c\n2;2,5;d, e, f\n').names).toEqual(['id', 'price', 'note']);
  });

  it('takes the delimiter that is given', () => {
    expect(read('a|b,c\n1|2,3\n', { delimiter: '|' }).names).toEqual(['a', 'b,c']);
  });

  it('reads one column without a delimiter', () => {
    const { names, rows, notes } = read('name\nAcme, Inc\nBeta\n');
    expect(names).toEqual(['name']);
    expect(rows).toEqual([['Acme, Inc'], ['Beta']]);
    expect(notes[0]).toBe('One column: no delimiter divides the lines evenly.');
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
    ['CR CR LF', '\r\r\n'],
  ])('reads %s line ends, with and without a last one', (_, end) => {
    const lines = ['a,b', '1,"x"', '2,y'];
    for (const text of [lines.join(end), lines.join(end) + end]) {
      expect(read(text).rows).toEqual([
        ['1', 'x'],
        ['2', 'y'],
      ]);
    }
  });

  it('follows a sep= line', () => {
    const { names, lines, notes } = read('sep=;\r\na;b\r\n1;2\r\n');
    expect(names).toEqual(['a', 'b']);
    expect(lines).toEqual([3]);
    expect(notes[0]).toBe('Line 1 says sep=;.');
  });

  it('passes over title, comment and blank lines before the header, and says so', () => {
    const { names, lines, notes } = read('Sales report\n# exported, today\n\nid,name,seats\n1,x,2\n');
    expect(names).toEqual(['id', 'name', 'seats']);
    expect(lines).toEqual([5]);
    expect(notes[0]).toBe('Lines 1 to 3 stand before the header (title, comment or blank) and are passed over.');
  });

  it('passes over titles padded with delimiters', () => {
    expect(read('Sales report,,,\nid,name,seats,won\n1,x,2,yes\n').names).toEqual(['id', 'name', 'seats', 'won']);
  });

  it('passes over blank lines and counts them', () => {
    const { rows, notes } = read('a,b\n1,2\n\n3,4\n\n\n');
    expect(rows).toHaveLength(2);
    expect(notes).toContain('3 blank lines were passed over.');
  });

  it('keeps a blank line of a one-column file as a record, save at the end', () => {
    expect(read('a\n1\n\n2\n\n').rows).toEqual([['1'], [null], ['2']]);
  });

  it('makes names unique and fills empty ones', () => {
    expect(read('a,a,,b\n1,2,3,4\n').names).toEqual(['a', 'a (2)', 'column 3', 'b']);
  });

  it('tolerates a delimiter at the end of every line, the header too', () => {
    const { names, rows } = read('a,b,\n1,2,\n3,4,\n');
    expect(names).toEqual(['a', 'b']);
    expect(rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('keeps a last column without a name where it has values', () => {
    expect(read('a,b,\n1,2,x\n').names).toEqual(['a', 'b', 'column 3']);
  });

  it('takes quotes inside unquoted fields as they are', () => {
    expect(read('a,b\n27" screen,5\'2"\n').rows).toEqual([['27" screen', '5\'2"']]);
  });

  it('gives an empty quoted field as an empty cell', () => {
    expect(read('a,b\n"",x\n').rows).toEqual([[null, 'x']]);
  });

  it('quarantines records with too few or too many fields', () => {
    const { rows, refused } = read('a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n');
    expect(rows).toEqual([
      ['1', '2', '3'],
      ['10', '11', '12'],
    ]);
    expect(refused).toEqual([
      { line: 3, reason: 'line 3 has 2 fields, the header has 3', raw: '4,5', before: 1 },
      { line: 4, reason: 'line 4 has 4 fields, the header has 3', raw: '6,7,8,9', before: 1 },
    ]);
  });

  it('quarantines a quoted field that is followed by garbage', () => {
    const { rows, refused } = read('a,b\n"x" y,1\n"x",2\n');
    expect(rows).toEqual([['x', '2']]);
    expect(refused[0].line).toBe(2);
    expect(refused[0].reason).toContain('a quoted field is closed but text follows');
  });

  it('quarantines only the line on which a quote opens that is never closed', () => {
    const { rows, refused } = read('a,b\n1,"x\n2,y\n3,z\n');
    expect(rows).toEqual([
      ['2', 'y'],
      ['3', 'z'],
    ]);
    expect(refused).toEqual([
      { line: 2, reason: 'a quote opens on line 2 and is never properly closed', raw: '1,"x', before: 0 },
    ]);
  });

  it('does not let an open quote swallow the records up to the next quoted field', () => {
    const { rows, refused } = read('a,b\n1,"x\n2,y\n3,"z"\n4,w\n');
    expect(rows).toEqual([
      ['2', 'y'],
      ['3', 'z'],
      ['4', 'w'],
    ]);
    expect(refused.map(({ line }) => line)).toEqual([2]);
  });

  it('does not let an open quote and a stray one further down swallow whole records', () => {
    const good = (i: number) => `${i},a,b,c,d`;
    const { rows, refused } = read(`id,p,q,r,s\n1,a,b,c,"d\n${good(2)}\n${good(3)}\n4,a,b,c,27"\n${good(5)}\n`);
    expect(rows.map(([id]) => id)).toEqual(['2', '3', '4', '5']);
    expect(refused.map(({ line }) => line)).toEqual([2]);
  });

  it('keeps a multi-line field of prose with commas', () => {
    const { rows, refused } = read('id,note,won\n1,"Dear all,\nthanks, Bob\nbye",yes\n');
    expect(rows).toEqual([['1', 'Dear all,\nthanks, Bob\nbye', 'yes']]);
    expect(refused).toEqual([]);
  });

  it('names the line on which the bad field opened, also behind a multi-line field', () => {
    const { refused } = read('a,b,c\n"1\n2",x,"y\n3,4,5\n');
    expect(refused).toEqual([
      { line: 2, reason: 'a quote opens on line 3 and is never properly closed', raw: '"1\n2",x,"y', before: 0 },
    ]);
  });

  it('quarantines records with bytes that are not UTF-8', () => {
    const text = Buffer.from('a,b\n1,é\n2,?\n3,x\n');
    const at = text.indexOf('?');
    text[at] = 0xe9;
    const { rows, refused } = read(text, { invalidAt: [at] });
    expect(rows).toEqual([
      ['1', 'é'],
      ['3', 'x'],
    ]);
    expect(refused[0]).toMatchObject({ line: 3, reason: 'line 3 has bytes that are not UTF-8' });
  });

  it('codes each distinct value once, in order of first appearance, the same quoted or not', () => {
    const { columns } = read('a\nx\n"x"\ny\nx\n');
    expect(columns[0].labels).toEqual(['x', 'y']);
    expect([...columns[0].codes]).toEqual([0, 0, 1, 0]);
  });

  it('codes rows behind the first batch and labels by the thousand', () => {
    const count = 10_000;
    const { columns, rowCount } = read(
      `id,mod\n${Array.from({ length: count }, (_, i) => `u${i},${i % 7}`).join('\n')}`,
    );
    expect(rowCount).toBe(count);
    expect(columns[0].labels.length).toBe(count);
    expect(columns[1].labels).toEqual(['0', '1', '2', '3', '4', '5', '6']);
    expect(columns[1].codes[9_999]).toBe(9_999 % 7);
  });

  it('is quick on files that open a quote on every line', () => {
    const lines = Array.from({ length: 60_000 }, (_, i) => (i % 2 === 0 ? 'x","y' : 'a,"b'));
    for (const body of [
      lines.join('\n'),
      'x","y\n'.repeat(60_000),
      '"a\n'.repeat(60_000),
      ',"""\n'.repeat(60_000),
      '\n'.repeat(200_000),
    ]) {
      const started = performance.now();
      try {
        readCsv(Buffer.from(`p,q\n${body}\n1,2\n`), { file: 'x.csv', invalidAt: [] });
      } catch (error) {
        expect(error).toMatchObject({ code: 'NO_RECORDS' });
      }
      expect(performance.now() - started).toBeLessThan(10_000);
    }
  });

  it('refuses a header without records, with its place', () => {
    expect(() => read('a,b\n')).toThrowError(expect.objectContaining({ code: 'NO_RECORDS' }));
    expect(() => read('a,b\n1\n2\n')).toThrowError(
      'none of the 2 records could be accepted; line 2 has 1 field, the header has 2.',
    );
  });

  it('refuses more than 10,000 columns', () => {
    const line = 'x,'.repeat(10_001);
    expect(() => read(`${line}\n${line}\n`)).toThrowError(expect.objectContaining({ code: 'FILE_TOO_LARGE' }));
  });
});

describe('readCsv on prose', () => {
  const prose = (row: number) => `${row},"first line\nsecond line",x`;

  it('accepts a cell whose second line happens to have as many delimiters as a record', () => {
    const rows = Array.from({ length: 30 }, (_, row) => prose(row));
    const wide = rows.map((row) => `${row},a,b,c,d,e,f,g,h,i`);
    wide[20] = '20,"I am 4ft 10""! \nthe color, it is dark",x,a,b,c,d,e,f,g,h,i';
    const header = 'id,text,kind,a,b,c,d,e,f,g,h,i';
    const text = Buffer.from(`${[header, ...wide].join('\n')}\n`);
    const content = readCsv(text, { file: 'reviews.csv', invalidAt: [] });
    expect(content.rowCount).toBe(30);
    expect(content.quarantined).toEqual([]);
  });
});
