import { describe, expect, it } from 'vitest';
import { assignTypes } from '../../src/intake/assign-types.js';
import type { NumberColumn } from '../../src/model/table.js';
import { createRandom } from '../../src/stats/random.js';
import { cellsOf, rawTable } from './raw-table.js';

const random = createRandom(7);
const draw = (count: number, make: () => string | number) => cellsOf(count, make);

function typed(name: string, cells: readonly string[]) {
  const { table, findings } = assignTypes(rawTable({ [name]: cells }));
  return { ...findings[0], column: table.columns[0] };
}

function numbers(name: string, cells: readonly string[]) {
  return [...(typed(name, cells).column as NumberColumn).values];
}

describe('assignTypes', () => {
  it.each<[string, string, string[]]>([
    ['number', 'seats', cellsOf(200, (i) => i % 40)],
    ['number', 'a flag of 0 and 1', cellsOf(100, (i) => i % 2)],
    ['number', 'region code of few whole numbers', cellsOf(100, (i) => (i % 4) + 1)],
    ['number', 'annual_revenue', draw(300, () => random.int(9_000_000) + 1000)],
    ['number', 'Number of Employees', draw(300, () => random.int(90_000))],
    ['number', 'MonthlyCharges', draw(100, () => (random.next() * 100).toFixed(2))],
    ['number', 'deal value', draw(50, () => `$${random.int(99)},${100 + random.int(899)}.00`)],
    ['number', 'Umsatz', ['1.234,56 €', '12,50 €', '1.000.000,00 €', '7 €']],
    ['number', 'discount', ['12.5 %', '3%', '0%', '7 %', '9%']],
    ['number', 'balance', ['(1,200.50)', '300', '-5', '+7']],
    ['number', 'pandas floats', ['1e-05', '0.5', '1.5e3', '2', '3']],
    ['number', 'YearOpened', cellsOf(60, (i) => 1960 + (i % 50))],
    ['number', 'employees', cellsOf(60, (i) => ['1-10 employees', '11-50 employees', '51-200 employees'][i % 3])],
    ['number', 'size', cellsOf(60, (i) => ['1-10', '11-50', '51-200'][i % 3])],
    ['category', 'churn_flag', cellsOf(60, (i) => (i % 3 === 0 ? 'TRUE' : 'FALSE'))],
    ['category', 'city', draw(10_000, () => `City ${random.int(300)}`)],
    [
      'category',
      'job title with a long tail',
      draw(1000, () => (random.next() < 0.3 ? 'CEO' : `Title ${random.int(100_000)}`)),
    ],
    ['category', 'answer', cellsOf(90, (i) => ['Yes', 'No', 'Unknown', 'None'][i % 4])],
    ['category', 'SalesTerritoryKey', draw(700, () => random.int(10) + 1)],
    ['category', 'zip', draw(400, () => 90_000 + random.int(60))],
    ['category', 'plan code', cellsOf(100, (i) => ['007', '010', '120'][i % 3])],
    [
      'category',
      'how did you hear',
      cellsOf(
        90,
        (i) => ['A friend told me all about it, really', 'I saw an advertisement on the side of a bus'][i % 2],
      ),
    ],
    ['category', 'priority, given once', cellsOf(20, (i) => (i === 3 ? 'high' : ''))],
    ['set', 'stack', cellsOf(100, (i) => ['Slack;Jira', 'Slack', 'Jira; AWS;Slack', 'AWS'][i % 4])],
    ['category', 'sector', cellsOf(100, (i) => ['Software', 'Retail', 'Gov|Public'][i % 3])],
    ['set', 'Categories', cellsOf(100, (i) => ['Bikes', 'Bikes|Clothing', 'Accessories|Bikes'][i % 3])],
    ['date', 'created', cellsOf(50, (i) => `2024-01-${String((i % 28) + 1).padStart(2, '0')}`)],
    ['date', 'created at', ['2024-01-05T10:00:00Z', '2024-02-05T10:00:00.123+02:00', '2023-12-31T23:59:59Z']],
    ['date', 'signup', cellsOf(50, (i) => `${String((i % 28) + 1).padStart(2, '0')}-03-2024`)],
    ['date', 'close', ['12 Jan 2024', '3 March 2023', 'Dec 5, 2022', '12-Jan-24']],
    ['date', 'DateKey', cellsOf(90, (i) => 20_240_101 + (i % 28))],
    ['identifier', 'id', cellsOf(100, (i) => i + 1)],
    ['identifier', 'customer_id', draw(300, () => random.int(10_000_000))],
    ['identifier', 'CustomerKey', draw(2000, () => random.int(400))],
    ['identifier', 'counter without a name', cellsOf(100, (i) => 1000 + i)],
    ['identifier', 'external', cellsOf(30, (i) => `9${String(i).padStart(19, '0')}`)],
    ['identifier', 'part', cellsOf(30, (i) => `${i}E10`)],
    ['identifier', 'sku', cellsOf(30, (i) => `00${i}12`)],
    ['identifier', 'Order Number', draw(200, () => 50_000 + random.int(100_000_000))],
    ['identifier', 'contact', cellsOf(40, (i) => `a${i}@firm${i}.com`)],
    ['identifier', 'site', cellsOf(40, (i) => `https://www.firm${i}.com/x`)],
    ['identifier', 'web', cellsOf(40, (i) => `firm${i}.co.uk`)],
    ['identifier', 'Phone', cellsOf(40, (i) => `245-555-0${100 + i}`)],
    ['identifier', 'token', cellsOf(40, (i) => `0f8fad5b-d9cb-469f-a165-7086772${String(i).padStart(5, '0')}`)],
    ['identifier', 'company', cellsOf(60, (i) => `Firm ${i} Inc`)],
    ['identifier', 'FirstName', draw(2000, () => `Name${random.int(300)}`)],
    ['identifier', 'host', cellsOf(40, (i) => `198.51.100.${i}`)],
    ['free text', 'note', cellsOf(40, (i) => `The customer said on call ${i} that they would think about it`)],
    ['constant', 'currency', cellsOf(20, () => 'USD')],
    ['constant', 'one', cellsOf(20, () => 1)],
    [
      'empty',
      'blank',
      cellsOf(20, (i) => ['', 'N/A', 'null', '-', '#NAME?', 'Select', 'NaN', '?', '--', '#N/A'][i % 10]),
    ],
  ])('finds a %s in %s', (type, name, cells) => {
    expect(typed(name, cells).type).toBe(type);
  });

  it('reads money, percent, thousands and negatives as the numbers they are', () => {
    expect(numbers('a', ['$22,700.00', '$1.2M', '-$5', '€ 3', 'USD 1,000', '7k'.replace('k', '')])).toEqual([
      22_700, 1_200_000, -5, 3, 1000, 7,
    ]);
    expect(numbers('a', ['1.234,56 €', '0,5', '-12,25 €', '1.000.000 €'])).toEqual([1234.56, 0.5, -12.25, 1_000_000]);
    expect(numbers('a', ["1'234.50", '2 000', '3\u00a0000', '(40)', '\u22125'])).toEqual([1234.5, 2000, 3000, -40, -5]);
    expect(numbers('a', ['12.5 %', '3%', '4 %'])).toEqual([12.5, 3, 4]);
    expect(numbers('a', ['1.234 €', '5.000 €', '7 €'])).toEqual([1234, 5000, 7]);
  });

  it('counts placeholders as missing and keeps Unknown, None and No', () => {
    const finding = typed('x', ['Yes', 'No', 'n/a', 'Unknown', '', 'None', 'NULL', 'Yes', '#N/A', ' - ']);
    expect(finding).toMatchObject({ type: 'category', missing: 5, distinct: 4 });
    expect(finding.column).toMatchObject({ type: 'category', labels: ['Yes', 'No', 'Unknown', 'None'] });
    expect(finding.detail).toBe('category; 4 different values; missing in 5 of 10 rows');
  });

  it('keeps NA among country codes: it is Namibia', () => {
    const codes = ['DE', 'FR', 'US', 'GB', 'NL', 'ES', 'IT', 'PL', 'SE', 'NO', 'NA'];
    expect(
      typed(
        'country',
        cellsOf(110, (i) => codes[i % 11]),
      ),
    ).toMatchObject({ missing: 0, distinct: 11 });
    expect(
      typed(
        'region',
        cellsOf(110, (i) => codes[i % 11]),
      ),
    ).toMatchObject({ missing: 10 });
  });

  it('keeps a number column with a few unreadable cells, and names one with its line', () => {
    const finding = typed(
      'seats',
      cellsOf(100, (i) => (i === 41 ? 'ca. 12' : i % 30)),
    );
    expect(finding).toMatchObject({ type: 'number', unreadable: 1 });
    expect(finding.detail).toBe(
      'number; 31 different values; 1 cell is no number (first "ca. 12" on line 43) and count as missing',
    );
    expect(
      typed(
        'seats',
        cellsOf(100, (i) => (i % 10 === 0 ? 'ca. 12' : i % 30)),
      ).type,
    ).not.toBe('number');
  });

  it('reads a number column beside which Unknown is an answer', () => {
    expect(
      typed(
        'age',
        cellsOf(100, (i) => (i % 5 === 0 ? 'Unknown' : 20 + (i % 50))),
      ),
    ).toMatchObject({ type: 'number', unreadable: 20 });
  });

  it('decides day and month by the values, and says when it assumed', () => {
    const day = (text: string) => new Date(text).getTime();
    const mdy = typed('d', ['01/02/2024', '01/31/2024', '03/04/2024']);
    expect(mdy.column).toMatchObject({
      values: Float64Array.of(day('2024-01-02'), day('2024-01-31'), day('2024-03-04')),
    });
    expect(mdy.detail).toBe('date: month first');
    expect(typed('d', ['01.02.2024', '31.01.2024', '03.04.2024']).detail).toBe('date: day first');
    const assumed = typed('d', ['01/02/2024', '02/03/2024', '03/04/2024']);
    expect(assumed.detail).toBe('date: ambiguous: no day is over 12, so month first is an assumption');
  });

  it('reads days and months that stand in both orders each in the one way that it can be', () => {
    const day = (text: string) => new Date(text).getTime();
    const told = typed('d', ['1/14/2024', '13/1/2024', '5/5/2024', '31/12/2024']);
    expect(told.column).toMatchObject({
      type: 'date',
      values: Float64Array.of(day('2024-01-14'), day('2024-01-13'), day('2024-05-05'), day('2024-12-31')),
    });
    expect(told.detail).toBe(
      'date: some with the day first and some with the month, each read in the one way that it can be',
    );
    const open = typed('d', ['1/14/2024', '13/1/2024', '1/2/2024', '31/12/2024']);
    expect(open.unreadable).toBe(1);
    expect(open.detail).toContain('1 values can be read both ways and count as missing');
  });

  it('reads a few slips of a column in the other order', () => {
    const cells = cellsOf(100, (i) => `${String((i % 28) + 1).padStart(2, '0')}/03/2024`);
    const slip = typed('d', [...cells, '03/25/2024']);
    expect(slip.detail).toBe('date: day first, but for 1 cells that can only be read the other way');
    expect(slip.unreadable).toBe(0);
  });

  it('reads Japanese, Chinese and Korean dates', () => {
    const column = typed('作成日', ['2024年1月1日', '2024年12月31日 9時05分', '2024년 2월 3일', '2023年11月']).column;
    expect(column).toMatchObject({
      type: 'date',
      values: Float64Array.of(
        Date.UTC(2024, 0, 1),
        Date.UTC(2024, 11, 31, 9, 5),
        Date.UTC(2024, 1, 3),
        Date.UTC(2023, 10, 1),
      ),
    });
  });

  it('reads yes and no in several spellings and languages as one label each, the most frequent', () => {
    const told = typed(
      'active',
      cellsOf(50, (i) => ['Ja', 'nein', 'ja', 'Nein', 'WAHR', 'Ja', 'nein', '0', 'N/A', '1'][i % 10]),
    );
    expect(told.column).toMatchObject({ type: 'category', labels: ['Ja', 'nein'] });
    expect(told.detail).toContain('yes and no in 7 spellings, read as "Ja" and "nein"');
    expect(
      typed(
        'flag',
        cellsOf(50, (i) => ['yes', 'no', 'maybe'][i % 3]),
      ).column,
    ).toMatchObject({
      labels: ['yes', 'no', 'maybe'],
    });
  });

  it('lets the other date columns of the file decide', () => {
    const { findings } = assignTypes(rawTable({ a: ['01/02/2024', '02/03/2024'], b: ['31/01/2024', '01/02/2024'] }));
    expect(findings[0].detail).toContain('day first, as in the other date columns of the file');
  });

  it('marks the key columns: one id, companies, domains, e-mail addresses', () => {
    const { findings } = assignTypes(
      rawTable({
        'Account ID': cellsOf(60, (i) => `A-${i}`),
        owner_id: cellsOf(60, (i) => `O-${i % 55}`),
        'Account Name': cellsOf(60, (i) => `Firm ${i}`),
        Website: cellsOf(60, (i) => `firm${i}.com`),
        Email: cellsOf(60, (i) => `x@firm${i}.com`),
        Industry: cellsOf(60, (i) => `Industry ${i % 5}`),
      }),
    );
    expect(findings.map(({ key }) => key)).toEqual(['id', undefined, 'company', 'domain', 'email', undefined]);
  });

  it('guesses the kind from the name', () => {
    const names = ['Industry', 'BillingCountry', 'Tech Stack', 'age', 'visits_30d', 'main pain', 'interests', 'xyz'];
    const { findings } = assignTypes(rawTable(Object.fromEntries(names.map((name) => [name, ['a', 'b']]))));
    expect(findings.map(({ kind }) => kind)).toEqual([
      'firmographic',
      'geographic',
      'technographic',
      'demographic',
      'behavioural',
      'need',
      'psychographic',
      'firmographic',
    ]);
  });

  it('folds outer space in categories, and codes members of sets once a cell', () => {
    expect(typed('plan', ['Pro', 'Pro ', ' Free', 'Pro', 'Free', 'Pro']).column).toMatchObject({
      labels: ['Pro', 'Free'],
      codes: Int32Array.of(0, 0, 1, 0, 1, 0),
    });
    const set = typed('stack', ['a;b', 'a', '', 'b; a;a;', 'b', 'a;b', 'b;a', 'a']);
    expect(set.column).toEqual({
      type: 'set',
      name: 'stack',
      labels: ['a', 'b'],
      offsets: Int32Array.of(0, 2, 3, 3, 5, 6, 8, 10, 11),
      codes: Int32Array.of(0, 1, 0, 1, 0, 1, 0, 1, 1, 0, 0),
      missing: Uint8Array.of(0, 0, 1, 0, 0, 0, 0, 0),
      separator: ';',
    });
  });
});
