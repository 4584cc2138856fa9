import type { CompanySpec, Schedule } from './company-spec.js';
import { freshAndFastAttributes } from './fresh-and-fast-attributes.js';
import { traits } from './traits.js';

/** The market turns in the winter before the third year, within five months. */
const untilTurn: Schedule = { until: '2024-10-01', overDays: 150 };
const fromTurn: Schedule = { from: '2024-10-01', overDays: 150 };

/**
 * Fresh & Fast Cosmetics, B2C: three years of first orders, and who bought again. Young urban trend buyers stay for two
 * years; then it is people of 40–55 who want authenticity and sustainability.
 */
export const freshAndFast: CompanySpec = {
  name: 'fresh-and-fast',
  title: 'Fresh & Fast Cosmetics',
  market: 'b2c',
  story:
    'Fresh & Fast has always sold trendy, affordable make-up to urban people of 18–30. The market moves to people of ' +
    '40–55 who want authenticity and sustainability. When should the profile have changed, and to what?',
  accounts: 5000,
  attributes: freshAndFastAttributes,
  outcome: {
    column: 'bought_again',
    positive: 'yes',
    negative: 'no',
    id: 'customer_id',
    time: 'first_order',
    keep: ['age'],
  },
  baseRate: 0.34,
  effects: [
    { traits: traits('age 18–30'), logOdds: 0.8, schedule: untilTurn },
    { traits: traits('age 18–30', 'lives_in = City'), logOdds: 0.9, schedule: untilTurn },
    { traits: traits('values includes Trends'), logOdds: 0.6, schedule: untilTurn },
    { traits: traits('found_us_through in (Instagram, TikTok)'), logOdds: 0.5, schedule: untilTurn },
    { traits: traits('age 18–30'), logOdds: -0.4, schedule: fromTurn },
    { traits: traits('age 40–55'), logOdds: 1.1, schedule: fromTurn },
    { traits: traits('values includes Authenticity'), logOdds: 0.8, schedule: fromTurn },
    { traits: traits('values includes Sustainability'), logOdds: 0.9, schedule: fromTurn },
    { traits: traits('first_product in (Skin care, Refill set)'), logOdds: 0.6, schedule: fromTurn },
    { traits: traits('newsletter = yes'), logOdds: 1 },
    { traits: traits('found_us_through = Friend'), logOdds: 0.9 },
    { traits: traits('discount_first_order = yes'), logOdds: -1.1 },
    { traits: traits('returned_first_order = yes'), logOdds: -1.6 },
  ],
  duplicates: { exact: 0.008, respelled: 0.006 },
};
