import { z } from 'zod';
import { readings } from '../../model/experiment.js';
import { count, filled, number, positive, share, texts } from '../../profile/fields.js';

const column = filled('The column of the outcome file.');
const is = texts('The values that count as yes; left out, the column holds amounts.').optional();
const truth = (description: string) =>
  z
    .preprocess((value) => (value === 'true' ? true : value === 'false' ? false : value), z.boolean())
    .default(false)
    .meta({ description });

/** `experiment.yaml` as it stands in the file. */
export const experimentSchema = z.strictObject({
  assay_experiment: z
    .preprocess((value) => (value === '1' ? 1 : value), z.literal(1))
    .meta({ description: 'The version of the format: 1.' }),
  name: filled('What the experiment is called.'),
  salt: filled('What accounts are hashed with. Never change it once accounts are assigned.'),
  outcome: z.strictObject({ column, is }).meta({ description: 'What acting is meant to raise.' }),
  arms: z
    .array(
      z.strictObject({
        name: filled('The name of the arm, as it stands in the file of assignments.'),
        share: share('Share of the accounts, 0–1; all shares add up to 1.'),
        holdout: truth('Nobody acts upon this arm; exactly one arm is held out.'),
      }),
    )
    .min(2)
    .meta({ description: 'What accounts are drawn into.' }),
  stratify: filled('The column whose values are balanced one by one, such as tier.').optional(),
  adjust: z
    .enum(['fit', 'none'])
    .default('none')
    .meta({ description: 'Whether the fit that accounts had when they were assigned is taken out of the chance.' }),
  reading: z
    .enum(readings)
    .default('any time')
    .meta({ description: 'Whether results may be looked at any time, or once when all accounts are decided.' }),
  design: z.strictObject({
    base: number('Without acting: the rate (0–1), or the mean amount.'),
    sd: positive('Of amounts: the standard deviation between accounts.').optional(),
    effect: positive('The smallest difference worth seeing, in the unit of the outcome.'),
    power: share('Chance to see it when it is there.').default(0.8),
    alpha: share('Chance to see something when nothing is there.').default(0.05),
    accounts: count('Accounts whose outcome must be known, all arms together.'),
    weeks: positive('How long that takes.').optional(),
  }),
  guard_rails: z
    .array(
      z.strictObject({
        column,
        is,
        worse: z.enum(['higher', 'lower']).meta({ description: 'The direction that is worse.' }),
        margin: positive('How much worse is too much, in the unit of the metric.'),
      }),
    )
    .default([])
    .meta({ description: 'What must not get worse.' }),
});

export type ExperimentDocument = z.output<typeof experimentSchema>;
