import { z } from 'zod';
import { filled, number, positive, text, texts, whole } from './fields.js';

const shared = {
  attribute: filled('The attribute that the term looks at.'),
  missing: whole('Points where the attribute is not known.'),
  typical: number('Mean points of the term over the accounts it was learnt from.'),
};

const numericTerm = z.strictObject({
  kind: z.literal('numeric').meta({ description: 'Points by range.' }),
  ...shared,
  whole: z
    .preprocess((value) => ({ true: true, false: false })[String(value)] ?? value, z.boolean())
    .default(false)
    .meta({ description: 'Takes whole values only.' }),
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

/** `scorecard` of `icp.yaml`, all but the tier cuts, which stand in `tiers`. */
export const scorecardSchema = z.strictObject({
  base: whole('Points of every account before any term.'),
  points_per_logit: positive('How many points make one unit of log-odds.'),
  calibration: z
    .strictObject({ intercept: number('Log-odds at no points.'), slope: number('Log-odds of one point.') })
    .meta({ description: 'log-odds = intercept + slope · points.' }),
  terms: z
    .array(z.discriminatedUnion('kind', [numericTerm, categoryTerm, memberTerm]))
    .meta({ description: 'Each looks at one attribute; their points and the base add up to the score.' }),
});

export type ScorecardDocument = z.output<typeof scorecardSchema>;
export type TermDocument = ScorecardDocument['terms'][number];
