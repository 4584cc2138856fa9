import { type Command, Option } from 'commander';
import { type Period, periods } from '../model/time-proof.js';
import type { TimeAsked } from '../workspace/time-request.js';
import { parseNumber } from './parse-number.js';

/** How the command line asks for time. */
export type TimeFlags = TimeAsked;

/** What `--target time` takes. */
export function withTime(command: Command): Command {
  return command
    .option('--duration <column>', 'with --target time: how many periods each account was watched')
    .option('--event <column[=value]>', 'with --target time: the value that says that its end came, e.g. Churn=Yes')
    .option('--start <column>', 'with --target time: the date from which an account was there, instead of --duration')
    .option('--end <column>', 'with --target time: the date of its end, empty while it is there')
    .addOption(new Option('--period <unit>', 'with --target time: the unit of durations').choices([...periods]))
    .option(
      '--observed <day>',
      'with --start and --end: the day until which accounts were watched (default: the latest)',
    )
    .option(
      '--horizon <periods>',
      'with --target time: tell the share kept after so many periods (default: 12 where that tells something)',
      (value) => parseNumber(value, { option: '--horizon', above: 0 }),
    );
}

/** Those flags as one request. */
export function timeAsked(flags: TimeFlags & { readonly period?: Period }): TimeAsked {
  const { duration, event, start, end, period, observed, horizon } = flags;
  return {
    ...(duration === undefined ? {} : { duration }),
    ...(event === undefined ? {} : { event }),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(period === undefined ? {} : { period }),
    ...(observed === undefined ? {} : { observed }),
    ...(horizon === undefined ? {} : { horizon }),
  };
}
