import { type Diagnostic, formatDiagnostic, formatPath } from '../document/diagnostic.js';
import { explainIssue, explainUnknownKey } from '../document/explain-issue.js';
import { readYaml, type YamlText } from '../document/read-yaml.js';
import { AssayError } from '../errors.js';
import type { Profile } from '../model/profile.js';
import { documentSchema, type IcpDocument } from './document-schema.js';
import { fromDocument } from './from-document.js';
import { profileJsonSchema } from './profile-json-schema.js';

/**
 * Reads an ICP document.
 * @param onWarning is told of what does not stop the reading, such as unknown keys.
 * @throws AssayError PROFILE_INVALID with every problem, its place and its fix.
 */
export function parseProfile(
  text: string,
  { file, onWarning }: { file: string; onWarning?: (warning: Diagnostic) => void },
): Profile {
  const { profile, diagnostics } = checkProfile(text, { file });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (profile === null) {
    const lines = errors.map(formatDiagnostic);
    throw new AssayError('PROFILE_INVALID', {
      detail: errors.length === 1 ? lines[0] : `${errors.length} problems:\n${lines.join('\n')}`,
      hint: errors[0].fix,
      place: errors[0].place,
      cause: errors,
    });
  }
  if (onWarning) for (const warning of diagnostics) onWarning(warning);
  return profile;
}

/** The profile, or null where it has errors, and everything that was found, in the order of the file. */
export function checkProfile(
  text: string,
  { file }: { file: string },
): { profile: Profile | null; diagnostics: Diagnostic[] } {
  const yaml = readYaml(text, { file, what: 'an ICP document' });
  const diagnostics: Diagnostic[] = yaml.problems.map((problem) => ({ severity: 'error', path: '', ...problem }));
  const isEmpty = yaml.value === undefined || typeof yaml.value !== 'object' || Array.isArray(yaml.value);
  if (isEmpty && diagnostics.length === 0) {
    diagnostics.push({
      severity: 'error',
      place: yaml.placeOf([]),
      path: '',
      message: 'The file is not an ICP document',
      fix: 'Begin with `name: …`, `market: b2b`, `best:` and `criteria:`.',
    });
  }
  const profile = diagnostics.length === 0 ? normalize(yaml, diagnostics) : null;
  diagnostics.sort(
    (a, b) => (a.place.line ?? 0) - (b.place.line ?? 0) || (a.place.column ?? 0) - (b.place.column ?? 0),
  );
  return { profile: diagnostics.some(({ severity }) => severity === 'error') ? null : profile, diagnostics };
}

function normalize(yaml: YamlText, diagnostics: Diagnostic[]): Profile | null {
  let shape = documentSchema.safeParse(yaml.value);
  if (shape.success) return finish(shape.data, { yaml, diagnostics });
  const schema = profileJsonSchema();
  const unknownKeys = shape.error?.issues.filter((issue) => issue.code === 'unrecognized_keys') ?? [];
  if (unknownKeys.length > 0) {
    let value = yaml.value;
    for (const { path, keys } of unknownKeys) {
      for (const key of keys) diagnostics.push(explainUnknownKey(path, { key, yaml, schema }));
      value = without(value, { path, keys });
    }
    shape = documentSchema.safeParse(value);
  }
  if (!shape.success) {
    for (const issue of shape.error.issues) diagnostics.push(explainIssue(issue, { yaml, schema }));
    return null;
  }
  return finish(shape.data, { yaml, diagnostics });
}

function finish(document: IcpDocument, { yaml, diagnostics }: { yaml: YamlText; diagnostics: Diagnostic[] }): Profile {
  return fromDocument(document, (path, { message, fix, severity = 'error' }) => {
    diagnostics.push({ severity, place: yaml.placeOf(path), path: formatPath(path), message, fix });
  });
}

/** A copy without some keys of the object at a path. */
function without(value: unknown, { path, keys }: { path: readonly PropertyKey[]; keys: readonly string[] }): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (path.length === 0) return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
  const [head, ...rest] = path;
  if (Array.isArray(value)) return value.map((item, i) => (i === head ? without(item, { path: rest, keys }) : item));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === head ? without(inner, { path: rest, keys }) : inner]),
  );
}
