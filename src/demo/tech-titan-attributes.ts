import type { AttributeSpec } from './company-spec.js';
import { techTitanWords } from './tech-titan-words.js';
import { traitOf } from './traits.js';

const government = traitOf('industry = Government');
const digital = traitOf('digital_maturity = high');

/** The columns of the CRM export of Tech Titan Solutions. */
export const techTitanAttributes: readonly AttributeSpec[] = [
  { name: 'account_id', kind: null, values: { kind: 'identifier', prefix: 'TT-', start: 10_247, step: 3 } },
  { name: 'created_on', kind: null, values: { kind: 'date', from: '2023-07-01', to: '2025-07-01', growth: 0.6 } },
  {
    name: 'industry',
    kind: 'firmographic',
    values: {
      kind: 'category',
      weights: {
        Technology: 26,
        Manufacturing: 15,
        'Financial services': 13,
        'Professional services': 12,
        Healthcare: 10,
        Retail: 9,
        Government: 8,
        Logistics: 7,
      },
    },
  },
  {
    name: 'country',
    kind: 'geographic',
    values: {
      kind: 'category',
      weights: {
        'United States': 34,
        'United Kingdom': 17,
        Germany: 15,
        Netherlands: 10,
        Denmark: 7,
        Sweden: 7,
        Australia: 10,
      },
    },
  },
  {
    name: 'region',
    kind: 'geographic',
    values: {
      kind: 'category',
      weights: { Europe: 1 },
      given: [
        { when: traitOf('country = United States'), weights: { 'North America': 1 } },
        { when: traitOf('country = Australia'), weights: { 'Asia-Pacific': 1 } },
      ],
    },
  },
  { name: 'company', kind: null, values: techTitanWords },
  { name: 'domain', kind: null, values: { kind: 'domain', company: 'company' }, missing: { share: 0.06 } },
  {
    name: 'employees',
    kind: 'firmographic',
    values: {
      kind: 'lognormal',
      median: 520,
      spread: 1.6,
      min: 15,
      max: 90_000,
      shifts: [{ when: government, by: 1.1 }],
    },
    missing: { share: 0.04 },
  },
  {
    name: 'revenue_eur',
    kind: 'firmographic',
    values: {
      kind: 'lognormal',
      median: 78_000_000,
      spread: 0.45,
      significant: 3,
      follows: [{ attribute: 'employees', slope: 0.95, about: 520 }],
    },
    // Small firms do not publish it: not missing at random.
    missing: { share: 0.1, given: [{ when: traitOf('revenue_eur under 20000000'), share: 0.45 }] },
  },
  {
    name: 'ownership',
    kind: 'firmographic',
    values: {
      kind: 'category',
      weights: { 'Founder-led': 35, 'Private equity': 20, 'Family-owned': 30, Listed: 15 },
      given: [
        { when: traitOf('employees 3000+'), weights: { Listed: 55, 'Private equity': 25, 'Family-owned': 20 } },
        // Not governments alone: else the two columns would say the same, and no one could tell which one counts.
        {
          when: traitOf('industry in (Healthcare, Logistics)'),
          weights: { 'Public sector': 45, 'Founder-led': 15, 'Private equity': 15, 'Family-owned': 15, Listed: 10 },
        },
        { when: government, weights: { 'Public sector': 1 } },
      ],
    },
  },
  {
    name: 'growth_stage',
    kind: 'firmographic',
    values: {
      kind: 'category',
      weights: { 'Scale-up': 45, Mature: 45, Consolidating: 10 },
      given: [
        { when: traitOf('employees under 100'), weights: { 'Start-up': 60, 'Scale-up': 30, Mature: 10 } },
        { when: traitOf('employees 3000+'), weights: { Mature: 70, Consolidating: 30 } },
      ],
    },
    missing: { share: 0.05 },
  },
  {
    name: 'founded_year',
    kind: 'firmographic',
    values: { kind: 'normal', mean: 1998, sd: 16, min: 1921, max: 2022 },
    missing: { share: 0.08 },
  },
  {
    name: 'digital_maturity',
    kind: 'technographic',
    isHidden: true,
    values: { kind: 'category', weights: { high: 4, low: 6 } },
  },
  {
    name: 'stack',
    kind: 'technographic',
    values: {
      kind: 'set',
      members: {
        'Microsoft 365': 0.62,
        Slack: 0.3,
        Jira: 0.28,
        Salesforce: 0.22,
        HubSpot: 0.16,
        Zendesk: 0.18,
        SAP: 0.26,
        Snowflake: 0.1,
        Workday: 0.14,
      },
      given: [
        {
          when: digital,
          members: { Slack: 0.72, Jira: 0.66, Salesforce: 0.4, HubSpot: 0.34, Zendesk: 0.48, Snowflake: 0.42 },
        },
        { when: government, members: { Slack: 0.06, HubSpot: 0.03, SAP: 0.6, Snowflake: 0.04 } },
      ],
      ifEmpty: 'Spreadsheets',
    },
  },
  {
    name: 'tools_in_use',
    kind: 'technographic',
    values: { kind: 'sizeOf', attribute: 'stack', except: 'Spreadsheets' },
  },
  {
    name: 'cloud',
    kind: 'technographic',
    values: {
      kind: 'category',
      weights: { AWS: 38, Azure: 34, 'Google Cloud': 13, 'On-premise': 15 },
      given: [{ when: government, weights: { 'On-premise': 65, Azure: 30, AWS: 5 } }],
    },
    missing: { share: 0.12 },
  },
  {
    name: 'main_need',
    kind: 'need',
    values: {
      kind: 'category',
      weights: {
        'One view of the customer': 30,
        'Automate follow-up': 24,
        'Replace spreadsheets': 18,
        'Reliable forecasts': 18,
        Compliance: 10,
      },
      given: [
        { when: government, weights: { Compliance: 60, 'One view of the customer': 25, 'Replace spreadsheets': 15 } },
      ],
    },
    missing: { share: 0.09 },
  },
  {
    name: 'recent_trigger',
    kind: 'need',
    values: {
      kind: 'category',
      weights: {
        'None known': 46,
        'New funding round': 13,
        'Hiring in sales': 15,
        'New head of sales': 12,
        Merger: 8,
        'Contract ends': 6,
      },
      given: [{ when: government, weights: { 'None known': 70, 'Contract ends': 30 } }],
    },
  },
  {
    name: 'attitude_to_change',
    kind: 'psychographic',
    values: { kind: 'category', weights: { 'Early adopter': 24, Pragmatist: 51, Conservative: 25 } },
    missing: { share: 0.15 },
  },
  {
    name: 'contact_role',
    kind: 'demographic',
    values: {
      kind: 'category',
      weights: {
        'Head of sales': 28,
        'CRM manager': 20,
        'IT director': 18,
        CFO: 8,
        'Managing director': 14,
        Procurement: 12,
      },
      given: [{ when: government, weights: { Procurement: 55, 'IT director': 35, 'CRM manager': 10 } }],
    },
    missing: { share: 0.03 },
  },
  {
    name: 'lead_source',
    kind: 'behavioural',
    values: { kind: 'category', weights: { Website: 30, Outbound: 26, Partner: 16, Event: 16, Referral: 12 } },
  },
  {
    name: 'site_visits_90d',
    kind: 'behavioural',
    values: { kind: 'count', mean: 5, spread: 0.9 },
    missing: { share: 0.07 },
  },
  { name: 'webinar_attended', kind: 'behavioural', values: { kind: 'category', weights: { yes: 24, no: 76 } } },
  {
    name: 'demo_requests',
    kind: 'behavioural',
    values: {
      kind: 'count',
      mean: 0.35,
      spread: 0.5,
      follows: [{ attribute: 'site_visits_90d', slope: 0.4, about: 4 }],
    },
  },
  {
    name: 'buying_cycle_days',
    kind: 'behavioural',
    values: {
      kind: 'lognormal',
      median: 64,
      spread: 0.4,
      min: 5,
      max: 900,
      shifts: [{ when: government, by: 0.8 }],
      follows: [{ attribute: 'employees', slope: 0.16, about: 520 }],
    },
    missing: { share: 0.22 },
  },
  {
    name: 'fiscal_year_end',
    kind: 'firmographic',
    values: { kind: 'category', weights: { December: 62, March: 14, June: 14, September: 10 } },
  },
  {
    name: 'sales_rep',
    kind: 'behavioural',
    values: {
      kind: 'category',
      weights: Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`Rep ${String(i + 1).padStart(2, '0')}`, 1])),
    },
  },
  {
    name: 'competitors_in_deal',
    kind: 'behavioural',
    values: { kind: 'count', mean: 1.6, spread: 0.4 },
    missing: { share: 0.11 },
  },
  { name: 'newsletter_opt_in', kind: 'behavioural', values: { kind: 'category', weights: { yes: 41, no: 59 } } },
  {
    name: 'office_locations',
    kind: 'geographic',
    values: { kind: 'count', mean: 2.4, spread: 0.6, min: 1 },
    missing: { share: 0.05 },
  },
  { name: 'product', kind: null, values: { kind: 'constant', value: 'TitanCRM Enterprise' } },
  { name: 'currency', kind: null, values: { kind: 'constant', value: 'EUR' } },
  {
    name: 'onboarding_manager',
    kind: 'behavioural',
    isLeak: true,
    values: { kind: 'category', weights: { 'Team North': 4, 'Team South': 3, 'Team Partner': 2 } },
    missing: { share: 1, given: [{ when: traitOf('status = won'), share: 0.03 }] },
  },
  {
    name: 'notes',
    kind: null,
    values: {
      kind: 'text',
      parts: [
        [
          'First call went well,',
          'Short call,',
          'Met at the autumn fair,',
          'Call back requested,',
          'Sent the deck;',
          'Spoke twice,',
          'Left a message, then a mail,',
        ],
        ['they', 'the team', 'their people', 'the whole department', 'two of the managers'],
        [
          'want to see the product',
          'asked for references',
          'compare three vendors',
          'said "not before spring"',
          'have questions about data protection',
          'like the reporting',
          'find the set-up long',
        ],
        [
          'and will discuss it internally.',
          'next month.',
          'before the board meets.',
          'with IT at the table.',
          'once the budget is clear.',
          '(see mail).',
        ],
      ],
      given: [
        { when: government, phrases: ['Tender rules apply.', 'Framework contract needed.'] },
        { when: traitOf('main_need = Compliance'), phrases: ['Asked for the certificates.', 'Wants an audit trail.'] },
      ],
    },
    missing: { share: 0.3 },
  },
];
