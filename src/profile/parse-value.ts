import { z } from 'zod';
import { type Diagnostic, formatDiagnostic, formatPath } from '../document/diagnostic.js';
import { explainIssue, explainUnknownKey } from '../document/explain-issue.js';
import { readYaml, type YamlText } from '../document/read-yaml.js';
import type { SchemaNode } from '../document/schema-node.js';
import { AssayError } from '../errors.js';
import type { ValueDefinition } from '../model/value-definition.js';
import { parseProfile } from './parse-profile.js';
import { readValue } from './value-document.js';
import { valueFileSchema } from './value-schema.js';

/**
 * Reads a value definition: a `value.yaml`, or an `icp.yaml` whose `best.value` it is.
 * @throws AssayError VALUE_INVALID or PROFILE_INVALID with every problem, its line and column, and its fix.
 */
export function parseValue(text: string, { file }: { file: string }): ValueDefinition {
  const yaml = readYaml(text, { file, what: 'a value definition' });
  if (typeof yaml.value === 'object' && yaml.value !== null && 'best' in yaml.value) return ofProfile(text, { file });
  const problems: Diagnostic[] = yaml.problems.map((problem) => ({ severity: 'error', path: '', ...problem }));
  const value = problems.length === 0 ? normalize(yaml, problems) : null;
  if (value !== null && problems.length === 0) return value;
  problems.sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0) || (a.place.column ?? 0) - (b.place.column ?? 0));
  const lines = problems.map(formatDiagnostic);
  throw new AssayError('VALUE_INVALID', {
    detail: lines.length === 1 ? lines[0] : `${lines.length} problems:\n${lines.join('\n')}`,
    hint: problems[0].fix,
    place: problems[0].place,
    cause: problems,
  });
}

function ofProfile(text: string, { file }: { file: string }): ValueDefinition {
  const { best } = parseProfile(text, { file });
  if (best.value !== undefined) return best.value;
  throw new AssayError('VALUE_INVALID', {
    detail: `${file} is a profile of ${best.outcome}, and says nothing of what value is made of.`,
    hint: 'Add `best.value` with `components:`, or give a value.yaml.',
    place: { file },
  });
}

function normalize(yaml: YamlText, problems: Diagnostic[]): ValueDefinition | null {
  const shape = valueFileSchema.safeParse(yaml.value);
  if (shape.success) {
    return readValue(shape.data, (path, { message, fix, severity = 'error' }) => {
      problems.push({ severity, place: yaml.placeOf(path), path: formatPath(path), message, fix });
    });
  }
  const schema = z.toJSONSchema(valueFileSchema, { io: 'output', unrepresentable: 'any' }) as SchemaNode;
  for (const issue of shape.error.issues) {
    // A key that is not read is an error: a weight under a wrong key would silently count for nothing.
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys)
        problems.push({ ...explainUnknownKey(issue.path, { key, yaml, schema }), severity: 'error' });
    else problems.push(explainIssue(issue, { yaml, schema }));
  }
  return null;
}
