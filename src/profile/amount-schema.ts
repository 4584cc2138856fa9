import { z } from 'zod';
import { splitMethods } from '../model/proof.js';
import { count, estimate, interval, measure, number, positive, share, text } from './fields.js';

const measures = {
  rank: estimate('Spearman’s rank correlation of score and amount: 0 is chance.'),
  share_top_fifth: estimate('Share of all value that the best-scored fifth of accounts holds: 0.2 is chance.'),
  mean_error: measure('Mean absolute error, in the unit of the amounts.'),
  deviance: measure('Mean Tweedie deviance of power 1.5; the mean alone has 1, less is better.'),
};

const proof = z.strictObject({
  split: z
    .strictObject({
      method: z.enum(splitMethods).meta({ description: 'How accounts were chosen.' }),
      held_out_share: share('Share of the accounts that was held out (of each fold, for `folds`).'),
      description: text('One sentence for people.'),
    })
    .meta({ description: 'How the judged accounts were kept out of learning.' }),
  accounts: count('Held-out accounts that were judged.'),
  positives: count('Those of them that came to anything.'),
  total: measure('What all of them came to.'),
  ...measures,
  gini: estimate('Twice the area between the value curve and the diagonal: 0 is chance.'),
  ratio: estimate('What came over what was expected.'),
  curve: z
    .array(
      z.tuple([share('Share of the accounts, the best-scored first.'), share('Share of all value that they hold.')]),
    )
    .default([])
    .meta({ description: 'Value curve: [share of accounts, share of value].' }),
  fifths: z
    .array(
      z.strictObject({
        accounts: count('Accounts in the fifth.'),
        expected: measure('What they were expected to come to, together.'),
        came: measure('What they came to.'),
        interval: interval(),
      }),
    )
    .default([])
    .meta({ description: 'By fifths of what was expected, the best first.' }),
});

/** `amount` of `icp.yaml`. */
export const amountSchema = z.strictObject({
  total: measure('Sum of the amounts that were learnt from.'),
  mean: measure('Their mean.'),
  cap: measure('Shapes were learnt as if no amount were above this.'),
  capped: count('Accounts above the cap.'),
  cost: positive('What going after one account costs; the tiers are cut by it.').optional(),
  proof: proof.optional().meta({ description: 'What expected amounts did on accounts that had no part in them.' }),
  baselines: z
    .array(z.strictObject({ name: text('The method.'), ...measures }))
    .default([])
    .meta({ description: 'What simpler methods did on the same accounts.' }),
});

/** `scorecard.amount`. */
export const amountSpreadSchema = z.strictObject({
  center: number('Points at which what is expected is surest.'),
  level: measure('Standard error of its logarithm there.'),
  slope: measure('What one point away from there adds to the error, squares added.'),
});

export type AmountDocument = z.output<typeof amountSchema>;
