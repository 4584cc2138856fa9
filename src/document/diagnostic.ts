import { formatPlace, type Place } from '../errors.js';

/** A finding about a document: data, to be printed or underlined by whoever shows it. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly place: Place;
  /** Where in the document, as keys: `criteria[2].role`. */
  readonly path: string;
  /** What is wrong, with the value. */
  readonly message: string;
  readonly fix: string;
}

/** `icp.yaml:6:9 role is "importnat". Write one of must, strong, nice, disqualifier.` */
export function formatDiagnostic({ place, message, fix }: Diagnostic): string {
  return `${formatPlace(place)} ${message}. ${fix}`.trimStart();
}

/** `criteria[2].role` */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i === 0 ? '' : '.'}${String(key)}`)).join('');
}
