import { z } from 'zod';
import { amountSpreadSchema } from './amount-schema.js';
import { count, filled, measure, number, positive, text, texts, whole } from './fields.js';
import { stayingSchema } from './time-schema.js';

const yesOrNo = (description: string) =>
  z
    .preprocess((value) => ({ true: true, false: false })[String(value)] ?? value, z.boolean())
    .default(false)
    .meta({ description });

const shared = {
  attribute: filled('The attribute that the term looks at.'),
  missing: whole('Points where the attribute is not known.'),
  typical: number('Mean points of the term over the accounts it was learnt from.'),
};

const numericTerm = z.strictObject({
  kind: z.literal('numeric').meta({ description: 'Points by range.' }),
  ...shared,
  whole: yesOrNo('Takes whole values only.'),
  rows: z
    .array(
      z.strictObject({
        from: number('The range begins here, this value included.').optional(),
        under: number('The range ends here, this value not included.').optional(),
        points: whole('Points of the range.'),
      }),
    )
    .min(1)
    .meta({ description: 'Ranges in ascending order without a gap.' }),
});

const categoryTerm = z.strictObject({
  kind: z.literal('category').meta({ description: 'Points by group of values.' }),
  ...shared,
  rows: z
    .array(z.strictObject({ in: texts('The values of the group.'), points: whole('Points of the group.') }))
    .meta({ description: 'Groups of values; a value stands in one group only.' }),
  other: whole('Points of values that no row names.'),
});

const memberTerm = z.strictObject({
  kind: z.literal('member').meta({ description: 'Points for one member of a set.' }),
  ...shared,
  member: text('The member.'),
  points: whole('Points with it.'),
  without: whole('Points without it.'),
});

const axisAttribute = filled('The attribute that the axis looks at.');

const axis = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('numeric').meta({ description: 'Rows: the ranges between the cuts, then missing.' }),
    attribute: axisAttribute,
    whole: yesOrNo('Takes whole values only.'),
    cuts: z.array(number('A range begins here, and the one before ends.')).meta({ description: 'Ascending.' }),
  }),
  z.strictObject({
    kind: z.literal('category').meta({ description: 'Rows: the groups, then any other value, then missing.' }),
    attribute: axisAttribute,
    groups: z.array(texts('The values of a group.')).meta({ description: 'A value stands in one group only.' }),
  }),
  z.strictObject({
    kind: z.literal('member').meta({ description: 'Rows: with the member, without it, missing.' }),
    attribute: axisAttribute,
    member: text('The member.'),
  }),
]);

const pair = z.strictObject({
  axes: z.array(axis).min(2).max(2).meta({ description: 'The two things that the pair looks at.' }),
  typical: number('Mean points of the pair over the accounts it was learnt from.'),
  points: z
    .array(z.array(whole('Points of the cell.')).meta({ description: 'One for each row of the second axis.' }))
    .meta({ description: 'One list for each row of the first axis.' }),
});

const lengthPoint = z.strictObject({
  attributes: count('Attributes that the card looks at.'),
  rows: count('Rows of its terms.'),
  pairs: count('Two-way tables.').default(0),
  log_loss: measure(
    'Mean logarithmic loss on accounts that each card was made without; of amounts and time, deviance, the mean (the base) alone having 1.',
  ),
  excess: measure('The loss above that of the best length.'),
  standard_error: measure('Standard error of the excess.'),
  chosen: yesOrNo('This is the length that was kept.').optional(),
});

/** `scorecard` of `icp.yaml`, all but the tier cuts, which stand in `tiers`. */
export const scorecardSchema = z.strictObject({
  base: whole('Points of every account before any term.'),
  points_per_logit: positive('How many points make one unit of log-odds.'),
  calibration: z
    .strictObject({ intercept: number('Log-odds at no points.'), slope: number('Log-odds of one point.') })
    .meta({
      description:
        'log-odds = intercept + slope · points; of amounts, the logarithm of what is expected; of time, what is added to the log-odds of staying.',
    }),
  amount: amountSpreadSchema
    .optional()
    .meta({ description: 'Of amounts: how sure what is expected is. Absent: the outcome is yes or no.' }),
  time: stayingSchema
    .optional()
    .meta({ description: 'Of time: how long accounts stay, by bins of time, before points.' }),
  terms: z.array(z.discriminatedUnion('kind', [numericTerm, categoryTerm, memberTerm])).meta({
    description: 'Each looks at one attribute; the points of all, those of the pairs and the base add up to the score.',
  }),
  pairs: z
    .array(pair)
    .default([])
    .meta({ description: 'Each looks at two attributes together, beside what their terms give.' }),
  curve: z
    .array(lengthPoint)
    .optional()
    .meta({ description: 'Length against loss: what shorter cards would cost. Longest first.' }),
});

export type ScorecardDocument = z.output<typeof scorecardSchema>;
export type TermDocument = ScorecardDocument['terms'][number];
export type AxisDocument = ScorecardDocument['pairs'][number]['axes'][number];
