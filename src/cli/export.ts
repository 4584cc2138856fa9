import { AssayError } from '../errors.js';
import { exportSql } from '../workspace/export-sql.js';
import { readProfile } from '../workspace/read-profile.js';
import { writeFile } from '../workspace/write-file.js';
import type { CommonOptions } from './common-options.js';
import type { Io } from './io.js';
import { printJson } from './print-json.js';

export interface ExportFlags extends CommonOptions {
  readonly profile: string;
  readonly dialect: 'duckdb';
  readonly from?: string;
  readonly id?: string;
  readonly contributions?: boolean;
  readonly output?: string;
}

/** `assay export sql`: a profile as a statement that scores a table where it stands. */
export async function exportCommand(what: string, { options, io }: { options: ExportFlags; io: Io }): Promise<number> {
  if (what !== 'sql')
    throw new AssayError('USAGE', {
      detail: `assay export ${what}: there is no such export.`,
      hint: 'Try: assay export sql --profile icp.yaml',
    });
  const { from, id, contributions = false, dialect, output } = options;
  const profile = await readProfile(options.profile, { onWarning: io.note });
  const sql = exportSql({
    profile,
    profileFile: options.profile,
    contributions,
    ...(from === undefined ? {} : { from }),
    ...(id === undefined ? {} : { id }),
  });
  if (output !== undefined) {
    await writeFile(output, sql);
    io.note(`wrote ${output}`);
  }
  if (options.json) printJson({ dialect, sql }, io);
  else if (output === undefined) io.out(sql);
  return 0;
}
