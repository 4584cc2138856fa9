import { nearestWord } from '../model/nearest-word.js';
import { type Diagnostic, formatPath } from './diagnostic.js';
import type { YamlText } from './read-yaml.js';
import type { SchemaNode } from './schema-node.js';

/** What zod says about a value: the parts of its issues that are read here. */
export interface ShapeIssue {
  readonly code?: string | undefined;
  readonly path: PropertyKey[];
  readonly message: string;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly inclusive?: boolean | undefined;
  readonly params?: Record<string, unknown> | undefined;
}

/** A shape issue as a finding that names the value, its place and the fix. */
export function explainIssue(issue: ShapeIssue, { yaml, schema }: { yaml: YamlText; schema: SchemaNode }): Diagnostic {
  const value = valueAt(yaml.value, issue.path);
  const path = formatPath(issue.path);
  const { message, fix } = explain(issue, {
    value,
    path: path === '' ? 'the document' : path,
    nodes: schemaAt(issue.path, schema),
  });
  return { severity: 'error', place: yaml.placeOf(issue.path), path, message, fix };
}

/** A key that the format does not have. */
export function explainUnknownKey(
  path: PropertyKey[],
  { key, yaml, schema }: { key: string; yaml: YamlText; schema: SchemaNode },
): Diagnostic {
  const known = schemaAt(path, schema).flatMap((node) => Object.keys(node.properties ?? {}));
  const meant = nearestWord(key, known);
  return {
    severity: 'warning',
    place: yaml.placeOfKey(path, key),
    path: formatPath([...path, key]),
    message: `${JSON.stringify(key)} is not a key of ${path.length === 0 ? 'the document' : formatPath(path)} and is not read`,
    fix:
      meant === undefined
        ? `The keys here are ${[...new Set(known)].join(', ')}.`
        : `Did you mean ${JSON.stringify(meant)}?`,
  };
}

function explain(
  issue: ShapeIssue,
  { value, path, nodes }: { value: unknown; path: string; nodes: readonly SchemaNode[] },
) {
  const node = nodes[0] ?? {};
  const key = String(issue.path.at(-1) ?? 'key');
  const told = node.description === undefined ? '' : ` ${node.description}`;
  if (issue.params?.fix !== undefined) return { message: `${path}: ${issue.message}`, fix: String(issue.params.fix) };
  const words = wordsOf(nodes);
  if (value === undefined) {
    if (typeof issue.path.at(-1) === 'number')
      return { message: `${path} is missing`, fix: `The list has too few entries: add a ${typeName(node)}.` };
    const example = words.length > 0 ? words.join(' | ') : `<${typeName(node)}>`;
    return { message: `${path} is missing`, fix: `Add \`${key}: ${example}\`.${told}` };
  }
  const shown = show(value);
  if (words.length > 0) {
    const meant = typeof value === 'string' ? nearestWord(value, words) : undefined;
    const list = `Write ${words.length === 1 ? '' : 'one of '}${words.join(', ')}.`;
    return { message: `${path} is ${shown}`, fix: meant === undefined ? list : `Did you mean ${meant}? ${list}` };
  }
  if (issue.code === 'too_small' || issue.code === 'too_big') return explainBound(issue, { path, shown, value });
  if (issue.code === 'invalid_format')
    return { message: `${path} is ${shown}`, fix: `Write a text that is not empty.${told}` };
  return { message: `${path} is ${shown}`, fix: `Write ${shapes[typeName(node)] ?? 'another value'}.${told}` };
}

function explainBound(issue: ShapeIssue, { path, shown, value }: { path: string; shown: string; value: unknown }) {
  const isList = Array.isArray(value);
  const least = issue.inclusive === false ? 'over' : 'of at least';
  const bound = issue.code === 'too_small' ? `${least} ${issue.minimum}` : `of at most ${issue.maximum}`;
  return isList
    ? { message: `${path} has ${value.length} entries`, fix: `Write ${bound.replace('of ', '')}.` }
    : { message: `${path} is ${shown}`, fix: `Write a number ${bound}.` };
}

const shapes: Record<string, string> = {
  string: 'a text',
  number: 'a number, with a point for decimals and no separators',
  integer: 'a whole number without separators',
  boolean: 'true or false',
  array: 'a list: `[a, b]`, or one entry a line that begins with `- `',
  object: 'keys and values, `key: value`, one a line and indented',
};

/** The form that is written first where several are taken. */
function typeName({ type }: SchemaNode): string {
  return (typeof type === 'string' ? type : type?.[0]) ?? 'value';
}

function wordsOf(nodes: readonly SchemaNode[]): string[] {
  return nodes.flatMap(({ enum: words, const: word }) => (words ?? (word === undefined ? [] : [word])).map(String));
}

/** The schema's nodes for a path; several where the schema offers a choice. */
function schemaAt(path: readonly PropertyKey[], schema: SchemaNode): SchemaNode[] {
  let nodes: SchemaNode[] = [schema];
  for (const key of path) {
    nodes = nodes.flatMap(choices).flatMap((node): SchemaNode[] => {
      const inner = typeof key === 'number' ? (node.prefixItems?.[key] ?? node.items) : node.properties?.[String(key)];
      return inner === undefined ? [] : [inner];
    });
  }
  return nodes.flatMap(choices);
}

function choices(node: SchemaNode): SchemaNode[] {
  const either = node.oneOf ?? node.anyOf;
  return either === undefined ? [node] : either.flatMap(choices);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const key of path) found = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined;
  return found;
}

function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a group of keys';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
}
