import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SchemaNode } from '../src/document/schema-node.js';
import { profileJsonSchema } from '../src/profile/profile-json-schema.js';

/** The files that are made from the schema of the document, by path from the root. */
export function schemaDocs(): Record<string, string> {
  const schema = profileJsonSchema();
  return {
    'docs/reference/icp.schema.json': `${JSON.stringify(schema, null, 2)}\n`,
    'docs/reference/icp-yaml.md': renderReference(schema),
  };
}

const opening = `# icp.yaml, key by key

Made from the schema by \`npx tsx scripts/generate-schema-docs.ts\`; do not edit. What each key is for, with examples:
[the ICP document](../methods/icp-document.md). For editors that complete and check YAML there is
[icp.schema.json](icp.schema.json): put \`# yaml-language-server: $schema=<path>/icp.schema.json\` in the first line.

A key marked \`required\` has to be there when the group around it is; a value after "default" holds when the key is left out.
`;

function renderReference(schema: SchemaNode): string {
  const required = new Set(schema.required);
  const entries = Object.entries(schema.properties ?? {});
  const plain = entries.filter(([, node]) => groupsOf(node).length === 0);
  const grouped = entries.filter(([, node]) => groupsOf(node).length > 0);
  const overview = table(entries.map(([key, node]) => row(key, { node, isRequired: required.has(key) })));
  const sections = grouped.map(
    ([key, node]) => `## ${key}\n\n${node.description ?? ''}\n\n${table(rowsOf(node, prefixOf(key, node)))}`,
  );
  if (plain.length === 0) throw new Error('The schema has no plain keys: the reader of the schema is out of date.');
  return `${[opening, `## All keys\n\n${overview}`, ...sections].join('\n').trimEnd()}\n`;
}

/** One row a key, groups inside groups by their path. */
function rowsOf(node: SchemaNode, prefix: string): string[] {
  return groupsOf(node).flatMap((group) => {
    const required = new Set(group.required);
    const kind = group.properties?.kind?.const;
    const at = kind === undefined ? prefix : prefix.replace(/\[\]\.$/, `[${String(kind)}].`);
    return Object.entries(group.properties ?? {}).flatMap(([key, inner]) => [
      row(`${at}${key}`, { node: inner, isRequired: required.has(key) }),
      ...rowsOf(inner, `${at}${prefixOf(key, inner)}`),
    ]);
  });
}

function prefixOf(key: string, node: SchemaNode): string {
  return `${key}${node.items === undefined ? '' : '[]'}.`;
}

/** The groups of keys that a node, or each entry of a list, is; several where there is a choice. */
function groupsOf(node: SchemaNode): SchemaNode[] {
  const choices = node.oneOf ?? node.anyOf;
  if (choices !== undefined) return choices.flatMap(groupsOf);
  if (node.properties !== undefined) return [node];
  return node.items === undefined ? [] : groupsOf(node.items);
}

function row(path: string, { node, isRequired }: { node: SchemaNode; isRequired: boolean }): string {
  const isWorthTelling = node.default !== undefined && typeof node.default !== 'object';
  const fallback = isWorthTelling && node.default !== '' ? `default \`${String(node.default)}\`` : '';
  return `| \`${path}\` | ${typeOf(node)} | ${isRequired ? 'required' : fallback} | ${escapeCell(node.description ?? '')} |`;
}

function typeOf(node: SchemaNode): string {
  if (node.enum !== undefined) return node.enum.map((word) => `\`${String(word)}\``).join(', ');
  if (node.const !== undefined) return `\`${String(node.const)}\``;
  if (node.oneOf !== undefined || node.anyOf !== undefined) return 'one of several groups';
  if (Array.isArray(node.type)) return several[String(node.type)] ?? 'text';
  if (node.prefixItems !== undefined) return `[${node.prefixItems.map(typeOf).join(', ')}]`;
  if (node.type === 'array') return `list of ${node.items === undefined ? 'values' : plural(typeOf(node.items))}`;
  return names[String(node.type)] ?? String(node.type);
}

function plural(type: string): string {
  const known: Record<string, string> = {
    group: 'groups',
    text: 'texts',
    'one of several groups': 'groups of several kinds',
  };
  return known[type] ?? type;
}

const several: Record<string, string> = {
  'array,string,number,boolean': 'list of texts, or one text',
  'object,number': 'group, or a number',
};

const names: Record<string, string> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: '`true` or `false`',
  object: 'group',
};

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function table(rows: readonly string[]): string {
  return ['| key | value | | meaning |', '|---|---|---|---|', ...rows, ''].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, content] of Object.entries(schemaDocs())) {
    writeFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), content);
    process.stdout.write(`${path}\n`);
  }
}
