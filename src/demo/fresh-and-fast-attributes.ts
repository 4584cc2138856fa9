import type { Trait } from '../model/trait.js';
import type { AttributeSpec } from './company-spec.js';
import { traitOf } from './traits.js';

const young = traitOf('age 18–30');
const middle = traitOf('age 40–55');

/** Who comes changes, too, not only who comes back. */
function since(day: string): Trait {
  return {
    attribute: 'first_order',
    condition: { kind: 'range', lower: Date.parse(day), upper: null, upperIncluded: false },
  };
}

/** The columns of the shop export of Fresh & Fast Cosmetics. */
export const freshAndFastAttributes: readonly AttributeSpec[] = [
  { name: 'customer_id', kind: null, values: { kind: 'identifier', prefix: 'FF', start: 200_118, step: 7 } },
  { name: 'email', kind: null, values: { kind: 'email' } },
  { name: 'first_order', kind: null, values: { kind: 'date', from: '2023-01-01', to: '2026-01-01', growth: 0.3 } },
  {
    name: 'age',
    kind: 'demographic',
    values: {
      kind: 'normal',
      mean: 33,
      sd: 13,
      min: 18,
      max: 79,
      shifts: [
        { when: since('2024-07-01'), by: 3 },
        { when: since('2025-01-01'), by: 4 },
      ],
    },
    missing: { share: 0.06 },
  },
  {
    name: 'lives_in',
    kind: 'geographic',
    values: {
      kind: 'category',
      weights: { City: 45, Suburb: 33, Country: 22 },
      given: [{ when: young, weights: { City: 63, Suburb: 25, Country: 12 } }],
    },
  },
  {
    name: 'country',
    kind: 'geographic',
    values: { kind: 'category', weights: { Germany: 38, France: 24, Spain: 16, Austria: 12, Belgium: 10 } },
  },
  {
    name: 'household_income_eur',
    kind: 'demographic',
    values: {
      kind: 'lognormal',
      median: 34_000,
      spread: 0.42,
      significant: 2,
      shifts: [{ when: middle, by: 0.28 }],
    },
    // People with much of it say less often how much: not missing at random.
    missing: { share: 0.18, given: [{ when: traitOf('household_income_eur 60000+'), share: 0.5 }] },
  },
  {
    name: 'occupation',
    kind: 'demographic',
    values: {
      kind: 'category',
      weights: { Office: 34, Health: 14, Education: 12, Trade: 12, 'Self-employed': 12, 'At home': 16 },
      given: [{ when: traitOf('age under 25'), weights: { Student: 62, Office: 16, Trade: 14, Health: 8 } }],
    },
    missing: { share: 0.12 },
  },
  {
    name: 'values',
    kind: 'psychographic',
    values: {
      kind: 'set',
      members: {
        Trends: 0.3,
        Price: 0.42,
        Authenticity: 0.28,
        Sustainability: 0.3,
        'Cruelty-free': 0.25,
        'Natural ingredients': 0.3,
      },
      given: [
        { when: young, members: { Trends: 0.6, Price: 0.52, Authenticity: 0.2, Sustainability: 0.28 } },
        { when: middle, members: { Trends: 0.14, Price: 0.3, Authenticity: 0.42, Sustainability: 0.42 } },
      ],
      ifEmpty: 'None named',
    },
    // Known from a quiz that not everyone takes.
    missing: { share: 0.24 },
  },
  {
    name: 'found_us_through',
    kind: 'behavioural',
    values: {
      kind: 'category',
      weights: { Instagram: 22, TikTok: 12, Search: 28, Friend: 18, Magazine: 12, Podcast: 8 },
      given: [
        { when: young, weights: { Instagram: 34, TikTok: 32, Search: 16, Friend: 15, Podcast: 3 } },
        { when: middle, weights: { Instagram: 15, TikTok: 3, Search: 34, Friend: 20, Magazine: 18, Podcast: 10 } },
      ],
    },
  },
  {
    name: 'first_product',
    kind: 'behavioural',
    values: {
      kind: 'category',
      weights: { Lipstick: 22, 'Eye palette': 18, Foundation: 20, 'Skin care': 18, Nails: 12, 'Refill set': 10 },
      given: [
        {
          when: young,
          weights: { Lipstick: 26, 'Eye palette': 30, Foundation: 14, 'Skin care': 9, Nails: 17, 'Refill set': 4 },
        },
      ],
    },
  },
  {
    name: 'first_basket_eur',
    kind: 'behavioural',
    values: { kind: 'lognormal', median: 27, spread: 0.5, decimals: 2, min: 4.9, shifts: [{ when: middle, by: 0.25 }] },
  },
  { name: 'discount_first_order', kind: 'behavioural', values: { kind: 'category', weights: { yes: 38, no: 62 } } },
  { name: 'returned_first_order', kind: 'behavioural', values: { kind: 'category', weights: { yes: 11, no: 89 } } },
  { name: 'newsletter', kind: 'behavioural', values: { kind: 'category', weights: { yes: 44, no: 56 } } },
  { name: 'site_visits_before_order', kind: 'behavioural', values: { kind: 'count', mean: 3.2, spread: 0.7, min: 1 } },
  {
    name: 'reviews_read',
    kind: 'behavioural',
    values: { kind: 'count', mean: 2, spread: 0.9 },
    missing: { share: 0.09 },
  },
  {
    name: 'device',
    kind: 'technographic',
    values: { kind: 'category', weights: { Phone: 68, Computer: 24, Tablet: 8 } },
  },
  {
    name: 'payment',
    kind: 'behavioural',
    values: { kind: 'category', weights: { Card: 40, PayPal: 35, Invoice: 17, Wallet: 8 } },
  },
  {
    name: 'delivery_day',
    kind: 'behavioural',
    values: { kind: 'category', weights: { Mon: 1, Tue: 1, Wed: 1, Thu: 1, Fri: 1, Sat: 0.6 } },
  },
  {
    name: 'birthday_month',
    kind: 'demographic',
    values: { kind: 'uniform', lower: 1, upper: 13 },
    missing: { share: 0.2 },
  },
  { name: 'shop', kind: null, values: { kind: 'constant', value: 'Online' } },
  {
    name: 'loyalty_points',
    kind: 'behavioural',
    isLeak: true,
    values: { kind: 'count', mean: 0.02, shifts: [{ when: traitOf('bought_again = yes'), by: 8.5 }] },
  },
  {
    name: 'comment',
    kind: null,
    values: {
      kind: 'text',
      parts: [
        [
          'Nice colours,',
          'Quick delivery,',
          'Pretty box,',
          'Bought it for a party,',
          'As described,',
          'A present for my sister,',
          'I had hoped for more,',
        ],
        [
          'the shade is a bit darker than on screen',
          'it lasts all day',
          'the tube is small',
          'my friends asked what it is',
          'smells good',
          'the brush is too soft',
          'goes on well',
        ],
        [
          '– thanks!',
          'and the price is fair.',
          'but the bottle leaked.',
          'so I might come back.',
          '("limited edition", they said).',
          'all in all.',
        ],
      ],
      given: [
        {
          when: traitOf('values includes Sustainability'),
          phrases: ['Please use less plastic.', 'Do you take empties back?'],
        },
        {
          when: traitOf('values includes Authenticity'),
          phrases: ['I like that you show real faces.', 'Where does it come from?'],
        },
      ],
    },
    missing: { share: 0.55 },
  },
];
