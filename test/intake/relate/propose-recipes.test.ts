import { describe, expect, it } from 'vitest';
import { proposeRecipes } from '../../../src/intake/relate/propose-recipes.js';
import { recipeName } from '../../../src/intake/relate/recipe-name.js';
import { mappedTable } from './mapped-tables.js';

const names = (...tables: Parameters<typeof proposeRecipes>[0]) => proposeRecipes(tables).map(({ name }) => name);
const days = ['2024-01-01', '2024-02-01', '2024-03-01'];

describe('proposeRecipes', () => {
  it('proposes of tickets', () => {
    const tickets = mappedTable('ticket', {
      openedAt: days,
      closedAt: days,
      priority: ['high', 'low', null],
      satisfaction: [5, null, 2],
    });
    expect(names(tickets)).toEqual([
      'tickets',
      'tickets_30d',
      'tickets_90d',
      'tickets_365d',
      'days_since_ticket',
      'tickets_trend',
      'tickets_open',
      'tickets_high',
      'tickets_low',
      'ticket_satisfaction_mean',
    ]);
    expect(proposeRecipes([tickets]).at(-1)).toEqual({
      name: 'ticket_satisfaction_mean',
      from: 'ticket',
      measure: 'mean',
      of: 'satisfaction',
      at: 'closedAt',
    });
  });

  it('proposes of subscriptions what runs and what was last, never their status', () => {
    const subscriptions = mappedTable('subscription', {
      startedAt: days,
      endedAt: [null, '2024-06-01', null],
      plan: ['Pro', 'Pro', 'Team'],
      status: ['active', 'canceled', 'active'],
      seats: [3, 4, 5],
      amount: [30, 40, 50],
    });
    expect(names(subscriptions)).toEqual([
      'subscriptions',
      'days_since_subscription',
      'subscriptions_active',
      'subscriptions_ended',
      'plan_latest',
      'subscription_amount_latest',
      'subscription_amount_sum_active',
      'seats_latest',
      'seats_sum_active',
    ]);
  });

  it('proposes of deals only how earlier ones ended, at the moment they did', () => {
    const deals = mappedTable('deal', {
      createdAt: days,
      closedAt: days,
      stage: ['Closed Won', 'Closed Lost', 'Demo'],
    });
    expect(proposeRecipes([deals]).slice(2)).toEqual([
      {
        name: 'deals_won',
        from: 'deal',
        measure: 'count',
        at: 'closedAt',
        where: { column: 'stage', values: ['Closed Won'] },
      },
      {
        name: 'deals_lost',
        from: 'deal',
        measure: 'count',
        at: 'closedAt',
        where: { column: 'stage', values: ['Closed Lost'] },
      },
    ]);
  });

  it('proposes roles, tools, usage and the latest net promoter score', () => {
    const contacts = mappedTable('contact', {
      createdAt: days,
      role: ['buyer', 'user', null],
      crm_tool: ['A', 'B', 'A'],
    });
    const answers = mappedTable('answer', {
      answeredAt: days,
      question: ['NPS', 'Ease', 'NPS'],
      score: [9, 4, 7],
    });
    const usage = mappedTable('activity', { happenedAt: days, kind: ['login', 'export', 'login'], minutes: [1, 2, 3] });
    expect(names(contacts)).toEqual(['contacts', 'contacts_90d', 'contact_roles', 'crm_tool']);
    expect(names(answers)).toEqual([
      'answers',
      'answer_score_latest_ease',
      'answer_score_mean_ease',
      'nps_latest',
      'nps_mean',
    ]);
    expect(names(usage).slice(6)).toEqual([
      'distinct_activity_kinds',
      'activities_export_90d',
      'activities_login_90d',
      'minutes_sum',
      'minutes_sum_90d',
    ]);
  });

  it('keeps currencies apart', () => {
    const payments = mappedTable('payment', { paidAt: days, amount: [1, 2, 3], currency: ['EUR', 'USD', 'EUR'] });
    expect(names(payments).filter((name) => name.includes('_sum_') && !name.includes('365'))).toEqual([
      'payment_amount_sum_eur',
      'payment_amount_sum_usd',
    ]);
  });

  it('proposes nothing of rows that do not say when, and gives no name twice', () => {
    expect(names(mappedTable('contact', { role: ['buyer'] }))).toEqual([]);
    const accounts = mappedTable('account', { id: ['a'], contacts: [7] });
    expect(names(accounts, mappedTable('contact', { createdAt: days }))).toEqual(['contacts_2', 'contacts_90d']);
  });
});

describe('recipeName', () => {
  it('says what is measured', () => {
    const payment = { from: 'payment', at: 'paidAt', of: 'amount' } as const;
    expect(recipeName({ ...payment, measure: 'sum', windowDays: 365 })).toBe('payment_amount_sum_365d');
    expect(recipeName({ ...payment, measure: 'trend', windowDays: 180 })).toBe('payment_amount_trend');
    expect(recipeName({ from: 'activity', at: 'happenedAt', measure: 'daysSince' })).toBe('days_since_activity');
    expect(recipeName({ from: 'activity', at: 'happenedAt', measure: 'members', of: 'Tech Stack' })).toBe('tech_stack');
  });
});
