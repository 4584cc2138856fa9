import { renderPageTerminal } from '../report/page/render-page-terminal.js';
import { viewAlignment } from '../report/view-alignment.js';
import { checkWritable } from '../workspace/check-writable.js';
import type { KpiWishes } from '../workspace/find-kpi-columns.js';
import { measureKpisFile } from '../workspace/measure-kpis-file.js';
import { readProfile } from '../workspace/read-profile.js';
import { writePage } from '../workspace/write-page.js';
import type { Io } from './io.js';
import { printJson } from './print-json.js';
import { type ScoreFlags, scoreOptions } from './score.js';
import { sourceOf } from './source-of.js';

export interface KpiFlags extends ScoreFlags, KpiWishes {
  readonly time?: string;
  readonly since?: string;
  readonly until?: string;
  readonly report?: string;
}

/** Exit code when perfect matches keep failing. */
const alarmExit = 1;

/** `assay kpis`: how business goes inside and outside the ICP. */
export async function kpis(file: string | undefined, { options, io }: { options: KpiFlags; io: Io }): Promise<number> {
  const source = sourceOf(file, { flags: options, command: 'kpis' });
  await checkWritable([options.report]);
  const profile = await readProfile(options.profile, { onWarning: io.note });
  const { time, since, until } = options;
  const { report, notes } = await measureKpisFile(source, {
    ...scoreOptions(options, { profile, io }),
    since,
    until,
    ...(time === undefined ? {} : { time }),
    wishes: options,
  });
  for (const note of notes) io.note(`note: ${note}`);
  const view = viewAlignment(report, { name: profile.name });
  if (options.report !== undefined) await writePage(options.report, view);
  if (options.json) printJson({ ...report, notes }, io);
  else io.out(renderPageTerminal(view, io));
  if (options.report !== undefined) io.note(`wrote ${options.report}`);
  return report.failing?.isAlarm ? alarmExit : 0;
}
