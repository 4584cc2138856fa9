import { z } from 'zod';
import { gatherings, scalings, teams, type ValueKind, valueKinds } from '../model/value-definition.js';
import { filled, number, positive, share, text, texts } from './fields.js';

const kinds = Object.keys(valueKinds) as [ValueKind, ...ValueKind[]];

const component = z.strictObject({
  of: z.enum(kinds).meta({ description: 'What it is; tells its sign and whose concern it is.' }),
  name: filled('What it is called in tables; the same as `of` when absent.').optional(),
  table: text(
    'The file beside the definition, or the table of a workspace, that holds it; absent: that of the accounts.',
  ).optional(),
  column: text('The column of numbers; absent: rows are counted.').optional(),
  less: text('A column that is taken off it, row by row: costs, for a margin.').optional(),
  key: text('Of another table: the column that names the account; absent: found by its values.').optional(),
  date: text('The column that says when; needed for `window` and `last`; absent: recognised.').optional(),
  where: text('Only rows in which this column …').optional(),
  is: texts('… is one of these; case and outer space do not matter.').optional(),
  gather: z.enum(gatherings).optional().meta({
    description: 'How the rows of one account become one number; absent: as is usual for what it is.',
  }),
  window: z
    .string()
    .regex(/^\s*\d+(\.\d+)?\s*(days?|weeks?|months?|quarters?|years?)\s*$/i)
    .optional()
    .meta({ description: 'Only what happened so long before the last day: `12 months`, `90 days`; absent: all.' }),
  currency: text('ISO code of the amounts, where no column says it: `EUR`.').optional(),
  normalise: z.enum(scalings).optional().meta({
    description:
      'How it is made comparable: `z` (standard deviations), `rank` (0–1), `per year` (of being a customer), `log`; absent: none where all are money, else rank.',
  }),
  weight: positive('How much it counts.').default(1),
  sign: z
    .enum(['plus', 'minus'])
    .optional()
    .meta({ description: 'Whether it adds or takes away; absent: as is usual for what it is.' }),
});

/** `best.value` of `icp.yaml`, and all of a `value.yaml`. */
export const valueSchema = z.strictObject({
  name: text('What the definition is called.').optional(),
  currency: text('ISO code that all money is told in; absent: that of the data.').optional(),
  rates: z.record(z.string(), positive('Worth of one unit in `currency`.')).default({}).meta({
    description: 'Worth of one unit of other currencies: `{EUR: 1.08}`. Different currencies are never added without.',
  }),
  share: share('Share of accounts that are best.').default(0.2),
  at_least: number('… or the value from which on an account is best.').optional(),
  as_of: text('The last day, `2024-06-30`; absent: the newest in the data.').optional(),
  components: z.array(component).min(1).meta({ description: 'What value is made of.' }),
  teams: z
    .partialRecord(z.enum(teams), z.record(z.string(), positive('Weight.')))
    .default({})
    .meta({
      description:
        'What each team calls best: weights by name of component. Teams that are absent weigh the kinds that are theirs.',
    }),
});

/** `value.yaml` as it stands in the file. */
export const valueFileSchema = valueSchema.extend({
  assay_value: z
    .preprocess((value) => (value === '1' ? 1 : value), z.literal(1))
    .meta({ description: 'The version of the format: 1.' }),
});

export type ValueDocument = z.output<typeof valueSchema>;
