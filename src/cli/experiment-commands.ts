import { type Command, Option } from 'commander';
import { AssayError } from '../errors.js';
import type { GuardRail } from '../model/experiment.js';
import type { CommonOptions } from './common-options.js';
import type { Io } from './io.js';
import { parseNumber } from './parse-number.js';
import { withCommon, withReader, withWorkspace } from './shared-flags.js';

interface Wiring {
  readonly io: (options: CommonOptions) => Io;
  readonly done: (exitCode: number) => void;
}

/** `assay experiment plan`, `assign` and `read`. */
export function addExperimentCommands(program: Command, { io, done }: Wiring): void {
  const experiment = program
    .command('experiment')
    .description('find out whether acting on the profile causes anything: plan, assign, read')
    .exitOverride();
  const command = (words: string, description: string) =>
    withCommon(experiment.command(words).description(description));

  withReader(command('plan', 'say how many accounts and weeks it takes, and write experiment.yaml'))
    .option('--outcome <column=value>', 'what acting is meant to raise; of amounts the column alone')
    .option('--amount', 'the outcome is a column of amounts')
    .option('--base <number>', 'without acting: the rate (0.18), or the mean amount', number('--base', { least: 0 }))
    .option('--sd <number>', 'of amounts: the standard deviation between accounts', number('--sd', { above: 0 }))
    .option('--from <file>', 'a file of past outcomes to take these from')
    .option('--profile <file>', 'a profile to take them from; fit then sharpens the reading')
    .option('--effect <number>', 'the smallest difference worth seeing: 0.05 is five points', number('--effect'))
    .option('--lift <times>', 'the same in times the base: 1.25', number('--lift', { above: 0 }))
    .option('--power <share>', 'chance to see it when it is there', share('--power'), 0.8)
    .option('--alpha <share>', 'chance to see something when nothing is there', share('--alpha'), 0.05)
    .option('--read-once', 'read it once, at the end; smaller, but nobody may look before')
    .option('--arm <name>', 'an arm that is acted upon; may be repeated (default: act)', collect, [])
    .option('--holdout <share>', 'share that nobody acts upon', share('--holdout'))
    .option('--per-week <accounts>', 'accounts that become available each week', number('--per-week', { above: 0 }))
    .option('--capacity <accounts>', '… of which so many can be acted upon', number('--capacity', { above: 0 }))
    .option('--stratify <column>', 'balance the arms within each value of this column, e.g. tier')
    .option(
      '--guard <rail>',
      'what must not get worse, COLUMN[=VALUE]:higher|lower:MARGIN, e.g. unsubscribed=yes:higher:0.01; may be repeated',
      (value, before: GuardRail[]) => [...before, parseGuard(value)],
      [],
    )
    .option('--name <text>', 'name of the experiment')
    .option('--salt <text>', 'what accounts are hashed with (default: drawn)')
    .option('-o, --output <file>', 'write the experiment, e.g. experiment.yaml')
    .option('--report <file>', 'write the plan as a page, .html or .md')
    .action(async (options) => done(await (await import('./experiment.js')).plan({ options, io: io(options) })));

  withReader(withWorkspace(command('assign [file]', 'draw accounts into the arms, for good')))
    .requiredOption('--experiment <file>', 'the experiment, e.g. experiment.yaml')
    .option('--profile <file>', 'score the accounts: tier and fit are written down as they are now')
    .option('--tiers <tiers>', 'only accounts of these tiers take part, e.g. ideal,stretch', (value) =>
      value.split(','),
    )
    .option('--id <column>', 'the column that names an account')
    .requiredOption('-o, --output <file>', 'the file of assignments; accounts that are in it stay where they are')
    .action(async (file, options) =>
      done(await (await import('./experiment.js')).assign(file, { options, io: io(options) })),
    );

  withReader(command('read <file>', 'read a file of outcomes: did acting cause anything?'))
    .requiredOption('--experiment <file>', 'the experiment, e.g. experiment.yaml')
    .requiredOption('--assignments <file>', 'the file that assign wrote')
    .option('--id <column>', 'the column that names an account (default: the one that holds assigned accounts)')
    .addOption(new Option('--undecided-as-no', 'accounts without an outcome count as without it, in every arm'))
    .option('--report <file>', 'write the reading as a page, .html or .md')
    .action(async (file, options) =>
      done(await (await import('./experiment.js')).read(file, { options, io: io(options) })),
    );
}

function number(option: string, bounds: { least?: number; above?: number } = {}): (value: string) => number {
  return (value) => parseNumber(value, { option, ...bounds });
}

function share(option: string): (value: string) => number {
  return (value) => parseNumber(value, { option, above: 0, below: 1, isShare: true });
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

function parseGuard(value: string): GuardRail {
  const parts = /^(.+?)(?:=([^=]*))?:(higher|lower):([\d.]+)$/.exec(value);
  const margin = Number(parts?.[4]);
  if (parts === null || !(margin > 0))
    throw new AssayError('USAGE', {
      detail: `--guard ${value} is no guard rail.`,
      hint: 'Write COLUMN[=VALUE]:higher|lower:MARGIN: which direction is worse, and by how much it may get: --guard unsubscribed=yes:higher:0.01.',
    });
  const is = parts[2] === undefined ? {} : { is: parts[2].split('|') };
  return { column: parts[1], ...is, worse: parts[3] === 'lower' ? 'lower' : 'higher', margin };
}
