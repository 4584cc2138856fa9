import { z } from 'zod';
import { type Diagnostic, formatDiagnostic, formatPath } from '../../document/diagnostic.js';
import { explainIssue, explainUnknownKey } from '../../document/explain-issue.js';
import { readYaml, type YamlText } from '../../document/read-yaml.js';
import type { SchemaNode } from '../../document/schema-node.js';
import { AssayError } from '../../errors.js';
import { fieldsFor } from '../../model/entity.js';
import type { ColumnMapping, TableMapping } from '../../model/mapping.js';
import { nearestWord } from '../../model/nearest-word.js';
import { type ColumnEntry, type MappingDocument, mappingSchema } from './mapping-schema.js';

/**
 * Reads `mapping.yaml`.
 * @throws AssayError MAPPING_INVALID with every problem, its line and column, and its fix.
 */
export function parseMapping(text: string, { file }: { file: string }): TableMapping[] {
  const yaml = readYaml(text, { file, what: 'a mapping' });
  const problems: Diagnostic[] = yaml.problems.map((problem) => ({ severity: 'error', path: '', ...problem }));
  const mappings = problems.length === 0 ? normalize(yaml, problems) : [];
  if (problems.length === 0) return mappings;
  problems.sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0) || (a.place.column ?? 0) - (b.place.column ?? 0));
  const lines = problems.map(formatDiagnostic);
  throw new AssayError('MAPPING_INVALID', {
    detail: lines.length === 1 ? lines[0] : `${lines.length} problems:\n${lines.join('\n')}`,
    hint: problems[0].fix,
    place: problems[0].place,
    cause: problems,
  });
}

function normalize(yaml: YamlText, problems: Diagnostic[]): TableMapping[] {
  if (typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value)) {
    const message = 'The file is not a mapping';
    problems.push({
      severity: 'error',
      place: yaml.placeOf([]),
      path: '',
      message,
      fix: 'Begin with `assay_mapping: 1` and `tables:`.',
    });
    return [];
  }
  const shape = mappingSchema.safeParse(yaml.value);
  if (shape.success) return readTables(shape.data, { yaml, problems });
  const schema = z.toJSONSchema(mappingSchema, { io: 'output', unrepresentable: 'any' }) as SchemaNode;
  for (const issue of shape.error.issues) {
    // A key that is not read is an error here: a field under a wrong key would silently be lost.
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys)
        problems.push({ ...explainUnknownKey(issue.path, { key, yaml, schema }), severity: 'error' });
    else problems.push(explainIssue(issue, { yaml, schema }));
  }
  return [];
}

function readTables(
  document: MappingDocument,
  { yaml, problems }: { yaml: YamlText; problems: Diagnostic[] },
): TableMapping[] {
  const report = (path: PropertyKey[], message: string, fix: string) =>
    problems.push({ severity: 'error', place: yaml.placeOf(path), path: formatPath(path), message, fix });
  return document.tables.map(({ source = null, columns, ...table }, at): TableMapping => {
    const fields = new Map<string, string>();
    const names = new Set<string>();
    const known: readonly string[] = fieldsFor(table);
    columns.forEach((entry, i) => {
      const path = ['tables', at, 'columns', i];
      const uses = [entry.field, entry.attribute, entry.ignored].filter((use) => use !== undefined).length;
      if (uses !== 1)
        report(path, `${JSON.stringify(entry.column)} has ${uses} uses`, 'Give it one of field, attribute, ignored.');
      if (names.has(entry.column))
        report([...path, 'column'], `${JSON.stringify(entry.column)} stands twice`, 'Keep one of the two.');
      names.add(entry.column);
      if (entry.field === undefined) return;
      if (!known.includes(entry.field)) {
        const meant = nearestWord(entry.field, known);
        const fix = `${meant === undefined ? '' : `Did you mean ${meant}? `}Write one of ${known.join(', ')}.`;
        report([...path, 'field'], `${JSON.stringify(entry.field)} is no field of ${table.entity}`, fix);
      }
      const other = fields.get(entry.field);
      if (other !== undefined)
        report(
          [...path, 'field'],
          `${entry.field} is already ${JSON.stringify(other)}`,
          'Let one column be the field.',
        );
      fields.set(entry.field, entry.column);
    });
    return { ...table, source, columns: columns.map(columnOf) };
  });
}

function columnOf(entry: ColumnEntry): ColumnMapping {
  const { column, field, attribute, kind = 'firmographic', ignored, via, day_order: dayOrder, won, lost } = entry;
  const { sensitivity, proxy_for: proxyFor, confidence, why } = entry;
  return {
    column,
    use:
      field !== undefined
        ? { kind: 'field', field }
        : attribute !== undefined
          ? { kind: 'attribute', attributeKind: kind, type: attribute }
          : { kind: 'ignored', reason: ignored ?? '' },
    confidence,
    why: why === '' && ignored !== undefined ? ignored : why,
    sensitivity,
    ...(proxyFor === undefined ? {} : { proxyFor }),
    ...(via === undefined ? {} : { via }),
    ...(dayOrder === undefined ? {} : { dayOrder }),
    ...(won === undefined ? {} : { won }),
    ...(lost === undefined ? {} : { lost }),
  };
}
