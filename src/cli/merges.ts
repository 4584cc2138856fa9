import { decideMerges } from '../workspace/decide-merges.js';
import { listMerges } from '../workspace/list-merges.js';
import type { CommonOptions } from './common-options.js';
import type { Io } from './io.js';
import { printJson } from './print-json.js';
import { renderMerges } from './render-merges.js';

export interface MergesFlags extends CommonOptions {
  readonly workspace: string;
  readonly undo: readonly string[];
  readonly accept: readonly string[];
  readonly split: readonly string[];
  readonly all?: boolean;
}

/** `assay merges`: which rows are one account, why, and what a person says of it. */
export async function merges({ options, io }: { options: MergesFlags; io: Io }): Promise<number> {
  const { workspace, undo, accept, split } = options;
  const now = () => new Date();
  const count = undo.length + accept.length + split.length;
  const words = { undo, accept, split };
  const report = count === 0 ? await listMerges(workspace, { now }) : await decideMerges(workspace, { words, now });
  if (count > 0)
    io.note(
      `${count === 1 ? '1 decision is kept; it holds' : `${count} decisions are kept; they hold`} for every later import`,
    );
  if (options.json) printJson(report, io);
  else io.out(renderMerges(report, { color: io.color, width: io.width, isAll: options.all === true }));
  return 0;
}
