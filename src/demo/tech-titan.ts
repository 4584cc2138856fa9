import type { CompanySpec } from './company-spec.js';
import { techTitanAttributes } from './tech-titan-attributes.js';
import { traits } from './traits.js';

const midSized = 'employees 200–999';
const integrated = 'tools_in_use 4+';
const triggered = 'recent_trigger in (New funding round, Hiring in sales)';

/**
 * Tech Titan Solutions, B2B: the first two years of an enterprise CRM in a saturated market. The slide says "large tech";
 * planted is that mid-sized firms with several tools and a recent trigger are the blue ocean.
 */
export const techTitan: CompanySpec = {
  name: 'tech-titan',
  title: 'Tech Titan Solutions',
  market: 'b2b',
  story:
    'Tech Titan sells cloud and business software to large technology enterprises and governments, and has launched an ' +
    'enterprise CRM. Two years of offers are in. Is "large tech" the right customer, or too narrow?',
  accounts: 3000,
  attributes: techTitanAttributes,
  outcome: { column: 'status', positive: 'won', negative: 'lost', id: 'account_id', time: 'created_on' },
  baseRate: 0.18,
  effects: [
    { traits: traits(midSized), logOdds: 0.6 },
    { traits: traits(integrated), logOdds: 0.5 },
    { traits: traits(triggered), logOdds: 0.6 },
    { traits: traits(midSized, integrated), logOdds: 0.7 },
    { traits: traits(midSized, integrated, triggered), logOdds: 0.9 },
    { traits: traits('employees 10000+'), logOdds: -1 },
    { traits: traits('industry = Government'), logOdds: -1.2 },
    { traits: traits('attitude_to_change = Early adopter'), logOdds: 0.5 },
    { traits: traits('attitude_to_change = Conservative'), logOdds: -0.6 },
    { traits: traits('demo_requests 1+'), logOdds: 0.8 },
    { traits: traits('webinar_attended = yes'), logOdds: 0.4 },
    { traits: traits('contact_role = Procurement'), logOdds: -0.8 },
    { traits: traits('lead_source = Referral'), logOdds: 0.6 },
  ],
  duplicates: { exact: 0.01, respelled: 0.015 },
};
