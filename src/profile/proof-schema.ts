import { z } from 'zod';
import { gateBounds, gateNames } from '../model/gate.js';
import { splitMethods, verdicts } from '../model/proof.js';
import { count, estimate, flag, interval, measure, share, text } from './fields.js';

const triple = (description: string) =>
  z.tuple([measure('The estimate.'), measure('Lower end.'), measure('Upper end.')]).meta({ description });

/** One thing that had to hold. */
export const gateSchema = z.strictObject({
  name: z.enum(gateNames).meta({ description: 'What was asked.' }),
  passed: flag('Whether it holds.'),
  measured: measure('What was found; of a measure with an interval, its near end.'),
  must: z.enum(gateBounds).meta({ description: 'How it is compared.' }),
  limit: measure('With what.'),
  otherwise: z
    .enum(verdicts)
    .exclude(['publishable'])
    .meta({ description: 'The most that may be claimed where it fails.' }),
  sentence: text('The same for people.'),
});

const details = z.strictObject({
  average_precision: estimate('Mean, over positives, of the share of positives among all that score at least as high.'),
  log_loss: estimate('As in `proof`.'),
  brier: estimate('As in `proof`.'),
  brier_parts: z
    .strictObject({
      miscalibration: measure('What recalibrating would gain.'),
      discrimination: measure('What the recalibrated score is better by than the base rate.'),
      uncertainty: measure('The score of the base rate.'),
    })
    .meta({ description: 'The Brier score is miscalibration − discrimination + uncertainty.' }),
  bias: estimate('Mean probability less the rate that came.'),
  lifts: z
    .array(z.tuple([share('Share of accounts.'), measure('Lift.'), measure('Lower end.'), measure('Upper end.')]))
    .meta({
      description:
        'Lift of the best-scored accounts: [share, lift, lower, upper]; share · lift of the positives are there.',
    }),
  decision: z
    .array(
      z.strictObject({
        threshold: share('Chance from which on one acts.'),
        share: share('Share of accounts that are acted upon.'),
        net: triple(
          'Wins for each account judged, less misses times threshold / (1 − threshold): [estimate, lower, upper].',
        ),
        all: measure('The same where all are acted upon; on none it is 0.'),
        ahead: triple('What the scores add to the better of all and none: [estimate, lower, upper].'),
      }),
    )
    .default([])
    .meta({ description: 'Decision curve: net benefit by threshold.' }),
  periods: z
    .array(
      z.strictObject({
        from: text('When the period begins.'),
        accounts: count('Accounts judged in it.'),
        positives: count('Those of them that had the outcome.'),
        auc: estimate('AUC in it.'),
        predicted: share('Mean probability given.'),
        observed: measure('Rate that came.'),
        interval: interval(),
        holds: flag('The rate is within chance of what was predicted, or nearer than matters.'),
      }),
    )
    .optional()
    .meta({ description: 'Later accounts, period by period.' }),
});

/** What was measured on accounts that were not learnt from. */
export const proofSchema = z.strictObject({
  split: z
    .strictObject({
      method: z.enum(splitMethods).meta({ description: 'How accounts were chosen.' }),
      held_out_share: share('Share of the accounts that was held out (of each fold, for `folds`).'),
      description: text('One sentence for people.'),
    })
    .meta({ description: 'How the judged accounts were kept out of learning.' }),
  accounts: count('Held-out accounts that were judged.'),
  positives: count('Those of them that had the outcome.'),
  base_rate: share('Positives over accounts.'),
  auc: estimate('Chance that a positive scores higher than a negative: 0.5 is a coin.'),
  lift_top_fifth: estimate('Rate in the best-scored fifth over the base rate.'),
  log_loss: measure('Mean logarithmic loss; less is better.'),
  brier: measure('Mean squared error of the probability; less is better.'),
  calibration_error: measure('Expected calibration error over ten bins of equal count.'),
  calibration_noise: measure('What a perfectly calibrated score would show at this size.'),
  gains: z
    .array(z.tuple([share('Share contacted.'), share('Share of the positives found.')]))
    .default([])
    .meta({ description: 'Gains curve: [share of accounts contacted, share of positives found].' }),
  calibration: z
    .array(
      z.strictObject({
        accounts: count('Accounts in the bin.'),
        predicted: share('Mean probability given.'),
        observed: measure('Rate that came.'),
        interval: interval(),
      }),
    )
    .default([])
    .meta({ description: 'Calibration curve, bin by bin.' }),
  details: details.optional().meta({ description: 'More measures of the same accounts, with their intervals.' }),
});

/** A simpler method on the same accounts. */
export const baselineSchema = z.strictObject({
  name: text('The method.'),
  auc: estimate('As in `proof`.'),
  lift_top_fifth: estimate('As in `proof`.'),
  log_loss: measure('As in `proof`.'),
  ahead: z
    .strictObject({
      auc: estimate('AUC.'),
      average_precision: estimate('Average precision.'),
      lift_top_fifth: estimate('Lift of the best fifth.'),
      log_loss: estimate('Log-loss: what ours is lower by.'),
      brier: estimate('Brier score: what ours is lower by.'),
    })
    .optional()
    .meta({ description: 'By how much the profile does better on the same accounts; below 0, worse.' }),
});
