import { describe, expect, it } from 'vitest';
import { nameSegment } from '../../src/learn/name-segment.js';
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

  it('turns yes and no into with and without', () => {
    expect(name(['PaperlessBilling', is('Yes')], ['TechSupport', is('No')])).toBe('Paperless billing, no tech support');
    expect(name(['SeniorCitizen', from(1, 1)])).toBe('Senior citizen');
    expect(name(['is_partner', from(0, 0)])).toBe('No is partner');
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
});
