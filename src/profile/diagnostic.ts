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

/** The word of the list that was probably meant, or undefined where none is near. */
export function nearestWord(word: string, words: readonly string[]): string | undefined {
  if (word.length < 3) return undefined;
  const limit = Math.max(1, Math.floor(word.length / 4));
  const distances = words.map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate) }));
  const nearest = distances.sort((a, b) => a.distance - b.distance)[0];
  return nearest !== undefined && nearest.distance <= limit ? nearest.candidate : undefined;
}

/** Optimal string alignment: insertions, deletions, replacements and swaps of neighbours. */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(rows[i - 1][j] + 1, row[j - 1] + 1, replaced, isSwap ? rows[i - 2][j - 2] + 1 : replaced);
    }
    rows.push(row);
  }
  return rows[a.length][b.length];
}
