import type { AttributeSpec, CompanySpec } from './company-spec.js';
import { nexacrmBeliefs } from './nexacrm-beliefs.js';
import { traitOf, traits } from './traits.js';

const attributes: readonly AttributeSpec[] = [
  { name: 'prospect_id', kind: null, values: { kind: 'identifier', prefix: 'P', start: 1001 } },
  { name: 'talked_on', kind: null, values: { kind: 'date', from: '2025-02-01', to: '2025-12-01' } },
  {
    name: 'industry',
    kind: 'firmographic',
    values: {
      kind: 'category',
      weights: { 'Tech start-up': 48, Agency: 18, 'Online shop': 14, Consultancy: 12, 'Trades business': 8 },
    },
  },
  {
    name: 'company',
    kind: null,
    values: {
      kind: 'company',
      trades: {
        attribute: 'industry',
        words: {
          'Tech start-up': ['Labs', 'Apps', 'Software', 'Cloud', 'Robotics', 'Data'],
          Agency: ['Media', 'Studio', 'Campaigns', 'Design'],
          'Online shop': ['Shop', 'Goods', 'Outlet', 'Market'],
          Consultancy: ['Advisers', 'Consulting', 'Partners'],
          'Trades business': ['Electrics', 'Joinery', 'Heating', 'Gardens'],
        },
      },
    },
  },
  {
    name: 'company_age_years',
    kind: 'firmographic',
    values: { kind: 'lognormal', median: 4.5, spread: 0.7, min: 1, max: 40 },
  },
  {
    name: 'employees',
    kind: 'firmographic',
    values: { kind: 'lognormal', median: 28, spread: 0.85, min: 2, max: 400 },
  },
  {
    name: 'pricing_wish',
    kind: 'need',
    values: { kind: 'category', weights: { 'Pay by use': 42, 'Fixed monthly price': 38, 'Yearly contract': 20 } },
  },
  {
    name: 'price_sensitivity',
    kind: 'psychographic',
    values: { kind: 'category', weights: { High: 46, Medium: 34, Low: 20 } },
  },
  {
    name: 'crm_today',
    kind: 'technographic',
    values: { kind: 'category', weights: { Spreadsheets: 44, 'None at all': 16, 'Another CRM': 40 } },
  },
  {
    name: 'spoke_to',
    kind: 'demographic',
    values: { kind: 'category', weights: { Founder: 46, 'Head of sales': 32, 'Office manager': 22 } },
  },
  {
    name: 'pains',
    kind: 'need',
    values: {
      kind: 'set',
      members: { 'Lost follow-ups': 0.45, 'No overview': 0.4, 'Too many tools': 0.3, 'Costly licences': 0.35 },
      ifEmpty: 'None named',
    },
    missing: { share: 0.08 },
  },
  {
    name: 'remote_share',
    kind: 'firmographic',
    values: { kind: 'uniform', lower: 0, upper: 1, decimals: 1 },
    missing: { share: 0.15 },
  },
];

/**
 * NexaCRM, a start-up without customers: a profile made of beliefs, 200 conversations to test it on (the first 10, the
 * first 50, all), and prospects to score. Planted: size holds, paying by use matters most, age does not matter, and
 * those who look at the price first are the wrong ones; that spreadsheets are what is replaced, nobody believed.
 */
export const nexacrm: CompanySpec = {
  name: 'nexacrm',
  title: 'NexaCRM',
  market: 'b2b',
  story:
    'NexaCRM has no customers yet. It believes in tech start-ups of 1–5 years with 20–50 people that want an affordable ' +
    'CRM they pay for by use. Which of its beliefs hold after 10, 50 and 200 conversations, and what should it test next?',
  accounts: 700,
  attributes,
  outcome: { column: 'interested', positive: 'yes', negative: 'no', id: 'prospect_id', time: 'talked_on' },
  baseRate: 0.3,
  effects: [
    { traits: traits('pricing_wish = Pay by use'), logOdds: 1.9 },
    { traits: traits('employees 20–50'), logOdds: 1.1 },
    { traits: traits('industry = Tech start-up'), logOdds: 0.7 },
    { traits: traits('price_sensitivity = High'), logOdds: -1 },
    { traits: traits('crm_today = Spreadsheets'), logOdds: 0.9 },
  ],
  files: [
    { name: 'conversations-10.csv', to: 10, isOutcomeKnown: true },
    { name: 'conversations-50.csv', to: 50, isOutcomeKnown: true },
    { name: 'conversations-200.csv', to: 200, isOutcomeKnown: true },
    { name: 'prospects.csv', from: 200, isOutcomeKnown: false },
  ],
  beliefs: {
    file: 'beliefs.yaml',
    text: nexacrmBeliefs,
    claims: [
      { trait: traitOf('industry = Tech start-up'), holds: true },
      { trait: traitOf('company_age_years 1–5'), holds: false },
      { trait: traitOf('employees 20–50'), holds: true },
      { trait: traitOf('pricing_wish = Pay by use'), holds: true },
      { trait: traitOf('price_sensitivity = High'), holds: false },
    ],
  },
};
