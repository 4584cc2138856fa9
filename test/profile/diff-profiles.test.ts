import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../src/model/criterion.js';
import type { Profile } from '../../src/model/profile.js';
import type { NumericTerm, Scorecard, Term } from '../../src/model/scorecard.js';
import { diffProfiles } from '../../src/profile/diff-profiles.js';
import { formatChange } from '../../src/profile/format-change.js';
import { sampleProfile } from './sample-profile.js';

const told = (after: Profile, before = sampleProfile) => diffProfiles(before, after).map(formatChange);
const [size, industry, slack] = sampleProfile.criteria;
const card = sampleProfile.scorecard as Scorecard;
const withCriteria = (...criteria: Criterion[]): Profile => ({ ...sampleProfile, criteria });
const withCard = (change: Partial<Scorecard>): Profile => ({ ...sampleProfile, scorecard: { ...card, ...change } });
const withTerm = (term: Term): Profile =>
  withCard({ terms: card.terms.map((old) => (old.attribute === term.attribute ? term : old)) });

describe('diffProfiles', () => {
  it('says nothing of another order, other words for the same, or estimates within their interval', () => {
    const [segment] = sampleProfile.segments;
    const evidence = size.evidence!;
    const moved = { ...evidence, lift: { estimate: 1.65, lower: 1.5, upper: 1.8 }, q: 0.01 };
    const sameInOtherOrder: Profile = {
      ...sampleProfile,
      best: { ...sampleProfile.best, is: [' YES '], description: 'they bought' },
      attributes: [...sampleProfile.attributes].reverse(),
      criteria: [
        slack,
        { ...size, evidence: moved, points: 12.5 },
        {
          ...industry,
          trait: { attribute: 'industry', condition: { kind: 'in', values: ['IT services', 'Software'] } },
        },
      ],
      segments: [{ ...segment, traits: [...segment.traits].reverse() }],
      scorecard: {
        ...card,
        terms: [...card.terms]
          .reverse()
          .map((term) =>
            term.kind === 'category' ? { ...term, groups: [{ values: ['IT services', 'Software'], points: 7 }] } : term,
          ),
        typical: [...card.typical].reverse(),
      },
      provenance: { ...sampleProfile.provenance, seed: 2 },
    };
    expect(told(sameInOtherOrder)).toEqual([]);
  });

  it('tells criteria that appeared, vanished or moved', () => {
    const wider: Criterion = {
      ...size,
      role: 'must',
      status: 'observed',
      trait: { attribute: 'employees', condition: { kind: 'range', lower: 50, upper: 249, upperIncluded: true } },
      evidence: { ...size.evidence!, lift: { estimate: 2.1, lower: 1.9, upper: 2.3 } },
    };
    const region: Criterion = {
      trait: { attribute: 'region', condition: { kind: 'in', values: ['North'] } },
      role: 'nice',
      status: 'hypothesis',
    };
    expect(told(withCriteria(wider, region, { ...slack, belief: { strength: 40 }, note: 'Ask again.' }))).toEqual([
      'New: region = North (nice to have, a hypothesis).',
      'Gone: industry in (Software, IT services) (nice to have, observed).',
      'employees 50–199 is now employees 50–249.',
      'employees 50–249 is now a must (was strong).',
      'employees 50–249 is now observed (was validated).',
      'The lift of employees 50–249 rose to 2.10 (1.90 to 2.30) from 1.60 (1.45 to 1.76).',
      'The belief in stack without Slack is now worth 40 observations (was 20).',
      'New note on stack without Slack: “Ask again.”.',
    ]);
  });

  it('keeps the sought and the shunned range of one attribute apart', () => {
    const range = (role: 'strong' | 'disqualifier', lower: number | null, upper: number | null): Criterion => ({
      trait: { attribute: 'tenure', condition: { kind: 'range', lower, upper, upperIncluded: upper !== null } },
      role,
      status: 'observed',
    });
    const before = withCriteria(range('strong', 17, null), range('disqualifier', null, 5));
    expect(told(withCriteria(range('disqualifier', null, 8), range('strong', 12, null)), before)).toEqual([
      'tenure up to 5 is now tenure up to 8.',
      'tenure 17+ is now tenure 12+.',
    ]);
  });

  it('compares ranges that were cut differently value by value, the largest step first', () => {
    const recut: NumericTerm = { ...(card.terms[0] as NumericTerm), cuts: [50, 100, 200], points: [-6, 10, 20, 2] };
    expect(told(withTerm(recut))).toEqual([
      'employees 50–99 gives +10 points (was +18).',
      'employees 100–199 gives +20 points (was +18).',
    ]);
  });

  it('compares categories value by value and members by what they give', () => {
    const groups = [
      { values: ['Software'], points: 7 },
      { values: ['Retail'], points: -8 },
    ];
    expect(told(withTerm({ kind: 'category', attribute: 'industry', groups, other: -3, missing: 1 }))).toEqual([
      'industry = IT services gives −3 points (was +7).',
      'industry = Retail gives −8 points (was −3).',
      'industry missing gives +1 point (was 0).',
    ]);
    const member = { kind: 'member', attribute: 'stack', member: 'Slack', points: 9, without: -9, missing: 0 } as const;
    expect(told(withTerm(member))).toEqual(['stack without Slack gives −9 points (was −4).']);
  });

  it('tells terms, base, tiers and calibration', () => {
    const after = withCard({
      base: 38,
      terms: card.terms.slice(1),
      typical: card.typical.slice(1),
      tierCuts: { ideal: 64, stretch: 42 },
      calibration: { intercept: -3, slope: 0.05 },
    });
    expect(told(after)).toEqual([
      'Ideal begins at 64 points (was 60), stretch at 42 (as before).',
      'employees no longer counts (was −6 to +18 points).',
      'Every account starts from +38 points (was +40).',
      'An account of 60 points now has a chance of 50.0 % (was 42.0 %).',
    ]);
  });

  it('tells verdict, outcome and proof first, segments and what was set aside after', () => {
    const after: Profile = {
      ...sampleProfile,
      verdict: 'ranked',
      best: { outcome: 'revenue', atLeast: 5000, description: 'revenue of at least 5000' },
      proof: { ...sampleProfile.proof!, auc: { estimate: 0.77, lower: 0.7, upper: 0.83 } },
      learned: { accounts: 1200, positives: 240, baseRate: 0.2 },
      segments: [],
      setAside: [{ what: 'deal_id', reason: 'excluded', detail: '' }],
      attributes: [{ ...sampleProfile.attributes[0], type: 'number' }, ...sampleProfile.attributes.slice(1)],
    };
    expect(told(after)).toEqual([
      'The verdict is now ranked (was publishable).',
      '"Best" now means revenue of at least 5000 (was won is yes).',
      'AUC on held-out accounts is now 0.770 (0.700 to 0.830) (was 0.810 (0.780 to 0.840)); the intervals overlap.',
      'Segment gone: “mid-sized with chat”, employees 50–199 and stack includes Slack (validated, lift 2.20 (1.70 to 2.80)).',
      'Learnt from 1200 accounts with a base rate of 20.0 % (was 2400 with 25.0 %).',
      'employees is now read as firmographic, number (was firmographic, whole).',
      'deal_id is now set aside as excluded (was identifier).',
    ]);
  });

  it('tells when a profile begins or ceases to score', () => {
    expect(told({ ...sampleProfile, scorecard: null, proof: null })).toEqual([
      'The profile no longer has a scorecard: it does not score.',
      'There is no proof any more (AUC was 0.810 (0.780 to 0.840)).',
    ]);
    expect(told(sampleProfile, { ...sampleProfile, scorecard: null })).toEqual([
      'The profile now has a scorecard: it scores.',
    ]);
  });

  it('says that the recipe of an attribute changed, and that it counts as protected now', () => {
    const recipe = { from: 'ticket', measure: 'count', at: 'openedAt', windowDays: 90 } as const;
    const tickets = { name: 'tickets', kind: 'behavioural', type: 'whole', recipe } as const;
    const age = { name: 'age', kind: 'demographic', type: 'whole' } as const;
    const withAttributes = (...attributes: Profile['attributes']): Profile => ({ ...sampleProfile, attributes });
    const after = withAttributes(
      { ...tickets, recipe: { ...recipe, windowDays: 30 } },
      { ...age, sensitivity: 'protected' },
    );
    expect(told(after, withAttributes(tickets, age))).toEqual([
      'tickets is now count of ticket rows by openedAt, 30 days before the decision (was count of ticket rows by openedAt, 90 days before the decision): points of the two cannot be compared there.',
      'age now counts as protected (was not sensitive).',
    ]);
  });
});
