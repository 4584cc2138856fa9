import { renderPageTerminal } from '../report/page/render-page-terminal.js';
import { viewWidth } from '../report/view-width.js';
import { checkWritable } from '../workspace/check-writable.js';
import { measureWidthFile } from '../workspace/measure-width-file.js';
import { readProfile } from '../workspace/read-profile.js';
import { writePage } from '../workspace/write-page.js';
import type { Io } from './io.js';
import { printJson } from './print-json.js';
import { type ScoreFlags, scoreOptions } from './score.js';
import { sourceOf } from './source-of.js';

export interface WidthFlags extends ScoreFlags {
  readonly time?: string;
  readonly since?: string;
  readonly until?: string;
  readonly capacity?: number;
  readonly cost?: number;
  readonly winValue?: number;
  readonly value?: string;
  readonly universe?: string;
  readonly reach?: number;
  readonly report?: string;
}

/** `assay width`: too narrow, too broad or about right, and what lies outside. */
export async function width(
  file: string | undefined,
  { options, io }: { options: WidthFlags; io: Io },
): Promise<number> {
  const source = sourceOf(file, { flags: options, command: 'width' });
  await checkWritable([options.report]);
  const profile = await readProfile(options.profile, { onWarning: io.note });
  const { time, since, until, capacity, cost, winValue, value, universe, reach } = options;
  const { report, notes } = await measureWidthFile(source, {
    ...scoreOptions(options, { profile, io }),
    since,
    until,
    ...(time === undefined ? {} : { time }),
    ...(capacity === undefined ? {} : { capacity }),
    ...(cost === undefined ? {} : { cost }),
    ...(winValue === undefined ? {} : { winValue }),
    ...(value === undefined ? {} : { valueColumn: value }),
    ...(universe === undefined ? {} : { universe }),
    ...(reach === undefined ? {} : { reach }),
  });
  for (const note of notes) io.note(`note: ${note}`);
  const view = viewWidth(report, { name: profile.name });
  if (options.report !== undefined) await writePage(options.report, view);
  if (options.json) printJson({ ...report, notes }, io);
  else io.out(renderPageTerminal(view, io));
  if (options.report !== undefined) io.note(`wrote ${options.report}`);
  return 0;
}
