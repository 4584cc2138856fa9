import { type Command, Option } from 'commander';
import type { CommonOptions } from './common-options.js';
import type { Io } from './io.js';
import { parseNumber } from './parse-number.js';
import { withCommon, withReader } from './shared-flags.js';

/** `assay value`. */
export function addValueCommand(
  program: Command,
  { io, done }: { io: (options: CommonOptions) => Io; done: (exitCode: number) => void },
): void {
  withReader(
    withCommon(program.command('value [file]')).description(
      'what accounts are worth: tables, lifetime value, and who is best by any mix',
    ),
  )
    .option('--workspace <folder>', 'take payments, contracts, deals or accounts of this workspace instead of a file')
    .option('--define <file>', 'a value definition: what value is made of (value.yaml, or icp.yaml with best.value)')
    .option('--against <mix>', 'compare the profile with that of this mix: a team, or another definition', collect, [])
    .option('--accounts <file>', 'attributes of the accounts, a row each, where they are not in the file itself')
    .option('--by <column>', 'tell the values of this attribute apart; may be repeated', collect, [])
    .option('--customer <column>', 'the column that names the account')
    .option('--date <column>', 'of purchases: the column that says when; makes each row a purchase')
    .option('--amount <column>', 'the column of amounts')
    .option('--order <column>', 'of purchases: the column that names the order or the row')
    .option('--start <column>', 'of subscriptions: from when each runs; makes each row one')
    .option('--end <column>', 'of subscriptions: until when; empty where it still runs')
    .option('--tenure <column>', 'of contracts: how many months each has lasted')
    .option('--churned <column>', 'of contracts: which have ended')
    .option('--total <column>', 'of contracts: what each has paid')
    .option('--currency <code>', 'tell all money in this currency')
    .option('--rate <code=worth>', 'what one unit of another currency is worth in it: EUR=1.08', collect, [])
    .addOption(
      new Option(
        '--date-order <order>',
        'what comes first in dates such as 01/02/24, if it is not found rightly',
      ).choices(['dmy', 'mdy', 'ymd']),
    )
    .option('--as-of <day>', 'the last day that counts (default: the newest in the data)')
    .option(
      '--months <number>',
      'lifetime value of so many months to come',
      number('--months', { above: 0, below: 600 }),
      12,
    )
    .option(
      '--discount <rate>',
      'what money of next year is worth less, 0–1',
      number('--discount', { least: 0, below: 1, isShare: true }),
      0.1,
    )
    .option('--seed <number>', 'seed of everything random', number('--seed', { least: 0 }), 1)
    .option('-o, --output <file>', 'write the accounts with what they are worth as CSV')
    .option('--report <file>', 'write the report, .html or .md')
    .action(async (file, options) =>
      done(await (await import('./value.js')).value(file, { options, io: io(options) })),
    );
}

function number(
  option: string,
  bounds: { least?: number; above?: number; below?: number; isShare?: boolean },
): (value: string) => number {
  return (value) => parseNumber(value, { option, ...bounds });
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}
