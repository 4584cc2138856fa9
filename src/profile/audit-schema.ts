import { z } from 'zod';
import { auditKinds, severities } from '../model/audit.js';
import { count, interval, measure, share, text } from './fields.js';

/** Whether the accounts are those that the profile will be used on. */
export const auditSchema = z.array(
  z.strictObject({
    kind: z.enum(auditKinds).meta({ description: 'In what way they may not be.' }),
    severity: z.enum(severities).meta({
      description:
        'grave: what is claimed may be an artefact; caution: numbers are off; note: it was dealt with, or holds.',
    }),
    about: text('The column, the criterion or the accounts that it is about.'),
    finding: text('What was seen, with its numbers.'),
    advice: text('What to do about it.'),
    numbers: z
      .array(
        z.strictObject({
          name: text('What was counted or estimated.'),
          value: measure('The number.'),
          interval: interval('95 % interval, of an estimate.').optional(),
        }),
      )
      .default([])
      .meta({ description: 'What the finding rests on.' }),
  }),
);
export type AuditDocument = z.output<typeof auditSchema>;

const agreement = (parts: string) =>
  z
    .strictObject({
      same: count('Of them, those in which the effect points the same way.'),
      of: count('Parts that are large enough to tell.'),
      by: text('What tells the parts.'),
    })
    .optional()
    .meta({ description: `Whether it holds in each of the ${parts}.` });

/** How often a statement is found again. */
export const refoundSchema = z.strictObject({
  share: share('Of the draws, those in which it was found again.'),
  draws: count('Draws of as many accounts, with replacement.'),
  periods: agreement('periods'),
  sources: agreement('sources'),
});
export type RefoundDocument = z.output<typeof refoundSchema>;
