import { shellWord } from '../model/shell-word.js';
import { joinCautions } from '../workspace/describe-joins.js';
import { type ImportReport, importFiles } from '../workspace/import-files.js';
import type { CommonOptions } from './common-options.js';
import type { Io } from './io.js';
import { noteQuarantine } from './note-quarantine.js';
import { plainText } from './plain-text.js';
import { printJson } from './print-json.js';
import { type ReaderFlags, readerOptions } from './reader-options.js';
import { renderImport } from './render-import.js';

export interface ImportFlags extends CommonOptions, ReaderFlags {
  readonly workspace: string;
  readonly mapping?: string;
  readonly quarantine?: string;
  readonly dryRun?: boolean;
}

const mustAnswerExit = 2;

/** `assay import`: files become tables of a workspace, all of them or none. */
export async function importCommand(
  files: readonly string[],
  { options, io }: { options: ImportFlags; io: Io },
): Promise<number> {
  const report = await importFiles(files, {
    folder: options.workspace,
    now: () => new Date(),
    reader: readerOptions(options),
    isDryRun: options.dryRun === true,
    onProgress: io.progress,
    ...(options.mapping === undefined ? {} : { mapping: options.mapping }),
    ...(options.quarantine === undefined ? {} : { quarantine: options.quarantine }),
  });
  for (const note of report.notes) io.note(`note: ${note}`);
  for (const { path, quarantined, quarantineFile } of report.files) {
    noteQuarantine(quarantined, { file: path, io });
    if (quarantineFile !== null) io.note(`  they are in ${quarantineFile}: mend them there and import that file`);
  }
  for (const caution of joinCautions(report.resolution?.joins ?? [])) io.error(`assay: warning: ${plainText(caution)}`);
  if (options.json) printJson(report, io);
  else io.out(renderImport(report, { color: io.color, width: io.width, workspace: options.workspace }));
  if (report.status === 'asked') io.error(againHint(report, { files, options }));
  return report.questions.length > 0 && report.status !== 'imported' ? mustAnswerExit : 0;
}

function againHint(
  { questions, mappingFile }: ImportReport,
  { files, options }: { files: readonly string[]; options: ImportFlags },
): string {
  const what = questions.length === 1 ? '1 question' : `${questions.length} questions`;
  const workspace = options.workspace === '.' ? '' : ` --workspace ${shellWord(options.workspace)}`;
  return [
    `assay: nothing was imported: ${what} must be answered first.`,
    `  fix: answer in ${mappingFile}, then: assay import ${files.map(shellWord).join(' ')}${workspace} --mapping ${shellWord(mappingFile ?? '')}`,
  ].join('\n');
}
