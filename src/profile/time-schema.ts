import { z } from 'zod';
import { splitMethods } from '../model/proof.js';
import { tiers } from '../model/scorecard.js';
import { count, estimate, interval, measure, number, positive, share, text } from './fields.js';

const span = (description: string) =>
  z
    .strictObject({
      estimate: measure('The time.').optional(),
      lower: measure('Lower end of the 95 % interval.').optional(),
      upper: measure('Upper end.').optional(),
    })
    .meta({ description: `${description} What is absent lies beyond what was watched.` });

const measures = {
  concordance: estimate(
    'Of two accounts of which one outlasted the other: how often it had more points (Harrell); 0.5 is chance.',
  ),
  uno: estimate('The same with weights for how long accounts were watched (Uno).'),
  brier: measure('Integrated Brier score of the shares foretold to be kept; less is better.'),
};

const group = z.strictObject({
  accounts: count('Accounts in it.'),
  expected: measure('Share that was foretold to be kept after the horizon.'),
  kept: measure('Share that was kept.'),
  interval: interval(),
});

const proof = z.strictObject({
  split: z
    .strictObject({
      method: z.enum(splitMethods).meta({ description: 'How accounts were chosen.' }),
      held_out_share: share('Share of the accounts that was held out (of each fold, for `folds`).'),
      description: text('One sentence for people.'),
    })
    .meta({ description: 'How the judged accounts were kept out of learning.' }),
  accounts: count('Held-out accounts that were judged.'),
  ended: count('Those of them whose end came.'),
  until: measure('The Brier score is over the time up to this.'),
  ...measures,
  improvement: estimate('1 − Brier score over that of one curve for everybody: 0 is no better.'),
  all: group.meta({ description: 'All of them.' }),
  fifths: z.array(group).default([]).meta({ description: 'By what was foretold, the best first.' }),
});

/** `time` of `icp.yaml`. */
export const timeSchema = z.strictObject({
  horizon: positive('The time after which shares kept are told, in periods.'),
  followed: measure('The longest that anybody was watched.'),
  kept: estimate('Share of all accounts kept after the horizon (Kaplan and Meier).'),
  median: span('The time after which half of all accounts are left.'),
  curve: z
    .array(
      z.strictObject({
        time: number('After this time …'),
        at_risk: count('… of accounts still there and watched just before …'),
        kept: measure('… this share of all is kept.'),
        interval: interval(),
      }),
    )
    .default([])
    .meta({ description: 'Some steps of the curve of all accounts.' }),
  tiers: z
    .array(
      z.strictObject({
        tier: z.enum(tiers).meta({ description: 'The tier.' }),
        accounts: count('Held-out accounts that fell into it.'),
        ended: count('Those of them whose end came.'),
        kept: measure('Share of them kept after the horizon.'),
        interval: interval(),
        median: span('The time after which half of them are left.'),
      }),
    )
    .default([])
    .meta({ description: 'What accounts of each tier did, scored by cards that had not seen them.' }),
  proof: proof.optional().meta({ description: 'What was foretold of accounts that had no part in it.' }),
  baselines: z
    .array(z.strictObject({ name: text('The method.'), ...measures }))
    .default([])
    .meta({ description: 'What simpler methods did on the same accounts.' }),
});

/** `scorecard.time`. */
export const stayingSchema = z.strictObject({
  from: number('Where the first bin of time begins.'),
  edges: z.array(number('A time.')).meta({ description: 'Where the bins end, ascending.' }),
  stay: z.array(number('Log-odds.')).meta({ description: 'Log-odds of staying through each bin, before points.' }),
  horizon: positive('The time after which shares kept are told.'),
  center: number('Points at which the share kept is surest.'),
  level: measure('Standard error of the logarithm of −log of the share there.'),
  slope: measure('What one point away from there adds to the error, squares added.'),
});

export type TimeDocument = z.output<typeof timeSchema>;
