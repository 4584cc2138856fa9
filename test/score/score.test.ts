import { describe, expect, it } from 'vitest';
import { chooseTierCuts } from '../../src/score/choose-tier-cuts.js';
import { explainAccount } from '../../src/score/explain-account.js';
import { fitOf, pointsRange, probabilityOf, tierOf } from '../../src/score/fit.js';
import { scoreTable } from '../../src/score/score-table.js';
import { topReasons } from '../../src/score/top-reasons.js';
import { unnamedValues } from '../../src/score/unnamed-values.js';
import { card, columns, rowCount } from './example-card.js';

describe('scoreTable', () => {
  it('adds one row of every term to the base', () => {
    expect([...scoreTable(card, { columns, rowCount })]).toEqual([49, 15, 11, 10]);
  });

  it('scores an attribute that the table does not have as missing', () => {
    expect([...scoreTable(card, { columns: [], rowCount: 1 })]).toEqual([11]);
  });
});

describe('fitOf', () => {
  it('runs from the least to the most that the card can give', () => {
    const range = pointsRange(card);
    expect(range).toEqual({ lowest: -5, highest: 49 });
    expect(fitOf(49, range)).toBe(100);
    expect(fitOf(-5, range)).toBe(0);
    expect(fitOf(22, range)).toBe(50);
  });

  it('gives 50 where the card has no spread', () => {
    expect(fitOf(3, { lowest: 3, highest: 3 })).toBe(50);
  });
});

describe('probabilityOf', () => {
  it('is the calibrated log-odds as a probability', () => {
    expect(probabilityOf(card, 20)).toBe(0.5);
  });
});

describe('tierOf', () => {
  it('includes the cut in the better tier', () => {
    expect([39, 40, 15, 14].map((points) => tierOf(card, points))).toEqual(['stretch', 'ideal', 'stretch', 'bad']);
  });

  it('claims no tier for a card without cuts', () => {
    expect(tierOf({ ...card, tierCuts: null }, 99)).toBeNull();
  });
});

describe('explainAccount', () => {
  it('takes the points apart into the base and contributions that add up exactly', () => {
    for (let row = 0; row < rowCount; row++) {
      const explanation = explainAccount(card, { columns, rowCount, row });
      const sum = explanation.contributions.reduce((total, { points }) => total + points, explanation.base);
      expect(sum).toBe(explanation.points);
      expect(explanation.points).toBe(scoreTable(card, { columns, rowCount })[row]);
    }
  });

  it('names the value, the row and the difference from the typical account', () => {
    const { contributions } = explainAccount(card, { columns, rowCount, row: 0 });
    expect(contributions[0]).toEqual({
      attribute: 'contract',
      value: 'Two year',
      row: 'contract in (Two year, One year)',
      points: 20,
      againstTypical: 15,
    });
    expect(contributions[2].value).toBe('Jira;Slack');
  });

  it('names the single changes that are enough for the next tier, the smallest first', () => {
    const { tier, changes } = explainAccount(card, { columns, rowCount, row: 3 });
    expect(tier).toBe('bad');
    expect(changes.map(({ to, steps, pointsAfter }) => [to, steps.map((step) => step.to), pointsAfter])).toEqual([
      ['stretch', ['employees 200+'], 20],
      ['stretch', ['contract in (Two year, One year)'], 35],
    ]);
  });

  it('combines changes where no single one is enough, none larger than needed', () => {
    const { changes } = explainAccount(card, { columns, rowCount, row: 2 });
    expect(changes[0].steps.map((step) => step.to)).toEqual(['stack includes Slack']);
    const stretch = explainAccount(card, { columns, rowCount, row: 1 });
    expect(stretch.changes).toHaveLength(1);
    expect(stretch.changes[0].steps.map((step) => step.to)).toEqual([
      'contract in (Two year, One year)',
      'employees 200+',
    ]);
    expect(stretch.changes[0].pointsAfter).toBe(45);
  });

  it('asks no change of an ideal account', () => {
    expect(explainAccount(card, { columns, rowCount, row: 0 }).changes).toEqual([]);
  });
});

describe('topReasons', () => {
  it('tells the largest differences from the typical account with their sign', () => {
    const reasons = topReasons(card, { columns, rowCount });
    expect(reasons(0)).toEqual([
      'contract in (Two year, One year) (+15)',
      'employees 200+ (+13)',
      'stack includes Slack (+3)',
    ]);
    expect(reasons(3)[0]).toBe('contract = Monthly (−10)');
  });
});

describe('unnamedValues', () => {
  it('says which values the card has no row for and which are missing', () => {
    expect(unnamedValues(card, { columns: columns.slice(0, 2), rowCount })).toEqual([
      { attribute: 'contract', problem: 'missing', accounts: 1, examples: [] },
      { attribute: 'contract', problem: 'other', accounts: 1, examples: ['Trial'] },
      { attribute: 'employees', problem: 'missing', accounts: 1, examples: [] },
      { attribute: 'stack', problem: 'absent', accounts: 4, examples: [] },
    ]);
  });
});

describe('chooseTierCuts', () => {
  const calibrated = { ...card, calibration: { intercept: 0, slope: Math.log(2) / 10 } };

  it('puts ideal at twice and bad at half the average odds', () => {
    const points = Int32Array.from({ length: 100 }, (_, i) => i - 50);
    expect(chooseTierCuts(calibrated, { points, baseRate: 0.5 })).toEqual({ ideal: 15, stretch: -10 });
  });

  it('keeps a tenth of the accounts ideal where nobody reaches twice the odds', () => {
    const points = Int32Array.from({ length: 100 }, (_, i) => (i >= 90 ? 1 : 0));
    expect(chooseTierCuts(calibrated, { points, baseRate: 0.5 })).toEqual({ ideal: 1, stretch: 0 });
  });
});
