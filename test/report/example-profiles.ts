import type { Profile } from '../../src/model/profile.js';
import { bare, criterion, evidence, oneOf, points, proof, range, segment } from './example-parts.js';

/** A B2B profile that passed its proof: every part of a report has something to show. */
export const publishable: Profile = {
  assay: 1,
  name: 'TitanCRM ideal customer',
  market: 'b2b',
  description:
    'Technology companies of 200 to 999 people that already run a CRM beside a data warehouse, and came to us by a partner or at an event.',
  verdict: 'publishable',
  reasons: [
    'The 95 % interval of AUC, 0.82–0.86, lies above 0.5.',
    'The 95 % interval of the lift in the best-scored fifth, 1.9–2.3, lies above 1.',
    '1,761 accounts were held out, enough to judge probabilities.',
  ],
  best: { outcome: 'stage', is: ['Won'], description: 'stage is Won' },
  learned: { accounts: 5282, positives: 1373, baseRate: 0.26 },
  attributes: [
    { name: 'employees', kind: 'firmographic', type: 'whole' },
    { name: 'industry', kind: 'firmographic', type: 'category' },
    { name: 'annual revenue (m€)', kind: 'firmographic', type: 'number' },
    { name: 'source', kind: 'behavioural', type: 'category' },
    { name: 'stack', kind: 'technographic', type: 'set' },
    { name: 'country', kind: 'geographic', type: 'category' },
    { name: 'sales cycle of last purchase (days)', kind: 'behavioural', type: 'whole' },
  ],
  criteria: [
    criterion('employees', range(200, 999), {
      role: 'strong',
      points: 9,
      evidence: evidence([812, 0.154, 0.533], [2.05, 1.86, 2.26], { q: 1e-9, effects: [1.41, 1.12] }),
    }),
    criterion('industry', oneOf('Software', 'Cloud services'), {
      role: 'strong',
      points: 7,
      evidence: evidence([1311, 0.248, 0.45], [1.73, 1.6, 1.87], { q: 2e-8, effects: [1.11, 0.93] }),
    }),
    criterion(
      'stack',
      { kind: 'includes', member: 'Snowflake' },
      {
        role: 'nice',
        points: 4,
        evidence: evidence([604, 0.114, 0.401], [1.54, 1.36, 1.75], { q: 0.0004, effects: [0.72, 0.51] }),
      },
    ),
    criterion('source', oneOf('Partner'), {
      role: 'nice',
      points: 4,
      evidence: evidence([455, 0.086, 0.38], [1.46, 1.25, 1.7], { q: 0.002, effects: [0.61, 0.55] }),
    }),
    criterion(
      'annual revenue (m€)',
      { kind: 'range', lower: 20, upper: 250, upperIncluded: false },
      {
        role: 'nice',
        points: 2,
        evidence: evidence([1530, 0.29, 0.33], [1.27, 1.16, 1.39], { q: 0.004, effects: [0.41, -0.14] }),
      },
    ),
    criterion('employees', range(null, 19), {
      role: 'disqualifier',
      points: -12,
      evidence: evidence([934, 0.177, 0.06], [0.23, 0.18, 0.3], { q: 1e-12, effects: [-1.9, -1.62] }),
      note: 'Sales agreed in spring to send these to self-service.',
    }),
    criterion('industry', oneOf('Public administration, defence', 'Education', 'Agriculture'), {
      role: 'nice',
      points: -5,
      evidence: evidence([702, 0.133, 0.151], [0.58, 0.48, 0.7], { q: 3e-6, effects: [-0.74, -0.6] }),
    }),
    criterion('source', oneOf('Bought list'), {
      role: 'nice',
      points: -4,
      evidence: evidence([388, 0.073, 0.168], [0.65, 0.51, 0.82], { q: 0.003, effects: [-0.58, -0.47] }),
    }),
    { ...bare('country', oneOf('Switzerland')), role: 'nice', status: 'hypothesis', belief: { strength: 20 } },
    {
      ...bare('employees', range(1000, null)),
      role: 'strong',
      status: 'refuted',
      note: 'What the slide of last year said.',
    },
  ],
  segments: [
    segment('Mid-sized cloud builders', {
      status: 'validated',
      counts: [312, 0.059, 0.67],
      lift: [2.58, 2.28, 2.9],
      heldOut: { accounts: 101, positives: 62, lift: { estimate: 2.36, lower: 1.93, upper: 2.79 }, p: 0.0002 },
    }),
    segment('Partner-led with a warehouse', {
      status: 'validated',
      counts: [148, 0.028, 0.581],
      lift: [2.23, 1.81, 2.66],
      heldOut: { accounts: 49, positives: 25, lift: { estimate: 1.96, lower: 1.35, upper: 2.58 }, p: 0.011 },
    }),
    segment('Old lists of big names', { status: 'observed', counts: [76, 0.014, 0.421], lift: [1.62, 1.12, 2.14] }),
  ],
  scorecard: {
    base: 30,
    pointsPerLogit: 5,
    terms: [
      {
        kind: 'numeric',
        attribute: 'employees',
        whole: true,
        cuts: [20, 200, 1000],
        points: [-12, 0, 9, 3],
        missing: -2,
      },
      {
        kind: 'category',
        attribute: 'industry',
        groups: [
          { values: ['Software', 'Cloud services'], points: 7 },
          { values: ['Public administration, defence', 'Education', 'Agriculture'], points: -5 },
        ],
        other: 0,
        missing: -1,
      },
      {
        kind: 'numeric',
        attribute: 'annual revenue (m€)',
        whole: false,
        cuts: [2.5, 20, 250],
        points: [-3, 0, 2, 1],
        missing: 0,
      },
      {
        kind: 'category',
        attribute: 'source',
        groups: [
          { values: ['Partner'], points: 4 },
          { values: ['Event', 'Referral'], points: 2 },
          { values: ['Bought list'], points: -4 },
        ],
        other: 0,
        missing: 0,
      },
      { kind: 'member', attribute: 'stack', member: 'Snowflake', points: 4, without: -1, missing: 0 },
    ],
    pairs: [],
    calibration: { intercept: -7.05, slope: 0.2 },
    tierCuts: { ideal: 40, stretch: 28 },
    typical: [0.2, 1.1, 0.3, 0.4, -0.4],
  },
  proof: proof(),
  baselines: [
    {
      name: 'naive Bayes by frequency (as in Odoo)',
      auc: { estimate: 0.79, lower: 0.77, upper: 0.81 },
      liftTopFifth: { estimate: 1.85, lower: 1.66, upper: 2.05 },
      logLoss: 0.562,
    },
    {
      name: 'base rate for everyone',
      auc: { estimate: 0.5, lower: 0.5, upper: 0.5 },
      liftTopFifth: { estimate: 1, lower: 0.84, upper: 1.16 },
      logLoss: 0.573,
    },
  ],
  setAside: [
    { what: 'account_id', reason: 'identifier', detail: 'every value is different' },
    {
      what: 'lost_reason',
      reason: 'suspected leak',
      detail: 'filled in for 99.7 % of the lost deals and none of the won',
    },
    { what: 'notes', reason: 'free text', detail: '4,981 different texts, 212 characters on average' },
    { what: 'currency', reason: 'constant', detail: 'EUR for all 7,043 accounts' },
    { what: '31 rows', reason: 'duplicate rows', detail: 'the same in every column' },
    { what: '2 rows', reason: 'unreadable rows', detail: 'lines 118 and 4,020 have too few fields' },
  ],
  review: { every: 'quarter' },
  provenance: {
    assay: '0.1.0',
    seed: 1,
    snapshots: [
      { source: 'deals.csv', sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', rows: 7043 },
    ],
    id: 'account_id',
    time: 'created_at',
  },
};

/** The order holds, but there are too few accounts for probabilities. */
export const ranked: Profile = {
  ...publishable,
  name: 'Salvirt pilot',
  verdict: 'ranked',
  reasons: ['448 accounts are too few to judge probabilities: only the order is claimed.'],
  learned: { accounts: 448, positives: 228, baseRate: 0.509 },
  proof: {
    ...proof(),
    split: { method: 'folds', heldOutShare: 0.2, description: 'Five folds; every account was held out once.' },
    accounts: 448,
    positives: 228,
    baseRate: 0.509,
    auc: { estimate: 0.812, lower: 0.772, upper: 0.852 },
    liftTopFifth: { estimate: 1.68, lower: 1.49, upper: 1.86 },
    calibrationNoise: 0.05,
  },
};

/** Enough rows, but nothing in them: the proof does not beat chance. */
export const refused: Profile = {
  ...publishable,
  name: 'RavenStack subscribers',
  description: 'No description: nothing here tells those who stay from those who leave.',
  verdict: 'refused',
  reasons: [
    'The 95 % interval of AUC, 0.43–0.57, includes 0.5: on accounts it had not seen, the score did no better than chance.',
    'The 95 % interval of the lift in the best-scored fifth, 0.7–1.4, includes 1.',
  ],
  best: { outcome: 'churned', is: ['false'], description: 'churned is false' },
  learned: { accounts: 400, positives: 312, baseRate: 0.78 },
  attributes: publishable.attributes.slice(0, 4),
  criteria: [],
  segments: [],
  scorecard: null,
  proof: {
    ...proof(),
    split: { method: 'hash', heldOutShare: 0.25, description: 'A quarter of the accounts, by a hash of account_id.' },
    accounts: 100,
    positives: 78,
    baseRate: 0.78,
    auc: { estimate: 0.5, lower: 0.43, upper: 0.57 },
    liftTopFifth: { estimate: 1.05, lower: 0.72, upper: 1.38 },
    logLoss: 0.541,
    gains: points([0, 0], [0.25, 0.23], [0.5, 0.52], [0.75, 0.74], [1, 1]),
    calibration: [],
  },
  baselines: [],
};

/** Customers only: says what they have in common, claims no lift. */
export const description: Profile = {
  ...publishable,
  name: 'Fresh & Fast customers',
  market: 'b2c',
  description: 'Women of 18 to 30 in cities who buy colour often and in small baskets.',
  verdict: 'description',
  reasons: ['All 3,204 accounts have the outcome: without accounts that lack it, no lift can be claimed.'],
  best: { outcome: 'bought', is: ['yes'], description: 'bought is yes' },
  learned: { accounts: 3204, positives: 3204, baseRate: 1 },
  attributes: [
    { name: 'age', kind: 'demographic', type: 'whole' },
    { name: 'city size', kind: 'geographic', type: 'category' },
  ],
  criteria: [
    criterion('age', range(18, 30), {
      role: 'nice',
      status: 'observed',
      evidence: evidence([2115, 0.66, 1], [1, 1, 1], { q: 1, effects: [0, 0] }),
    }),
    criterion('city size', oneOf('over 500,000'), {
      role: 'nice',
      status: 'observed',
      evidence: evidence([1730, 0.54, 1], [1, 1, 1], { q: 1, effects: [0, 0] }),
    }),
  ],
  segments: [],
  scorecard: null,
  proof: null,
  baselines: [],
  setAside: [],
};

/** A start-up's beliefs: no account has been met. */
export const hypotheses: Profile = {
  ...description,
  name: 'NexaCRM beliefs',
  market: 'b2b',
  description: 'Tech start-ups that want a CRM they pay for by use.',
  reasons: [],
  best: { outcome: 'signed', is: ['yes'], description: 'signed is yes' },
  learned: { accounts: 0, positives: 0, baseRate: 0 },
  attributes: [
    { name: 'age in years', kind: 'firmographic', type: 'number' },
    { name: 'employees', kind: 'firmographic', type: 'whole' },
  ],
  criteria: [
    { ...bare('employees', range(20, 50)), role: 'strong', status: 'hypothesis', belief: { strength: 20 } },
    {
      ...bare('age in years', { kind: 'range', lower: 1, upper: 5, upperIncluded: true }),
      role: 'strong',
      status: 'hypothesis',
      belief: { strength: 10 },
      note: 'From twelve talks at one fair.',
    },
    { ...bare('employees', range(500, null)), role: 'disqualifier', status: 'hypothesis', belief: { strength: 1 } },
  ],
  provenance: { assay: '0.1.0', seed: 1, snapshots: [] },
};

/** The same start-up after fifty conversations. */
export const weighed: Profile = {
  ...hypotheses,
  name: 'NexaCRM after fifty conversations',
  learned: { accounts: 50, positives: 14, baseRate: 0.28 },
  criteria: [
    {
      ...bare('industry', oneOf('Tech')),
      role: 'strong',
      status: 'refuted',
      points: -7,
      belief: { strength: 10, posterior: { estimate: -0.33, lower: -1.43, upper: 0.4 } },
      evidence: evidence([24, 0.48, 0.208], [0.744, 0.368, 1.209], { q: 0.59, effects: [-0.65, -0.51] }),
    },
    {
      ...bare('age in years', { kind: 'range', lower: 1, upper: 5, upperIncluded: true }),
      role: 'strong',
      status: 'hypothesis',
      points: 20,
      belief: { strength: 10 },
      note: 'From twelve talks at one fair.',
    },
    {
      ...bare('employees', range(20, 50)),
      role: 'strong',
      status: 'validated',
      points: 33,
      belief: { strength: 20, posterior: { estimate: 1.667, lower: 0.521, upper: 2.812 } },
      evidence: evidence([25, 0.5, 0.48], [1.714, 1.196, 2.151], { q: 0.009, effects: [2.16, 2.24] }),
    },
    {
      ...bare('pricing', oneOf('Pay by use')),
      role: 'strong',
      status: 'validated',
      points: 44,
      belief: { strength: 10, posterior: { estimate: 2.204, lower: 0.893, upper: 3.516 } },
      evidence: evidence([21, 0.42, 0.571], [2.041, 1.382, 2.672], { q: 0.0011, effects: [2.67, 2.92] }),
    },
  ],
  provenance: {
    ...hypotheses.provenance,
    snapshots: [
      { source: 'talks.csv', sha256: '005de74687d62f6162a96d9fb0ab9df542fdca250859f7f9d667c011ddc07bc2', rows: 50 },
    ],
  },
};

export const exampleProfiles = { publishable, ranked, refused, description, hypotheses, weighed };
