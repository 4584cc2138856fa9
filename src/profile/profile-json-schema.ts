import { z } from 'zod';
import { documentSchema } from './document-schema.js';

/** The part of JSON Schema (draft 2020-12) that the schema of the document uses. */
export interface SchemaNode {
  readonly $schema?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Record<string, SchemaNode>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly prefixItems?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
}

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
