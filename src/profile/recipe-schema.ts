import { z } from 'zod';
import { measures, recipeSources } from '../model/recipe.js';
import { filled, positive, texts } from './fields.js';

/** How an attribute is derived from a related table, as it stands in the document. */
export const recipeSchema = z.strictObject({
  from: z.enum(recipeSources).meta({ description: 'What a row of the related table is.' }),
  measure: z.enum(measures).meta({ description: 'What is made of the rows that were known at the decision.' }),
  of: filled('The field or column that is measured; none for counts, `daysSince` and a trend of counts.').optional(),
  at: filled('The moment that says whether a row was known: rows at or after the decision never count.'),
  until: filled('Only rows that still ran at the decision: this moment was not there, or not passed.').optional(),
  where: z
    .strictObject({
      column: filled('A field or column.'),
      values: texts('One of these; case and outer space do not matter.'),
    })
    .optional()
    .meta({ description: 'Only such rows.' }),
  window_days: positive('Only rows this many days before the decision.').optional(),
});

export type RecipeDocument = z.output<typeof recipeSchema>;
