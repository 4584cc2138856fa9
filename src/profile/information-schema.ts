import { z } from 'zod';
import { binTrends } from '../model/attribute-bins.js';
import { count, interval, measure, text } from './fields.js';

const bin = z.strictObject({
  values: text('The values in words.'),
  accounts: count('Accounts that have them.'),
  positives: count('Those of them that had the outcome.'),
  weight: measure(
    'Weight of evidence: ln(share of all positives / share of all negatives); above 0 speaks for the account.',
  ),
  interval: interval('95 % interval of the weight.'),
});

/** What each attribute tells by itself. */
export const informationSchema = z.array(
  z.strictObject({
    attribute: text('The column.'),
    member: text('Of a set: the member that accounts have or lack.').optional(),
    information_value: measure(
      'Information value over these bins, natural logarithm; under 0.02 it tells next to nothing.',
    ),
    trend: z
      .enum(binTrends)
      .meta({ description: 'What the share of positives does from low to high; `none` without an order.' }),
    bins: z
      .array(bin)
      .meta({ description: 'Ranges from low to high, categories from best to worst, then other and missing.' }),
  }),
);
export type InformationDocument = z.output<typeof informationSchema>;
