import { basename } from 'node:path';
import { AssayError } from '../errors.js';
import { assignTypes } from '../intake/assign-types.js';
import { type AppliedMapping, applyMapping } from '../intake/mapping/apply-mapping.js';
import { gapNotes, settle } from '../intake/mapping/gap-notes.js';
import { accountKeys } from '../intake/mapping/key-column.js';
import { recogniseTables } from '../intake/mapping/recognise-tables.js';
import type { ReadOptions } from '../intake/read-file.js';
import { readFileApart } from '../intake/read-file-apart.js';
import { weighOnce } from '../intake/typing/cells.js';
import { countPlaceholders, type PlaceholderCount } from '../intake/typing/count-placeholders.js';
import type { MappingQuestion, TableMapping } from '../model/mapping.js';
import type { RawTable } from '../model/table.js';
import { adoptMapping } from './adopt-mapping.js';
import type { CurrentTable } from './current-tables.js';
import { describeReading } from './describe-reading.js';
import type { ProgressOptions } from './progress.js';

/** One file, read, with what becomes of it. */
export interface PlannedFile {
  readonly path: string;
  readonly raw: RawTable;
  readonly mapping: TableMapping;
  readonly applied: AppliedMapping;
  /** Whether the mapping was kept from before. */
  readonly isKept: boolean;
  readonly questions: readonly MappingQuestion[];
  readonly notes: readonly string[];
  readonly placeholders: readonly PlaceholderCount[];
}

/**
 * Reads files, each in a process of its own, and says what they are: by the mappings that were kept, and where there is
 * none for a file, by what is recognised in all of them together. Nothing is written.
 * @throws AssayError what the reader throws; USAGE where two files are the same stream.
 */
export async function planImport(
  files: readonly string[],
  {
    kept,
    accounts,
    reader,
    onProgress,
  }: {
    kept: readonly TableMapping[];
    accounts: readonly CurrentTable[];
    reader: ReadOptions;
    onProgress: ProgressOptions['onProgress'];
  },
): Promise<PlannedFile[]> {
  const tables = [];
  for (const path of files) {
    onProgress?.(`reading ${basename(path)}`);
    const raw = await readFileApart(path, { ...reader, isEmptyTaken: true });
    const weighed = weighOnce(raw);
    tables.push({ path, raw, weighed, typed: assignTypes(weighed) });
  }
  const names = new Set(tables.map(({ raw }) => raw.source));
  const keys = accounts
    .filter(({ raw }) => !names.has(raw.source))
    .flatMap(({ raw, file }) => accountKeys(raw, file.mapping));
  onProgress?.('recognising columns');
  const recognised = recogniseTables(
    tables.map(({ weighed, typed }) => ({ raw: weighed, typed })),
    { keys, known: kept },
  );
  const planned = tables.map(({ path, raw, weighed }, i): PlannedFile => {
    const fresh = recognised[i];
    const adopted = adoptMapping(raw, { kept, fresh: fresh.mapping });
    const mapping = adopted === null ? fresh.mapping : settle(adopted.mapping);
    const applied = applyMapping(weighed, mapping);
    const reading = describeReading(weighed, applied);
    return {
      path,
      raw,
      mapping,
      applied,
      isKept: adopted !== null,
      questions: adopted === null ? [...fresh.questions, ...reading.questions] : [],
      notes: [...raw.notes, ...(adopted?.notes ?? []), ...gapNotes(fresh, adopted?.mapping), ...reading.notes],
      placeholders: countPlaceholders(weighed),
    };
  });
  checkStreams(planned);
  return planned;
}

/** Of files that share a name or a pattern only the last would count. */
function checkStreams(planned: readonly PlannedFile[]): void {
  const paths = new Map<string, string>();
  for (const { path, mapping } of planned) {
    const other = paths.get(mapping.file);
    if (other !== undefined) {
      throw new AssayError('USAGE', {
        detail: `${other} and ${path} are both ${mapping.file}: the later one would replace the earlier.`,
        hint: 'Rename one of them, or give each its own `file:` in mapping.yaml.',
        place: { file: path },
      });
    }
    paths.set(mapping.file, path);
  }
}
