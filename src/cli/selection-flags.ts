import type { Command } from 'commander';
import type { SelectionOptions } from '../workspace/selection-options.js';
import { parseNumber } from './parse-number.js';

/** What is told of how the accounts came to be in the data. */
export interface SelectionFlags {
  readonly universe?: string;
  readonly marketRate?: number;
  readonly created?: string;
  readonly mature?: number;
}

/** What the audit of selection takes. @param options `isLearning`: young accounts may be left out. */
export function withSelection(command: Command, { isLearning }: { readonly isLearning: boolean }): Command {
  command
    .option('--universe <file>', 'all accounts of the market, with the same id: is a fair part of them in the data?')
    .option(
      '--market-rate <share>',
      'the rate of the outcome in the market, e.g. 3%: is it that of the data?',
      (value) => parseNumber(value, { option: '--market-rate', above: 0, below: 1, isShare: true }),
    )
    .option('--created <column>', 'when each account was created: are the young ones old enough to have ended?');
  if (!isLearning) return command;
  return command.option('--mature <days>', 'leave out accounts created fewer days before the newest day', (value) =>
    parseNumber(value, { option: '--mature', above: 0 }),
  );
}

/** Those flags as one request. */
export function selectionAsked({ universe, marketRate, created, mature }: SelectionFlags): SelectionOptions {
  return {
    ...(universe === undefined ? {} : { universe }),
    ...(marketRate === undefined ? {} : { marketRate }),
    ...(created === undefined ? {} : { created }),
    ...(mature === undefined ? {} : { mature }),
  };
}
