import { Command, CommanderError, Option } from 'commander';
import { AssayError } from '../errors.js';
import { segmentMeasures } from '../model/segment.js';
import { version } from '../version.js';
import type { CommonOptions } from './common-options.js';
import { addExperimentCommands } from './experiment-commands.js';
import { createIo, type Io, processStreams, type Streams } from './io.js';
import { addJudgeCommands } from './judge-commands.js';
import { printError } from './print-error.js';
import { collectWish, readCuts, readGroup, readMonotone } from './read-wish.js';
import { withSelection } from './selection-flags.js';
import { withCommon, withReader, withWorkspace } from './shared-flags.js';
import { withTime } from './time-flags.js';
import { addValueCommand } from './value-command.js';

/** Exit code of usage errors (design.md). */
const usageExit = 2;
const interruptedExit = 130;

/**
 * Runs one command line.
 * @param argv the words after `assay`.
 * @returns the exit code: 0 done, 1 a check failed or a gate refused, 2 usage, 3 an outside system, 130 interrupted.
 */
export async function run(argv: readonly string[], streams: Streams = processStreams()): Promise<number> {
  let exitCode = 0;
  const io = (options: CommonOptions): Io => createIo(streams, { quiet: options.quiet === true });
  const program = buildProgram({ io, done: (code) => (exitCode = code), streams });
  const interrupt = () => process.exit(interruptedExit);
  process.once('SIGINT', interrupt);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      if (argv.includes('--json')) printUsageProblem(error, streams);
      return usageExit;
    }
    return printError(error, { streams, json: argv.includes('--json'), debug: Boolean(streams.env.ASSAY_DEBUG) });
  } finally {
    process.off('SIGINT', interrupt);
  }
}

function printUsageProblem({ message }: CommanderError, { stdout }: Streams): void {
  const text = message.replace(/^error: /, '');
  const problem = { code: 'USAGE', message: text, place: {}, hint: 'Run with --help to see what is possible.' };
  stdout.write(`${JSON.stringify({ error: problem }, null, 2)}\n`);
}

interface Wiring {
  readonly io: (options: CommonOptions) => Io;
  readonly done: (exitCode: number) => void;
  readonly streams: Streams;
}

/** The whole command tree; the reference page is generated from it. */
export function buildProgram({ io, done, streams }: Wiring): Command {
  const program = new Command('assay')
    .description(
      'Learns from your own data who your best customers are, writes it down with its evidence, and proves it.',
    )
    .version(version, '-V, --version', 'print the version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
    })
    .showHelpAfterError('Run with --help to see what is possible.');

  const command = (words: string, description: string) => withCommon(program.command(words).description(description));

  const learning = command('learn [file]', 'learn the profile of your best customers from their outcomes');
  withReader(withWorkspace(withSelection(withTime(learning), { isLearning: true })))
    .option(
      '--outcome <column[=value]>',
      'what became of each account; VALUE may be `a|b`, `>=100` or `top25%`; of a workspace also deals (default) or subscriptions',
    )
    .addOption(
      new Option(
        '--target <what>',
        'amount: the outcome is a column of amounts, 0 for nothing; learn how much accounts come to; time: learn how long accounts last, from --duration and --event or --start and --end (default: yes or no)',
      ).choices(['amount', 'time']),
    )
    .option(
      '--cost <amount>',
      'with --target amount: what going after one account costs; tiers are cut by it',
      parseCost,
    )
    .option(
      '--value <file>',
      'best is by this value definition: value.yaml, or icp.yaml with best.value; with --target amount the value itself',
    )
    .option(
      '--beliefs <file>',
      'a profile with hypotheses: held before the data where enough is known to learn, else weighed one by one',
    )
    .option('--like <file>', "keep to this profile's cuts, groups and directions of attributes (icp.yaml: attributes)")
    .option(
      '--monotone <column=way>',
      'points may only go up, down, to a peak or to a valley with this number, e.g. tenure=up; may be repeated',
      collectWish(readMonotone),
    )
    .option(
      '--cuts <column=numbers>',
      'ranges start here and nowhere else, e.g. employees=10,50,200',
      collectWish(readCuts),
    )
    .option(
      '--group <column=values>',
      'these values are one, e.g. "plan=Pro|Team"; may be repeated',
      collectWish(readGroup),
    )
    .addOption(
      new Option(
        '--segments-by <measure>',
        'what makes a segment good: size and purity (balance), size (share), purity (lift), or value (default: balance)',
      ).choices(segmentMeasures),
    )
    .option('--value-column <column>', 'what each account is worth; segments tell it, and it is not learnt from')
    .option('--id <column>', 'the column that names an account')
    .option('--time <column>', 'when each account was decided; the latest are held out')
    .option('--since <time>', 'only accounts decided at or after this time')
    .option('--until <time>', 'only accounts decided before this time')
    .option('--in-time-order', 'the rows stand in time order, oldest first; the latest are held out')
    .option('--holdout <share>', 'share of the accounts to hold out, 0.05–0.5', parseShare)
    .option('--holdout-by <column>', 'accounts with one value in this column are held out together, e.g. the region')
    .option('--exclude <columns>', 'columns to leave out, separated by commas; may be repeated', collect, [])
    .option('--keep <columns>', 'columns to learn from although they look like a leak or are protected', collect, [])
    .option('--card <length>', 'full, short, or at most so many rows (default: the shortest within noise)', parseCard)
    .option('--name <text>', 'name of the profile')
    .addOption(new Option('--market <market>', 'who buys').choices(['b2b', 'b2c']))
    .option('--seed <number>', 'seed of everything random', parseWhole, 1)
    .option('-o, --output <file>', 'write the profile, e.g. icp.yaml')
    .option('--report <file>', 'write the report, .html or .md')
    .action(async (file, options) =>
      done(await (await import('./learn.js')).learn(file, { options, io: io(options) })),
    );

  withReader(withWorkspace(command('score [file]', 'score every account against a profile')))
    .requiredOption('--profile <file>', 'the profile, e.g. icp.yaml')
    .option('--id <column>', 'the column that names an account')
    .option('-o, --output <file>', 'write the scores as CSV')
    .action(async (file, options) =>
      done(await (await import('./score.js')).score(file, { options, io: io(options) })),
    );

  withReader(withWorkspace(command('explain [file] [account]', 'take the score of one account apart')))
    .requiredOption('--profile <file>', 'the profile, e.g. icp.yaml')
    .option('--id <column>', 'the column that names an account')
    .option('--account <id>', 'the account to explain (same as the second word)')
    .action(async (file, account, options) =>
      done(await (await import('./explain.js')).explain(file, { account, options, io: io(options) })),
    );

  withReader(
    withWorkspace(
      withSelection(command('validate [file]', 'prove a profile on outcomes that it has not seen'), {
        isLearning: false,
      }),
    ),
  )
    .requiredOption('--profile <file>', 'the profile, e.g. icp.yaml')
    .option('--since <time>', 'only accounts decided at or after this time')
    .option('--until <time>', 'only accounts decided before this time')
    .option('--id <column>', 'the column that names an account')
    .action(async (file, options) =>
      done(await (await import('./validate.js')).validate(file, { options, io: io(options) })),
    );

  command('diff <before> <after>', 'say what changed between two profiles, by meaning').action(
    async (before, after, options) =>
      done(await (await import('./diff.js')).diff(before, { after, options, io: io(options) })),
  );

  command('report [profile]', 'write the report of a profile: HTML, Markdown, or the terminal')
    .option('--profile <file>', 'the profile (same as the first word)')
    .option('-o, --output <file>', 'where to; .html or .md (default: print to the terminal)')
    .action(async (profile, options) =>
      done(await (await import('./report.js')).report(profile, { options, io: io(options) })),
    );

  command('export <what>', 'export a profile for use elsewhere: `sql`, a statement that scores a table where it stands')
    .requiredOption('--profile <file>', 'the profile, e.g. icp.yaml')
    .addOption(new Option('--dialect <dialect>', 'whose SQL').choices(['duckdb']).default('duckdb'))
    .option('--from <table>', 'the table to score, e.g. crm.accounts, or a Parquet file (default: accounts)')
    .option('--id <column>', "the column that names an account (default: the profile's own)")
    .option('--contributions', 'what each attribute adds, as columns of their own')
    .option('-o, --output <file>', 'write the statement')
    .action(async (what, options) =>
      done(await (await import('./export.js')).exportCommand(what, { options, io: io(options) })),
    );

  command('demo [company]', 'learn a demo company with a planted truth: tech-titan, fresh-and-fast or nexacrm')
    .option('--seed <number>', 'another seed gives another company of the same kind', parseWhole, 1)
    .option('-o, --output <folder>', 'keep the files: data, profile, report, scores')
    .action(async (company, options) =>
      done(await (await import('./demo.js')).demo(company, { options, io: io(options) })),
    );

  addValueCommand(program, { io, done });

  command('init [folder]', 'make a workspace of a folder, to import files into').action(async (folder, options) =>
    done(await (await import('./init.js')).init(folder, { options, io: io(options) })),
  );

  withReader(command('import <files...>', 'import exports into a workspace: say what they are, keep every record'))
    .option('--workspace <folder>', 'the workspace', '.')
    .option('--mapping <file>', 'read the files by this mapping (default: mapping.yaml of the workspace)')
    .option('--dry-run', 'say what would happen and write nothing; needs no workspace')
    .option('--quarantine <folder>', 'where records go that cannot be accepted (default: in the workspace)')
    .action(async (files, options) =>
      done(await (await import('./import.js')).importCommand(files, { options, io: io(options) })),
    );

  command('data', 'list imports and the health of every column; undo an import; export a table')
    .option('--workspace <folder>', 'the workspace', '.')
    .option('--undo <id>', 'undo this import: what was current before it is current again')
    .option('--export <table>', 'write this table as it was imported, as CSV; name it by its file')
    .option('-o, --output <file>', 'where to write the exported table')
    .action(async (options) => done(await (await import('./data.js')).data({ options, io: io(options) })));

  command('accounts', 'join the tables of a workspace into one table of accounts, to learn from')
    .option('--workspace <folder>', 'the workspace', '.')
    .option('--outcome <kind>', 'what decides an account: deals, subscriptions, or a column of the accounts')
    .option('--time <column>', 'of a column: the date of the accounts that says when it was decided')
    .option('--as-of <day>', 'nothing at or after this day is known (default: the newest moment in the data)')
    .option('--keep <columns>', 'columns to put in although they are personal or protected', collect, [])
    .option('-o, --output <file>', 'write the table as CSV')
    .action(async (options) => done(await (await import('./accounts.js')).accounts({ options, io: io(options) })));

  command('merges', 'list which rows are one account, with score and reason; take them apart, or accept more')
    .option('--workspace <folder>', 'the workspace', '.')
    .option('--undo <id>', 'the two of this pair are two; may be repeated', collect, [])
    .option('--accept <id>', 'the two of this pair are one; may be repeated', collect, [])
    .option('--split <id>', 'the second row of this pair is apart from all it was joined to', collect, [])
    .option('--all', 'list every pair')
    .action(async (options) => done(await (await import('./merges.js')).merges({ options, io: io(options) })));

  addJudgeCommands(program, { io, done });
  addExperimentCommands(program, { io, done });
  return program;
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

function parseWhole(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new AssayError('USAGE', { detail: `--seed ${value} is not a whole number.`, hint: 'Give e.g. --seed 7.' });
}

function parseCard(value: string): 'full' | 'short' | number {
  if (value === 'full' || value === 'short') return value;
  if (/^[1-9]\d{0,3}$/.test(value)) return Number(value);
  throw new AssayError('USAGE', {
    detail: `--card ${value} is neither full, short nor a number of rows.`,
    hint: 'Give e.g. --card full, or --card 20 for a card of at most 20 rows.',
  });
}

function parseCost(value: string): number {
  const cost = Number(value);
  if (cost > 0 && Number.isFinite(cost)) return cost;
  throw new AssayError('USAGE', {
    detail: `--cost ${value} is no cost.`,
    hint: 'Give what going after one account costs, above zero, in the unit of the amounts: --cost 120.',
  });
}

function parseShare(value: string): number {
  const share = value.endsWith('%') ? Number(value.slice(0, -1)) / 100 : Number(value);
  if (share >= 0.05 && share <= 0.5) return share;
  throw new AssayError('USAGE', {
    detail: `--holdout ${value} is not a share between 0.05 and 0.5.`,
    hint: 'Give e.g. --holdout 0.25 to hold out a quarter.',
  });
}
