import { countParquetRows } from '../intake/count-parquet-rows.js';
import type { AccountsSource } from './accounts-input.js';
import { type FileScores, type ScoreOptions, scoreFile } from './score-file.js';

/** Rows that are scored at a time, of a Parquet file of more. */
const windowRows = 250_000;

/**
 * Scores as {@link scoreFile}, but a large Parquet file window by window, in its order: the memory that it takes is that of one
 * window. How numbers are written that stand there as text is found out for each window. What is noted of a column is that of
 * the first window where there is something to note.
 */
export async function* scoreWindows(source: AccountsSource, options: ScoreOptions): AsyncGenerator<FileScores> {
  const rowCount = typeof source === 'string' ? await countParquetRows(source) : 0;
  if (rowCount <= windowRows) {
    yield await scoreFile(source, options);
    return;
  }
  let id = options.id;
  const noted = new Set<string>();
  for (let from = 0; from < rowCount; from += windowRows) {
    const to = Math.min(rowCount, from + windowRows);
    options.onProgress?.(`rows ${from + 1} to ${to} of ${rowCount}`);
    const reader = { ...options.reader, window: { from, to } };
    const { onProgress: _, ...quiet } = options;
    const scores = await scoreFile(source, { ...quiet, reader, ...(id === undefined ? {} : { id }) });
    // Which column names the accounts is found out once.
    if (scores.idColumn !== 'line') id ??= scores.idColumn;
    const fresh = scores.notes.filter((note) => !noted.has(about(note)));
    for (const note of fresh) noted.add(about(note));
    yield { ...scores, notes: fresh.map((note) => `rows ${from + 1} to ${to}: ${note}`) };
  }
}

/** What a note begins with, which is the column that it is about. */
function about(note: string): string {
  return note.split(': ', 1)[0];
}
