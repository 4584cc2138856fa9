import { AssayError } from '../errors.js';
import { checkWritable } from '../workspace/check-writable.js';
import { exportTable } from '../workspace/export-table.js';
import { listData, undoData } from '../workspace/list-data.js';
import { writeFile } from '../workspace/write-file.js';
import type { CommonOptions } from './common-options.js';
import type { Io } from './io.js';
import { printJson } from './print-json.js';
import { renderData } from './render-data.js';

export interface DataFlags extends CommonOptions {
  readonly workspace: string;
  readonly undo?: string;
  readonly export?: string;
  readonly output?: string;
}

/** `assay data`: what a workspace holds; undoes an import; writes a table out again. */
export async function data({ options, io }: { options: DataFlags; io: Io }): Promise<number> {
  const now = () => new Date();
  const { workspace: folder } = options;
  if (options.export !== undefined) return await writeTable({ folder, table: options.export, options, io });
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

async function writeTable({
  folder,
  table,
  options: { output },
  io,
}: {
  folder: string;
  table: string;
  options: DataFlags;
  io: Io;
}): Promise<number> {
  await checkWritable([output]);
  const { csv, name, rows, columns, formulas } = await exportTable(folder, { table, now: () => new Date() });
  if (output === undefined) io.out(csv);
  else await writeFile(output, csv);
  if (formulas > 0) {
    const cells = formulas === 1 ? '1 cell begins' : `${formulas} cells begin`;
    io.note(
      `note: ${cells} like a formula and ${formulas === 1 ? 'is' : 'are'} written as imported; a spreadsheet program would run them`,
    );
  }
  if (output !== undefined) io.note(`wrote ${output}: ${name}, ${rows} rows, ${columns} columns`);
  return 0;
}

function parseId(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new AssayError('USAGE', {
    detail: `--undo ${text} is no import.`,
    hint: 'Give the number of an import, as `assay data` lists them.',
  });
}
