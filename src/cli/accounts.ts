import { shellWord } from '../model/shell-word.js';
import { checkWritable } from '../workspace/check-writable.js';
import { listAccounts } from '../workspace/list-accounts.js';
import { writeFile } from '../workspace/write-file.js';
import type { CommonOptions } from './common-options.js';
import type { Io } from './io.js';
import { plainText } from './plain-text.js';
import { printJson } from './print-json.js';

export interface AccountsFlags extends CommonOptions {
  readonly workspace: string;
  readonly outcome?: string;
  readonly time?: string;
  readonly asOf?: string;
  readonly keep: readonly string[];
  readonly output?: string;
}

/** `assay accounts`: the tables of a workspace as one table of accounts, to look at or to take elsewhere. */
export async function accounts({ options, io }: { options: AccountsFlags; io: Io }): Promise<number> {
  const { workspace, output } = options;
  await checkWritable([output]);
  const {
    csv,
    accounts: count,
    decided,
    columns,
    notes,
    outcome,
    time,
  } = await listAccounts(workspace, {
    ...options,
    now: () => new Date(),
  });
  for (const note of notes) io.note(`note: ${plainText(note)}`);
  if (output !== undefined) await writeFile(output, csv);
  if (options.json) printJson({ accounts: count, decided, columns, notes }, io);
  else if (output === undefined) io.out(csv);
  if (output !== undefined) {
    io.note(`wrote ${output}: ${count} accounts, ${decided} decided, ${columns.length} columns`);
    if (decided === 0) return 0;
    const typed = options.outcome === undefined ? '' : ` --outcome ${shellWord(options.outcome)}`;
    io.note(`next: assay learn --workspace ${shellWord(workspace)}${typed} -o icp.yaml`);
    const timed = time === undefined ? '' : ` --time ${shellWord(time)}`;
    io.note(`or, from this file: assay learn ${shellWord(output)} --outcome ${shellWord(outcome)}${timed} -o icp.yaml`);
  }
  return 0;
}
