import { describe, expect, it } from 'vitest';
import { applyOutcome } from '../../src/intake/apply-outcome.js';
import { readOutcome } from '../../src/intake/read-outcome.js';
import { cellsOf, rawTable } from './raw-table.js';

function read(name: string, cells: readonly string[], value?: string) {
  const { labels, best, notes } = readOutcome(rawTable({ [name]: cells }).columns[0], { value });
  return { labels: [...labels], best, notes };
}

describe('readOutcome', () => {
  it.each([
    ['Status', ['Won', 'Lost', 'Won'], [1, 0, 1], 'Status is Won'],
    ['converted', ['yes', 'NO', 'Yes '], [1, 0, 1], 'converted is yes'],
    ['y', ['0', '1', ''], [0, 1, 255], 'y is 1'],
    ['is_customer', ['TRUE', 'FALSE', 'N/A'], [1, 0, 255], 'is_customer is TRUE'],
    ['state', ['kept', 'churned', 'kept'], [1, 0, 1], 'state is kept'],
    ['sub', ['subscribed', 'not subscribed', 'subscribed'], [1, 0, 1], 'sub is subscribed'],
    ['Churn', ['Yes', 'No', 'No'], [0, 1, 1], 'Churn is No'],
    ['churn_flag', ['TRUE', 'FALSE', 'FALSE'], [0, 1, 1], 'churn_flag is FALSE'],
    ['Exited', ['1', '0', '0'], [0, 1, 1], 'Exited is 0'],
  ])('understands %s of %j', (name, cells, labels, description) => {
    const outcome = read(name, cells);
    expect(outcome.labels).toEqual(labels);
    expect(outcome.best.description).toBe(description);
  });

  it('takes the value that is named; everything else that is present is a negative', () => {
    const cells = ['Closed Won', 'Open', 'closed lost', ' closed won', ''];
    expect(read('Stage', cells, 'CLOSED WON')).toMatchObject({
      labels: [1, 0, 0, 1, 255],
      best: { is: ['Closed Won'], description: 'Stage is Closed Won' },
    });
    expect(read('Stage', cells, 'open|closed won').labels).toEqual([1, 1, 0, 1, 255]);
  });

  it('leaves open deals unknown where no value is named, and says so', () => {
    const outcome = read('Stage', ['Closed Won', 'Negotiation', 'Closed Lost', 'Demo']);
    expect(outcome.labels).toEqual([1, 255, 0, 255]);
    expect(outcome.best).toEqual({
      outcome: 'Stage',
      is: ['Closed Won'],
      not: ['Closed Lost'],
      description: 'Stage is Closed Won',
    });
    expect(outcome.notes[0]).toContain('2 rows are neither (Negotiation, Demo)');
  });

  it('does not take open deals for lost ones where there are only won ones beside', () => {
    expect(read('Status', ['Won', 'Open', 'Won'])).toMatchObject({
      labels: [1, 255, 1],
      best: { is: ['Won'], not: [] },
    });
  });

  it('compares numbers with a threshold', () => {
    expect(read('revenue', ['10', '$1,000', '999.5', ''], '>=1000')).toMatchObject({
      labels: [0, 1, 0, 255],
      best: { atLeast: 1000, description: 'revenue is at least 1000' },
    });
  });

  it('takes the top share of a number, returning the threshold', () => {
    const cells = cellsOf(8, (i) => (i + 1) * 10);
    expect(read('revenue', cells, 'top25%')).toMatchObject({ labels: [0, 0, 0, 0, 0, 0, 1, 1], best: { atLeast: 70 } });
  });

  it('says when ties make the top larger', () => {
    expect(read('seats', ['1', '2', '5', '5', '5', '5', '1', '1'], 'top 25 %').notes).toEqual([
      'Rows with the same value make the top 25 % of seats 50.0 % of the rows.',
    ]);
  });

  it.each([
    [
      'two values that say nothing',
      'segment',
      ['blue', 'red', 'red'],
      undefined,
      'segment has two values, and it is not plain which is the better: red (2), blue (1).',
    ],
    [
      'a good value beside one that says nothing',
      'state',
      ['won', 'red', 'red'],
      undefined,
      'state has two values, and it is not plain which is the better: red (2), won (1).',
    ],
    ['many values', 'n', cellsOf(30, (i) => i), undefined, 'n has 30 different values.'],
    ['one value', 'won', ['yes', 'yes'], undefined, 'won has one value only: yes (2).'],
    ['a value that never occurs', 'won', ['yes', 'no'], 'maybe', 'won never is "maybe".'],
    ['a threshold on text', 'won', ['yes', 'no'], '>=5', '>=5 needs numbers, and 2 of 2 values of won are none.'],
    [
      'a top share that is everything',
      'n',
      ['5', '5', '5', '5'],
      'top25%',
      'The top 25 % of n cannot be told from the rest: too many rows have the same value.',
    ],
  ])('asks about %s', (_, name, cells, value, message) => {
    expect(() => read(name, cells, value)).toThrowError(
      expect.objectContaining({ code: 'OUTCOME_AMBIGUOUS', message }),
    );
  });

  it('gives a call that works in its hint', () => {
    expect(() => read('segment', ['blue', 'red', 'red'])).toThrowError(
      expect.objectContaining({
        hint: 'Say which value is the good one, e.g. --outcome "segment=blue". Values: red (2), blue (1).',
      }),
    );
    expect(() =>
      read(
        'n',
        cellsOf(30, (i) => i),
      ),
    ).toThrowError(expect.objectContaining({ hint: expect.stringContaining('"n=top25%"') }));
  });
});

describe('applyOutcome', () => {
  const column = (cells: string[]) => rawTable({ Stage: cells }).columns[0];

  it('labels a new file by a definition that is there', () => {
    const best = { outcome: 'Stage', is: ['Won'], description: '' };
    expect([...applyOutcome(column(['won', 'Lost', 'Open', '-']), best)]).toEqual([1, 0, 0, 255]);
    expect([...applyOutcome(column(['won', 'Lost', 'Open', '-']), { ...best, not: ['lost'] })]).toEqual([
      1, 0, 255, 255,
    ]);
  });

  it('takes 1 and 1.0, and a number column, for the same', () => {
    const best = { outcome: 'y', is: ['1'], description: '' };
    expect([...applyOutcome(column(['1.0', '0']), best)]).toEqual([1, 0]);
    expect([
      ...applyOutcome({ type: 'number', name: 'y', values: Float64Array.of(1, 0, Number.NaN), whole: true }, best),
    ]).toEqual([1, 0, 255]);
  });

  it('does not know what a number below or above a threshold is where it cannot be read', () => {
    expect([...applyOutcome(column(['5', '20', 'many']), { outcome: 'n', atLeast: 10, description: '' })]).toEqual([
      0, 1, 255,
    ]);
  });
});
