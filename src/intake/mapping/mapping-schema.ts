import { z } from 'zod';
import { attributeKinds, attributeTypes } from '../../model/attribute.js';
import { entities } from '../../model/entity.js';
import { sensitivities } from '../../model/sensitivity.js';

const filled = (description: string) => z.string().regex(/\S/).meta({ description });
const words = (description: string) =>
  z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.string())).meta({ description });
const confidence = z
  .enum(['sure', 'likely', 'guess'])
  .default('sure')
  .meta({ description: 'How sure the recognition was.' });

const columnSchema = z.strictObject({
  column: filled('The header as it stands in the file.'),
  field: filled('The field of the entity that the column is.').optional(),
  attribute: z
    .enum([...attributeTypes, 'date'])
    .optional()
    .meta({ description: 'The type of the attribute that the column is.' }),
  kind: z.enum(attributeKinds).optional().meta({ description: 'The kind of the attribute.' }),
  ignored: filled('Why the column is not used.').optional(),
  via: z
    .enum(entities)
    .optional()
    .meta({ description: 'The key names a row of this entity, which names the account.' }),
  day_order: z
    .enum(['day first', 'month first'])
    .optional()
    .meta({ description: 'What dates such as 01/02/2024 begin with.' }),
  won: words('The values that mean won.').optional(),
  lost: words('The values that mean lost.').optional(),
  sensitivity: z.enum(sensitivities).default('none').meta({ description: 'Whether people must not be scored by it.' }),
  proxy_for: filled('What is protected that the column may stand for.').optional(),
  confidence,
  why: z.string().default('').meta({ description: 'What it was recognised by.' }),
});

/** `mapping.yaml` as it stands in the file. */
export const mappingSchema = z.strictObject({
  assay_mapping: z
    .preprocess((value) => (value === '1' ? 1 : value), z.literal(1))
    .meta({ description: 'The version of the format: 1.' }),
  tables: z.array(
    z.strictObject({
      file: filled('The name of the file; * stands for anything.'),
      source: filled('The tool that wrote it.').optional(),
      entity: z.enum(entities).meta({ description: 'What a row is.' }),
      use: z
        .enum(['rows', 'link', 'history', 'unused'])
        .default('rows')
        .meta({ description: 'What the table is used for.' }),
      confidence,
      why: z.string().default('').meta({ description: 'What it was recognised by.' }),
      columns: z.array(columnSchema).meta({ description: 'What becomes of each column.' }),
    }),
  ),
});

export type MappingDocument = z.infer<typeof mappingSchema>;
export type ColumnEntry = z.infer<typeof columnSchema>;
