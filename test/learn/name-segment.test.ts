import { describe, expect, it } from 'vitest';
import { nameSegment } from '../../src/learn/name-segment.js';
import type { Column } from '../../src/model/table.js';
import type { Condition } from '../../src/model/trait.js';

const name = (...traits: readonly (readonly [string, Condition])[]) =>
  nameSegment(traits.map(([attribute, condition]) => ({ attribute, condition })));
const is = (...values: string[]): Condition => ({ kind: 'in', values });
const from = (lower: number | null, upper: number | null): Condition => ({
  kind: 'range',
  lower,
  upper,
  upperIncluded: upper !== null,
});

describe('nameSegment', () => {
  it('says a conjunction as a person would', () => {
    expect(name(['Contract', is('Two year')], ['InternetService', is('Fiber optic')], ['tenure', from(24, null)])).toBe(
      'Two year contract, fiber optic internet service, tenure 24+',
    );
  });

  it('says yes and no as what there is and what there is not', () => {
    expect(name(['Competitors', is('No')], ['Budgt_alloc', is('Yes')])).toBe('No competitors, with budgt alloc');
    expect(name(['PaperlessBilling', is('TRUE')], ['crm', is('None')])).toBe('With paperless billing, no crm');
    expect(name(['is_trial', is('False')], ['has_phone', is('yes')], ['opted_in', is('no')])).toBe(
      'Not trial, with phone, not opted in',
    );
    expect(name(['active', is('No')], ['uses_slack', is('Yes')], ['uses_teams', is('No')])).toBe(
      'Not active, uses slack, uses teams: no',
    );
    expect(name(['churn_flag', is('False')], ['default', is('unknown')])).toBe('No churn, default not known');
    expect(name(['OnlineSecurity', is('Yes', 'No internet service')])).toBe('Online security or no internet service');
    expect(name(['OnlineSecurity', is('No', 'No internet service')])).toBe('No online security or no internet service');
    expect(name(['SeniorCitizen', from(1, 1)], ['visits', from(0, 0)])).toBe('Senior citizen 1, visits 0');
  });

  it('tells numbers from a million on short', () => {
    expect(name(['revenue_eur', from(22e6, 550e6)])).toBe('Revenue eur 22–550 M');
    expect(name(['revenue', from(500_000, 2_346_000)])).toBe('Revenue 0.5–2.35 M');
    expect(name(['revenue', from(1_500, 2e6)])).toBe('Revenue 0.0015–2 M');
    expect(name(['revenue', from(24e6, 1.5e9)])).toBe('Revenue 24 M–1.5 B');
    expect(name(['revenue', from(2e6, null)], ['assets', from(null, 3e9)])).toBe('Revenue 2 M+, assets up to 3 B');
    expect(name(['revenue', { kind: 'range', lower: 2e6, upper: 9e6, upperIncluded: false }])).toBe(
      'Revenue 2 to under 9 M',
    );
    expect(name(['revenue', from(-3e6, -1e6)])).toBe('Revenue -3–-1 M');
    expect(name(['revenue', from(5_000_000, 5_000_900)])).toBe('Revenue 5000000–5000900');
    expect(name(['salary', from(50_000, 999_999)])).toBe('Salary 50000–999999');
  });

  it('leaves the names of columns that are codes as they are spelt', () => {
    const under = (upper: number): Condition => ({ kind: 'range', lower: null, upper, upperIncluded: false });
    expect(name(['v', under(0.5)], ['u', under(1)])).toBe('v under 0.5, u under 1');
    expect(name(['A', is('a1')], ['C', from(65.6, null)], ['B', is('b1')])).toBe('A: a1, C 65.6+, B: b1');
    expect(name(['pH', under(3.2)], ['Hb', from(12, null)])).toBe('pH under 3.2, Hb 12+');
    expect(name(['x1', from(2, null)], ['VitaminC', from(1, null)])).toBe('x1 2+, vitamin C 1+');
    expect(name(['Age', from(30, null)])).toBe('Age 30+');
  });

  it('names at most three values', () => {
    const cities = ['Oslo', 'Rome', 'Bern', 'Kyiv', 'Riga'];
    expect(name(['city', is(...cities.slice(0, 3))])).toBe('In Oslo, Rome or Bern');
    expect(name(['city', is(...cities)])).toBe('In Oslo, Rome, Bern or 2 more');
  });

  it('says where, when, and what somebody does', () => {
    expect(name(['month', is('may', 'apr')], ['day_of_week', is('mon')], ['job', is('technician')])).toBe(
      'In may or apr, on mon, job technician',
    );
  });

  it('keeps the spelling of names and abbreviations', () => {
    expect(name(['industry', is('SaaS', 'FinTech')])).toBe('SaaS or FinTech industry');
    expect(name(['CRM_tool', is('HubSpot')])).toBe('HubSpot CRM tool');
  });

  it('names the attribute where the values alone say nothing', () => {
    expect(name(['InternetService', is('DSL', 'No')])).toBe('Internet service: DSL or no');
    expect(name(['pipeline', is('No')], ['OrderFrequency', is('A')])).toBe('No pipeline, order frequency: A');
  });

  it('says members, absent members and missing values', () => {
    expect(name(['stack', { kind: 'includes', member: 'Slack' }])).toBe('Slack in stack');
    expect(name(['stack', { kind: 'excludes', member: 'Excel' }])).toBe('No Excel in stack');
    expect(name(['website', { kind: 'missing' }])).toBe('Website not known');
  });

  it('does not repeat a noun that the value holds', () => {
    expect(name(['OnlineSecurity', is('No internet service')])).toBe('No internet service');
  });

  it('tells many values by the few that are left out, and none of a count as none', () => {
    const category = (attribute: string, labels: string[]): Column => ({
      type: 'category',
      name: attribute,
      labels,
      codes: Int32Array.from(labels, (_, code) => code),
    });
    const columns: Column[] = [
      category('Contract', ['Month-to-month', 'One year', 'Two year']),
      category('OnlineSecurity', ['No', 'Yes', 'No internet service']),
      category('InternetService', ['No', 'DSL', 'Fiber optic']),
      category('trigger', ['Funding', 'Merger', 'None known', 'New CEO']),
      { type: 'number', name: 'demo_requests', whole: true, values: Float64Array.of(0, 1, 4) },
      { type: 'number', name: 'NumberCarsOwned', whole: true, values: Float64Array.of(0, 1, 4) },
      { type: 'number', name: 'SeniorCitizen', whole: true, values: Float64Array.of(0, 1, 1) },
    ];
    const say = (attribute: string, condition: Condition) => nameSegment([{ attribute, condition }], columns);
    expect(say('Contract', is('One year', 'Two year'))).toBe('Contract not month-to-month');
    expect(say('Contract', is('One year'))).toBe('One year contract');
    expect(say('OnlineSecurity', is('No', 'Yes'))).toBe('With internet service');
    expect(say('InternetService', is('DSL', 'Fiber optic'))).toBe('With internet service');
    expect(say('trigger', is('None known', 'Merger', 'New CEO'))).toBe('Trigger not Funding');
    expect(say('trigger', is('None known', 'Merger'))).toBe('None known or Merger trigger');
    expect(say('trigger', is('None known'))).toBe('No trigger');
    expect(say('demo_requests', from(0, 0))).toBe('No demo requests');
    expect(say('NumberCarsOwned', from(0, 0))).toBe('No cars owned');
    expect(say('SeniorCitizen', from(0, 0))).toBe('No senior citizen');
    expect(say('SeniorCitizen', from(1, 1))).toBe('Senior citizen');
    // All but "No" would be a yes, were there not one that says no to something else.
    expect(say('OnlineSecurity', is('Yes', 'No internet service'))).toBe('Online security or no internet service');
  });
});
