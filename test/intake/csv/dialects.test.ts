import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/intake/csv/read-csv.js';

const read = (text: string | Buffer) => {
  const { columns, rowCount, quarantined, notes, lines } = readCsv(Buffer.from(text), { file: 'x', invalidAt: [] });
  return {
    names: columns.map(({ name }) => name),
    rows: Array.from({ length: rowCount }, (_, row) =>
      columns.map(({ codes, labels }) => (codes[row] < 0 ? null : labels[codes[row]])),
    ),
    reasons: quarantined.map(({ reason }) => reason),
    notes,
    lines: [...lines],
  };
};

describe('readCsv: manners of quoting', () => {
  it('reads quotes that a backslash escapes', () => {
    const { rows, notes, reasons } = read(
      'id,name,path\n1,"say \\"hi\\", he said",C:\\new\n2,"a\\\\b","x"\n3,"two \\"\nlines\\"",\\N\n4,"","z"\n',
    );
    expect(rows).toEqual([
      ['1', 'say "hi", he said', 'C:\\new'],
      ['2', 'a\\b', 'x'],
      ['3', 'two "\nlines"', '\\N'],
      ['4', null, 'z'],
    ]);
    expect(reasons).toEqual([]);
    expect(notes).toContain('A backslash escapes quotes inside fields.');
  });

  it('keeps backslashes that end quoted fields of a file that doubles its quotes', () => {
    expect(read('id,path\n1,"C:\\dir\\"\n2,"D:\\""x"""\n3,"plain"\n').rows).toEqual([
      ['1', 'C:\\dir\\'],
      ['2', 'D:\\"x"'],
      ['3', 'plain'],
    ]);
  });

  it('reads the text format of PostgreSQL and MySQL', () => {
    const { rows, names } = read('id\tname\tnote\n1\tA\\tB\t\\N\n2\t"x\tline\\nbreak\n3\tC:\\\\new\tq\\\nr\n');
    expect(names).toEqual(['id', 'name', 'note']);
    expect(rows).toEqual([
      ['1', 'A\tB', '\\N'],
      ['2', '"x', 'line\nbreak'],
      ['3', 'C:\\new', 'q\nr'],
    ]);
  });

  it('reads fields in single quotes', () => {
    expect(read("'id','name'\n'1','it''s, ok'\n'2','b'\n3,'c\nd'\n").rows).toEqual([
      ['1', "it's, ok"],
      ['2', 'b'],
      ['3', 'c\nd'],
    ]);
    expect(read("id,name\n1,'it\\'s, ok'\n2,'b'\n").rows).toEqual([
      ['1', "it's, ok"],
      ['2', 'b'],
    ]);
    expect(read("id,name\n'007,'tis\n'008,'twas\n'009,x'y\n").rows[0]).toEqual(["'007", "'tis"]);
  });

  it('passes over spaces between a delimiter and a quote', () => {
    const { rows } = read('"id", "name", "note"\n"1", "a, b", "c"\n"2" , "d ""e""",  plain \n');
    expect(rows).toEqual([
      ['1', 'a, b', 'c'],
      ['2', 'd "e"', '  plain '],
    ]);
    expect(read('id, name\n1, "Big" deal\n2, x\n').rows[0]).toEqual(['1', ' "Big" deal']);
  });
});

describe('readCsv: header and footer', () => {
  it('takes a first line that is a record for one', () => {
    const { names, rows, notes } = read('1,Acme,yes,10.5\n2,Beta,no,11\n3,Gamma,yes,12\n');
    expect(names).toEqual(['column 1', 'column 2', 'column 3', 'column 4']);
    expect(rows).toHaveLength(3);
    expect(notes.join(' ')).toContain('There is no header');
    expect(
      read('Acme,Software,won\nBeta,Software,lost\nGamma,Retail,won\nDelta,Retail,won\nE,Software,lost\n').rows,
    ).toHaveLength(5);
  });

  it('takes years and numbers at equal steps for names', () => {
    expect(read('name,2022,2023\na,1,2\nb,3,4\nc,5,6\n').names).toEqual(['name', '2022', '2023']);
    expect(read('name,10,20,30\na,1,2,3\nb,3,4,3\nc,5,6,3\n').names).toEqual(['name', '10', '20', '30']);
    expect(read('Name,Won,Region\na,Won,North\nb,Lost,South\nc,Won,South\nd,Lost,North\n').rows).toHaveLength(4);
  });

  it('quarantines the header where it comes again, and a line of totals', () => {
    const { rows, reasons } = read('id,name,n\n1,a,2\nid,name,n\n2,b,3\nTotal,,5\n');
    expect(rows).toEqual([
      ['1', 'a', '2'],
      ['2', 'b', '3'],
    ]);
    expect(reasons).toEqual(['line 3 is the header once more', 'line 5 seems to add up the records above it']);
    expect(read('id,name,n\n1,a,2\n2,Total Energies,3\n').rows).toHaveLength(2);
  });

  it('accepts empty fields behind those of the header where all records have them', () => {
    const { names, rows, reasons } = read('a,b\n1,2,\n3,4,\n5,6,\n');
    expect(names).toEqual(['a', 'b']);
    expect(rows).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
    expect(reasons).toEqual([]);
    expect(read('a,b\n1,2,\n3,4\n5,6\n').reasons).toEqual(['line 2 has 3 fields, the header has 2']);
  });
});

describe('readCsv: line ends', () => {
  it('reads records that end with CR among others', () => {
    const { rows, reasons } = read('a,b\r\n1,2\r3,"x\ry"\r5,6\n7,8\r\n');
    expect(rows).toEqual([
      ['1', '2'],
      ['3', 'x\ry'],
      ['5', '6'],
      ['7', '8'],
    ]);
    expect(reasons).toEqual([]);
  });
});

describe('readCsv: columns set with spaces', () => {
  it('reads aligned columns under a header that is not', () => {
    const { names, rows, lines } = read(
      ' customer  date  n  value\n 00001 19970101  1   11.77\r\n 00002 19970112 12 1012.00\r\n 00003 19970102  2   20.76\r\n 00003 19970330  2        \r\n',
    );
    expect(names).toEqual(['customer', 'date', 'n', 'value']);
    expect(rows).toEqual([
      ['00001', '19970101', '1', '11.77'],
      ['00002', '19970112', '12', '1012.00'],
      ['00003', '19970102', '2', '20.76'],
      ['00003', '19970330', '2', null],
    ]);
    expect(lines).toEqual([2, 3, 4, 5]);
  });

  it('reads them without a header, and quarantines a value across two columns', () => {
    const many = Array.from({ length: 12 }, (_, i) => `0000${i % 10}  ${i + 10}  Acme Inc  `).join('\n');
    const { names, rows, reasons } = read(`${many}\n00013  11\n000139911  Beta\n00014     Gé\n`);
    expect(names).toEqual(['column 1', 'column 2', 'column 3', 'column 4']);
    expect(rows).toHaveLength(14);
    expect(rows[13]).toEqual(['00014', null, 'Gé', null]);
    expect(reasons).toEqual(['on line 14 a value stands across two columns']);
  });

  it('reads the borders off a rule of dashes', () => {
    const { names, rows } = read('id   name        n\n---- ----------- --\n1    Acme Corp   5\n2                6\n');
    expect(names).toEqual(['id', 'name', 'n']);
    expect(rows).toEqual([
      ['1', 'Acme Corp', '5'],
      ['2', null, '6'],
    ]);
  });

  it('leaves prose in one column', () => {
    expect(read('note\nthe cat sat on the mat\na dog ran off\nit was fine today\nwe met them all\n').names).toEqual([
      'note',
    ]);
  });
});
