import { z } from 'zod';
import { attributeKinds, attributeTypes, setSeparators } from '../model/attribute.js';
import { wishedShapes } from '../model/attribute-wish.js';
import { roles, statuses } from '../model/criterion.js';
import { setAsideReasons } from '../model/profile.js';
import { verdicts } from '../model/proof.js';
import { segmentMeasures } from '../model/segment.js';
import { sensitivities } from '../model/sensitivity.js';
import { periods } from '../model/time-proof.js';
import { amountSchema } from './amount-schema.js';
import { auditSchema, refoundSchema } from './audit-schema.js';
import { clustersSchema } from './clusters-schema.js';
import {
  count,
  estimate,
  filled,
  formatVersion,
  interval,
  measure,
  number,
  positive,
  share,
  text,
  texts,
  trait,
  whole,
} from './fields.js';
import { informationSchema } from './information-schema.js';
import { leaksSchema } from './leaks-schema.js';
import { baselineSchema, gateSchema, proofSchema } from './proof-schema.js';
import { recipeSchema } from './recipe-schema.js';
import { scorecardSchema } from './scorecard-schema.js';
import { timeSchema } from './time-schema.js';
import { valueSchema } from './value-schema.js';

const best = z.strictObject({
  outcome: text('The column that says what became of an account.'),
  is: texts('Its values that make an account a positive; case and outer space do not matter.').optional(),
  not: texts(
    'Its values that make it a negative, where other values are not known yet; absent: all others.',
  ).optional(),
  at_least: number('… or the number from which on an account is a positive.').optional(),
  target: z.enum(['amount', 'time']).optional().meta({
    description:
      '… or the more the better: how much an account comes to is what is learnt; or the later the better: how long until its end.',
  }),
  duration: text('Of time: the column that says how many periods an account was watched.').optional(),
  start: text('… or the dates from which …').optional(),
  end: text('… and until which it was there; the end is empty while it is.').optional(),
  period: z.enum(periods).optional().meta({ description: 'Of time: the unit.' }),
  from: z
    .enum(['deals', 'subscriptions'])
    .optional()
    .meta({ description: 'Of accounts of a workspace: the tables that decide them.' }),
  at: text('Of accounts of a workspace that a column decides: the date that says when.').optional(),
  value: valueSchema.optional().meta({
    description: 'What the outcome is made of, where it is no column of its own: any mix of money and behaviour.',
  }),
  description: text('The same in words; made from the others when absent.').optional(),
});

const learned = z.strictObject({
  accounts: count('Accounts with a known outcome.'),
  positives: count('Those of them that had the outcome.'),
  base_rate: share('Positives over accounts.'),
});

const evidence = z.strictObject({
  accounts: count('Accounts with the trait whose outcome is known.'),
  positives: count('Those of them that had the outcome.'),
  share: share('Share of all accounts that have the trait.'),
  lift: measure('Rate with the trait over the rate of all accounts.'),
  interval: interval('95 % interval of the lift.'),
  q: measure('Benjamini–Hochberg q-value over everything that was looked at.'),
  crude: measure('Log-odds against the accounts without the trait, by itself.'),
  adjusted: measure('The same with all else equal.'),
  refound: refoundSchema.optional().meta({ description: 'How often it is found again in accounts drawn anew.' }),
});

const belief = z.preprocess(
  (value) => (typeof value === 'string' ? { strength: value } : value),
  z.strictObject({
    strength: positive('Worth as much as this many observations.'),
    effect: number('Log-odds of the trait before any outcome, not 0; absent: what its role claims.')
      .refine((value) => value !== 0, 'An effect of 0 is no belief.')
      .optional(),
    posterior: estimate('The same after the outcomes seen so far.').optional(),
  }),
);

const criterion = z.strictObject({
  trait: trait('An attribute and what it must be: `employees 50–199`, `plan in (Pro, Team)`, `stack includes Slack`.'),
  role: z.enum(roles).default('strong').meta({ description: 'The part the trait plays.' }),
  status: z.enum(statuses).default('hypothesis').meta({ description: 'What the line rests on.' }),
  points: measure('Points that the scorecard gives for the trait, against the average account.').optional(),
  belief: belief.optional().meta({
    description: 'For a hypothesis: how much it is worth before data; a number alone is its strength.',
    type: ['object', 'number'],
  }),
  evidence: evidence.optional().meta({ description: 'What was counted.' }),
  note: text('For people.').optional(),
});

const segmentValue = z.strictObject({
  mean: measure('Mean value of its accounts.'),
  ratio: measure('That over the mean of all accounts, each counting for no more than the 99th percentile.'),
  interval: interval('95 % interval of the ratio.'),
});

const segment = z.strictObject({
  name: text('What people call it.'),
  traits: z
    .array(trait('A trait that every account of the segment has.'))
    .min(1)
    .meta({ description: 'All of them must hold.' }),
  status: z.enum(statuses).default('hypothesis').meta({ description: 'What the segment rests on.' }),
  accounts: count('Accounts in it, where it was found.'),
  positives: count('Those of them that had the outcome.'),
  share: share('Share of all accounts.'),
  lift: measure('Rate inside over the rate of all accounts.'),
  interval: interval('95 % interval of the lift.'),
  value: segmentValue.optional().meta({ description: 'What its accounts are worth, where a column says it.' }),
  overlap: share('Share of its accounts that other segments hold, too.').optional(),
  refound: refoundSchema.optional().meta({ description: 'How often it is found again in accounts drawn anew.' }),
  note: text('For people.').optional(),
  held_out: z
    .strictObject({
      accounts: count('Accounts in it, among those that the search did not see.'),
      positives: count('Those of them that had the outcome.'),
      lift: measure('Rate inside over the rate of all held-out accounts.'),
      interval: interval('95 % interval of the lift.'),
      p: measure('One-sided, corrected by Holm for the segments found.'),
      value: segmentValue.optional().meta({ description: 'What its accounts are worth.' }),
    })
    .optional()
    .meta({ description: 'The same over accounts that the search did not see.' }),
});

const tiers = z.strictObject({
  ideal: z
    .strictObject({ from: number('Points from which on an account is ideal.') })
    .optional()
    .meta({ description: 'Go after these.' }),
  stretch: z
    .strictObject({
      from: number('Points from which on an account is stretch.').optional(),
      vetting: z.array(text('One thing to find out.')).optional().meta({
        description: 'What to find out before time goes into a stretch account.',
      }),
    })
    .optional()
    .meta({ description: 'Possible; look closer first.' }),
  bad: z
    .strictObject({ below: number('The same number as `stretch.from`.') })
    .optional()
    .meta({ description: 'Leave these.' }),
});

const provenance = z.strictObject({
  assay: text('Version that made the document.').default('by hand'),
  seed: whole('Seed of every random choice.').default(0),
  id: text('Column that names the account.').optional(),
  time: text('Column that orders the accounts in time.').optional(),
  sampled: count(
    'Accounts of the sample that was learnt from, drawn by a hash; absent where all were. Counts of accounts and of criteria are of all.',
  ).optional(),
  sketch: z.array(whole('A hash.')).optional().meta({
    description: 'Smallest hashes of the accounts that were learnt from, by which `assay validate` knows them again.',
  }),
  since: text('Learnt from accounts decided at or after this time.').optional(),
  until: text('Learnt from accounts decided before this time.').optional(),
  snapshots: z
    .array(
      z.strictObject({
        source: text('File name.'),
        sha256: text('Hash of its bytes.'),
        rows: count('Accounts in it.'),
      }),
    )
    .default([])
    .meta({ description: 'The inputs.' }),
});

/** `icp.yaml`: the one source of its validation, its JSON Schema and its reference page. */
export const documentSchema = z.strictObject({
  assay: formatVersion('Version of this format.').default(1),
  name: filled('What the profile is called.'),
  market: z.enum(['b2b', 'b2c', 'unknown']).meta({ description: 'Who buys: companies or people.' }),
  description: text('Who the ideal customer is, in words.').default(''),
  verdict: z.enum(verdicts).default('description').meta({ description: 'What the evidence can carry.' }),
  reasons: z.array(text('A sentence.')).default([]).meta({ description: 'Why the verdict is what it is.' }),
  gates: z.array(gateSchema).optional().meta({
    description:
      'What was asked before the verdict, in order; the verdict is the least that a gate which failed allows.',
  }),
  cautions: z
    .array(text('One sentence.'))
    .optional()
    .meta({ description: 'What a reader must know before believing it.' }),
  best: best.meta({ description: 'What "best" means: the outcome the profile is judged by.' }),
  learned: learned
    .default({ accounts: 0, positives: 0, base_rate: 0 })
    .meta({ description: 'The accounts that were learnt from.' }),
  criteria: z.array(criterion).default([]).meta({ description: 'The lines of the profile, one trait each.' }),
  segments: z.array(segment).default([]).meta({ description: 'Groups that a few traits describe.' }),
  segments_by: z
    .strictObject({
      measure: z.enum(segmentMeasures).meta({
        description: 'What makes one segment better than another: size and purity, size, purity, or value.',
      }),
      value: text('The column that says what accounts are worth.').optional(),
    })
    .optional()
    .meta({ description: 'How segments were looked for; absent: by size and purity, without values.' }),
  information: informationSchema
    .optional()
    .meta({ description: 'What each attribute tells by itself, the most telling first.' }),
  clusters: clustersSchema.optional().meta({ description: 'The kinds that the best accounts fall into.' }),
  tiers: tiers.optional().meta({ description: 'Where on the points the three classes begin.' }),
  proof: proofSchema.optional().meta({ description: 'What the scorecard did on accounts it had not seen.' }),
  time: timeSchema.optional().meta({ description: 'Of a profile of time: its numbers and its proof.' }),
  amount: amountSchema.optional().meta({ description: 'Of a profile of amounts: its numbers and its proof.' }),
  baselines: z
    .array(baselineSchema)
    .default([])
    .meta({ description: 'What simpler methods did on the same accounts.' }),
  audit: auditSchema.optional().meta({
    description: 'Whether the accounts are those that the profile will be used on; absent where nobody looked.',
  }),
  leaks: leaksSchema.optional().meta({
    description: 'Columns that may know the outcome, whether they were used, and what happens without them.',
  }),
  set_aside: z
    .array(
      z.strictObject({
        what: text('Column or rows.'),
        reason: z.enum(setAsideReasons).meta({ description: 'Why.' }),
        detail: text('Why, with its number.').default(''),
      }),
    )
    .default([])
    .meta({ description: 'What learning did not use.' }),
  attributes: z
    .array(
      z.strictObject({
        name: text('The column.'),
        kind: z.enum(attributeKinds).meta({ description: 'What sort of thing it tells.' }),
        type: z.enum(attributeTypes).meta({ description: 'How its values are read.' }),
        separator: z
          .enum(setSeparators)
          .optional()
          .meta({ description: 'Of a set: what stands between its members in a cell; absent: found out.' }),
        sensitivity: z.enum(sensitivities).exclude(['none']).optional().meta({
          description:
            'Whether people must not be scored by it unless somebody answers for that; `caution`: only in credit, housing and employment.',
        }),
        proxy_for: text('Something protected that it may stand for.').optional(),
        recipe: recipeSchema.optional().meta({
          description: 'How it is derived from a related table of a workspace; absent: it is a column of the accounts.',
        }),
        cuts: z
          .array(number('Where a range starts.'))
          .optional()
          .meta({ description: 'A wish, kept by `learn --like`: ranges start here and nowhere else.' }),
        groups: z
          .array(z.array(text('A value.')).min(1))
          .optional()
          .meta({ description: 'A wish, kept by `learn --like`: values that are one value everywhere.' }),
        monotone: z
          .enum(wishedShapes)
          .optional()
          .meta({ description: 'A wish, kept by `learn --like`: which way points may go from low to high.' }),
      }),
    )
    .optional()
    .meta({ description: 'What is known about accounts; read off the traits when absent.' }),
  scorecard: scorecardSchema.optional().meta({ description: 'The points that the profile compiles to.' }),
  review: z
    .strictObject({ every: z.enum(['quarter', 'half-year']).meta({ description: 'How often.' }) })
    .default({ every: 'quarter' })
    .meta({ description: 'When people look at it again.' }),
  provenance: provenance
    .default({ assay: 'by hand', seed: 0, snapshots: [] })
    .meta({ description: 'How the document can be made again.' }),
});

/** A document whose shape is right: what {@link documentSchema} makes of the YAML. */
export type IcpDocument = z.output<typeof documentSchema>;
