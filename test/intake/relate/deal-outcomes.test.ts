import { describe, expect, it } from 'vitest';
import { accountDealOutcomes } from '../../../src/intake/relate/account-outcomes.js';
import { dealOutcomes } from '../../../src/intake/relate/deal-outcomes.js';
import { dealEnding } from '../../../src/intake/relate/deal-words.js';
import { day, mappedTable } from './mapped-tables.js';

const asOf = day('2024-07-01');

describe('dealEnding', () => {
  it('reads the endings of the usual tools and of some languages', () => {
    for (const stage of 'Closed Won|closedwon|CLOSED_WON|Won|won|Gewonnen|Abgeschlossen und gewonnen|Fermé gagné|Cierre ganado|Chiuso vinto|7 - Closed/Won|受注'.split(
      '|',
    ))
      expect([stage, dealEnding(stage)]).toEqual([stage, 'won']);
    for (const stage of 'Closed Lost|closedlost|Lost|Closed-Lost to Competition|verloren|Perdu|Perdida|Canceled|Out-Sold|失注'.split(
      '|',
    ))
      expect([stage, dealEnding(stage)]).toEqual([stage, 'lost']);
    for (const stage of 'Open|Proposal|Qualified|Negotiation/Review|Wonderful lead|Not won yet|Contract sent|Engaging|'.split(
      '|',
    ))
      expect([stage, dealEnding(stage)]).toEqual([stage, null]);
  });
});

describe('dealOutcomes', () => {
  it('tells won, lost, open and young deals, and leaves out those of later', () => {
    const deals = mappedTable('deal', {
      stage: ['Closed Won', 'Closed Lost', 'Proposal', 'Proposal', 'Proposal', 'Closed Won', 'Closed Won'],
      createdAt: ['2024-01-01', '2024-01-01', '2024-01-01', '2024-06-30', null, '2024-01-01', '2024-07-02'],
      closedAt: ['2024-02-01', '2024-03-01', '2024-04-01', '2024-09-01', null, '2024-07-02', '2024-07-03'],
    });
    const { outcomes, decidedAt, maturityDays } = dealOutcomes(deals, { asOf });
    expect(outcomes).toEqual(['won', 'lost', 'open', 'young', 'young', 'open', null]);
    expect([...decidedAt].map((moment) => Number.isNaN(moment))).toEqual([false, false, true, true, true, true, true]);
    expect(decidedAt[0]).toBe(day('2024-02-01'));
    expect(maturityDays).toBe(90);
  });

  it('believes flags before words, and says where they differ', () => {
    const deals = mappedTable('deal', {
      stage: ['Kunde', 'Absage', 'Angebot', 'Closed Won', 'Closed Lost'],
      isWon: ['true', 'false', 'false', 'false', null],
      isClosed: ['true', 'true', 'false', 'true', null],
      createdAt: Array(5).fill('2024-01-01'),
      closedAt: Array(5).fill('2024-02-01'),
    });
    const { outcomes, notes } = dealOutcomes(deals, { asOf, maturity: 30 });
    expect(outcomes).toEqual(['won', 'lost', 'open', 'lost', 'lost']);
    expect(notes).toEqual(['1 of 5 deals: the stage contradicts `isWon` and `isClosed`, which were believed.']);
  });

  it('takes the window from how long nine of ten decided deals took', () => {
    const days = Array.from({ length: 100 }, (_, i) => i + 1);
    const from = day('2023-01-01');
    const deals = mappedTable('deal', {
      stage: [...days.map((i) => (i % 2 === 0 ? 'Won' : 'Lost')), 'Open', 'Open'],
      createdAt: [...days.map(() => from), asOf - 89 * 86_400_000, asOf - 95 * 86_400_000],
      closedAt: [...days.map((i) => from + i * 86_400_000), null, null],
    });
    const { outcomes, maturityDays, notes } = dealOutcomes(deals, { asOf });
    // By hand: 13 of 102 are open after day 89, one of them too young to follow: 13/102 · 9/12 = .096 are open after day 92.
    expect(maturityDays).toBe(92);
    expect(outcomes.slice(-2)).toEqual(['young', 'open']);
    expect(notes).toEqual([
      'Open deals under 92 days are too young to say: by then 90 % of 100 decided deals were decided.',
    ]);
  });

  it('counts a deal as decided when it was created where it does not say when', () => {
    const deals = mappedTable('deal', {
      stage: ['Won', 'Won'],
      createdAt: ['2024-01-05', null],
      closedAt: [null, null],
    });
    const { decidedAt, notes } = dealOutcomes(deals, { asOf });
    expect([...decidedAt]).toEqual([day('2024-01-05'), Number.NEGATIVE_INFINITY]);
    expect(notes[1]).toBe(
      '2 of 2 deals are decided and do not say when: they count as decided when they were created.',
    );
  });
});

describe('accountDealOutcomes', () => {
  it('is won by the first deal won, lost by the last of only lost ones, else not decided', () => {
    const [never, accountOf] = [Number.NaN, Int32Array.of(0, 0, 0, 1, 1, 2, 2, 3, -1)];
    const outcomes = ['lost', 'won', 'won', 'lost', 'lost', 'lost', 'young', null, 'won'] as const;
    const decidedAt = Float64Array.of(1, 9, 5, 3, 7, 4, never, never, 2);
    expect(accountDealOutcomes({ outcomes, decidedAt }, { accountOf, accountCount: 5 })).toEqual({
      outcomes: ['won', 'lost', 'young', null, null],
      decisionTime: Float64Array.of(5, 7, never, never, never),
    });
  });
});
