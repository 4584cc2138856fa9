import type { Command } from 'commander';
import type { CommonOptions } from './common-options.js';
import type { Io } from './io.js';
import { parseNumber } from './parse-number.js';
import { withCommon, withReader, withWorkspace } from './shared-flags.js';

interface Wiring {
  readonly io: (options: CommonOptions) => Io;
  readonly done: (exitCode: number) => void;
}

/** `assay width` and `assay kpis`: commands that judge a profile by more than its proof. */
export function addJudgeCommands(program: Command, { io, done }: Wiring): void {
  const command = (words: string, description: string) =>
    withReader(withWorkspace(withCommon(program.command(words).description(description))))
      .requiredOption('--profile <file>', 'the profile, e.g. icp.yaml')
      .option('--id <column>', 'the column that names an account')
      .option('--time <column>', "when each account was decided (default: the profile's own)")
      .option('--since <time>', 'only accounts decided at or after this time')
      .option('--until <time>', 'only accounts decided before this time');
  const above = (option: string) => (value: string) => parseNumber(value, { option, above: 0 });

  command('width [file]', 'say whether the profile is too narrow or too broad, and what lies outside')
    .option(
      '--capacity <accounts>',
      'accounts that can be worked, of the universe or else of the file',
      above('--capacity'),
    )
    .option('--cost <amount>', 'what working one account costs', above('--cost'))
    .option('--win-value <amount>', 'what a win is worth', above('--win-value'))
    .option('--value <column>', 'a column of what each account came to, instead of --win-value')
    .option('--universe <file>', 'a file of all accounts that there are: TAM, SAM and SOM')
    .option('--reach <share>', 'share of the served market that can be reached (default: all)', (value) =>
      parseNumber(value, { option: '--reach', above: 0, below: 1.0000001, isShare: true }),
    )
    .option('--report <file>', 'write it as a page, .html or .md')
    .action(async (file, options) =>
      done(await (await import('./width.js')).width(file, { options, io: io(options) })),
    );

  command('kpis [file]', 'show win rate, cycle, deal size, churn, NPS and pipeline by tier of fit')
    .option('--churn <column[=value]>', 'who left; VALUE is what means gone')
    .option('--nps <column>', 'answers from 0 to 10')
    .option('--deal <column>', 'what a won account came to')
    .option('--cycle <column>', 'days from opening to closing')
    .option('--opened <column>', '… or when it was opened')
    .option('--closed <column>', '… and when it was closed; each may be `none`')
    .option('--report <file>', 'write it as a page, .html or .md')
    .action(async (file, options) => done(await (await import('./kpis.js')).kpis(file, { options, io: io(options) })));
}
