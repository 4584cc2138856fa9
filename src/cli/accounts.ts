import { checkWritable } from '../workspace/check-writable.js';
import { printAccounts } from '../workspace/print-accounts.js';
import { workspaceAccounts } from '../workspace/workspace-accounts.js';
import { writeFile } from '../workspace/write-file.js';
import type { CommonOptions } from './common-options.js';
import type { Io } from './io.js';
import { plainText } from './plain-text.js';
import { printJson } from './print-json.js';

export interface AccountsFlags extends CommonOptions {
  readonly workspace: string;
  readonly outcome: 'deals' | 'subscriptions';
  readonly output?: string;
}

/** `assay accounts`: the tables of a workspace as one table of accounts, to learn from. */
export async function accounts({ options, io }: { options: AccountsFlags; io: Io }): Promise<number> {
  const { workspace, outcome, output } = options;
  await checkWritable([output]);
  const table = await workspaceAccounts(workspace, { outcome, now: () => new Date() });
  const decided = table.outcomes.filter((found) => found !== null).length;
  for (const note of table.notes) io.note(`note: ${plainText(note)}`);
  if (output !== undefined) await writeFile(output, printAccounts(table));
  const names = table.columns.map(({ name }) => name);
  if (options.json) printJson({ accounts: table.ids.length, decided, columns: names, notes: table.notes }, io);
  else if (output === undefined) io.out(printAccounts(table));
  if (output !== undefined) {
    const best = outcome === 'deals' ? 'outcome=won --time decided_at' : 'outcome=kept';
    io.note(`wrote ${output}: ${table.ids.length} accounts, ${decided} decided, ${names.length} columns`);
    io.note(`next: assay learn ${output} --outcome ${best} -o icp.yaml`);
  }
  return 0;
}
