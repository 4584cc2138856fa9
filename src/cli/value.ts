import { AssayError } from '../errors.js';
import { renderPageTerminal } from '../report/page/render-page-terminal.js';
import { viewValue } from '../report/value/view-value.js';
import type { DateOrder } from '../value/read-moments.js';
import { checkWritable } from '../workspace/check-writable.js';
import { measureValue } from '../workspace/value/measure-value.js';
import { printValues } from '../workspace/value/print-values.js';
import { writeFile } from '../workspace/write-file.js';
import { writePage } from '../workspace/write-page.js';
import type { CommonOptions } from './common-options.js';
import type { Io } from './io.js';
import { printJson } from './print-json.js';
import { type ReaderFlags, readerOptions } from './reader-options.js';
import { type SourceFlags, sourceOf } from './source-of.js';

export interface ValueFlags extends CommonOptions, ReaderFlags, Pick<SourceFlags, 'workspace'> {
  readonly define?: string;
  readonly against: readonly string[];
  readonly accounts?: string;
  readonly by: readonly string[];
  readonly customer?: string;
  readonly date?: string;
  readonly amount?: string;
  readonly order?: string;
  readonly start?: string;
  readonly end?: string;
  readonly tenure?: string;
  readonly churned?: string;
  readonly total?: string;
  readonly currency?: string;
  readonly rate: readonly string[];
  readonly dateOrder?: DateOrder;
  readonly asOf?: string;
  readonly months: number;
  readonly discount: number;
  readonly seed: number;
  readonly output?: string;
  readonly report?: string;
}

/** `assay value`: what accounts are worth, from money and behaviour. */
export async function value(
  file: string | undefined,
  { options, io }: { options: ValueFlags; io: Io },
): Promise<number> {
  const { output, report: page, define, accounts, currency, asOf, dateOrder, workspace } = options;
  await checkWritable([output, page]);
  const source = sourceOf(file, { flags: workspace === undefined ? {} : { workspace }, command: 'value' });
  const { customer, date, amount, order, start, end, tenure, churned, total } = options;
  const { report, values } = await measureValue(source, {
    reader: readerOptions(options),
    columns: { customer, date, amount, order, start, end, tenure, churned, total },
    rates: readRates(options.rate),
    horizonMonths: options.months,
    discountRate: options.discount,
    against: options.against,
    by: options.by,
    seed: options.seed,
    onProgress: io.progress,
    ...(define === undefined ? {} : { define }),
    ...(accounts === undefined ? {} : { attributes: accounts }),
    ...(currency === undefined ? {} : { currency }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(asOf === undefined ? {} : { asOf }),
  });
  const view = viewValue(report);
  if (output !== undefined) await writeFile(output, printValues(values));
  if (page !== undefined) await writePage(page, view);
  if (options.json) printJson(report, io);
  else io.out(renderPageTerminal(view, { width: io.width, color: io.color }));
  for (const written of [output, page]) if (written !== undefined) io.note(`wrote ${written}`);
  return 0;
}

function readRates(told: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    told.map((text) => {
      const [, code, number] = /^\s*([^=\s]{1,8})\s*=\s*(\d+(?:\.\d+)?)\s*$/.exec(text) ?? [];
      const rate = Number(number);
      if (code !== undefined && rate > 0) return [code.toUpperCase(), rate];
      throw new AssayError('USAGE', {
        detail: `--rate ${text} is no rate.`,
        hint: 'Give what one unit is worth in the currency of the report: --rate EUR=1.08.',
      });
    }),
  );
}
