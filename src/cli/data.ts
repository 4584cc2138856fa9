import { AssayError } from '../errors.js';
import { listData, undoData } from '../workspace/list-data.js';
import type { CommonOptions } from './common-options.js';
import type { Io } from './io.js';
import { printJson } from './print-json.js';
import { renderData } from './render-data.js';

export interface DataFlags extends CommonOptions {
  readonly workspace: string;
  readonly undo?: string;
}

/** `assay data`: what a workspace holds; undoes an import. */
export async function data({ options, io }: { options: DataFlags; io: Io }): Promise<number> {
  const now = () => new Date();
  const { workspace: folder } = options;
  if (options.undo !== undefined) {
    const { id, files } = await undoData(folder, { id: parseId(options.undo), now });
    const names = files.map(({ manifest }) => manifest.source.name);
    io.note(`import ${id} (${names.join(', ')}) is undone; what was current before it is current again`);
  }
  const report = await listData(folder, { now });
  if (options.json) printJson(report, io);
  else io.out(renderData(report, { color: io.color, width: io.width }));
  return 0;
}

function parseId(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new AssayError('USAGE', {
    detail: `--undo ${text} is no import.`,
    hint: 'Give the number of an import, as `assay data` lists them.',
  });
}
