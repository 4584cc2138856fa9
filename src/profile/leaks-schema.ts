import { z } from 'zod';
import { leakKinds } from '../model/leak.js';
import { count, estimate, interval, measure, share, text } from './fields.js';

const alone = estimate('AUC alone, on accounts left out.');

/** What may know the outcome. */
export const leaksSchema = z.array(
  z.strictObject({
    attribute: text('The column; or `order of rows`.'),
    kind: z.enum(leakKinds).meta({ description: 'How it may know the outcome.' }),
    severity: z
      .enum(['set aside', 'mention'])
      .meta({ description: 'Not to be learnt from unless a person insists, or worth a look.' }),
    use: z.enum(['set aside', 'kept', 'used', 'unused']).meta({
      description:
        'What became of it: `kept` looked like a leak and was learnt from on request, `unused` is no attribute.',
    }),
    detail: text('Why, with its numbers.'),
    auc: alone.optional(),
    used_by: z
      .strictObject({
        having: share('Of the accounts with the outcome.'),
        lacking: share('Of the others.'),
      })
      .optional()
      .meta({ description: 'Shares of the accounts that have a value, or one beside the commonest.' }),
    after: z
      .strictObject({
        share: share('Of the accounts whose value is dated after the decision.'),
        median_days: measure('How many days after, in the median.'),
      })
      .optional()
      .meta({ description: 'Values dated after the decision.' }),
    faded: z
      .strictObject({
        settled: estimate('AUC alone where there was time to write it.'),
        recent: estimate('AUC alone where there was none.'),
      })
      .optional()
      .meta({ description: 'A power that is gone among the latest accounts.' }),
    word: text('What in its name is suspect.').optional(),
    partner: text('The column that it gives the outcome away with.').optional(),
    effect: z
      .strictObject({
        with: measure('AUC on held-out accounts with it.'),
        without: measure('AUC on the same accounts without any suspect.'),
        difference: measure('The first less the second.'),
        interval: interval(),
        accounts: count('Held-out accounts that were judged.'),
      })
      .optional()
      .meta({ description: 'What happens without it.' }),
  }),
);
export type LeaksDocument = z.output<typeof leaksSchema>;
