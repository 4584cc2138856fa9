import { z } from 'zod';
import { count, interval, measure, share, text, trait } from './fields.js';

const clusterTrait = z.strictObject({
  trait: trait('What accounts of the cluster have more often.'),
  accounts: count('Accounts of the cluster with it.'),
  inside: share('Share of the cluster that has it, of those where the attribute is known.'),
  outside: share('Share of the other best accounts that has it.'),
  ratio: measure('Inside over outside.'),
  interval: interval('95 % interval of the ratio.'),
});

/** The kinds of best account, in the document. */
export const clustersSchema = z.strictObject({
  accounts: count('Best accounts that were grouped.'),
  finding: text('How many kinds there are, and how that is known.'),
  agreement: measure('Agreement of groupings made from halves of the accounts, by the adjusted Rand index.').optional(),
  groups: z
    .array(
      z.strictObject({
        name: text('What people call it.'),
        accounts: count('Best accounts in it.'),
        share: share('Share of all best accounts.'),
        stability: share('How much of it halves of the accounts find again: mean Jaccard index.'),
        traits: z.array(clusterTrait).default([]).meta({ description: 'What sets it apart, most telling first.' }),
      }),
    )
    .default([])
    .meta({ description: 'The kinds, largest first; none where all are of one kind.' }),
});

export type ClustersDocument = z.output<typeof clustersSchema>;
