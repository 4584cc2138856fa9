import { z } from 'zod';
import type { SchemaNode } from '../document/schema-node.js';
import { documentSchema } from './document-schema.js';

/** JSON Schema of `icp.yaml`, for editors. What the schema cannot say (ranges without a gap, traits), `parseProfile` checks. */
export function profileJsonSchema(): SchemaNode {
  return z.toJSONSchema(documentSchema, {
    // Output: what the readers of numbers make. Fields with a default may still be left out.
    io: 'output',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      const { properties, required } = jsonSchema;
      if (properties === undefined || required === undefined) return;
      jsonSchema.required = required.filter((key) => !hasDefault(properties[key]));
      if (jsonSchema.required.length === 0) delete jsonSchema.required;
    },
  }) as SchemaNode;
}

function hasDefault(node: unknown): boolean {
  return typeof node === 'object' && node !== null && 'default' in node;
}
