import { type Command, Option } from 'commander';

/** What every command takes. */
export function withCommon(command: Command): Command {
  return command
    .exitOverride()
    .option('--json', 'print one JSON document on stdout')
    .option('-q, --quiet', 'no notes and no progress on stderr')
    .option('--no-input', 'never ask (nothing asks today; accepted everywhere)');
}

/** What commands take that work on accounts, of a file or of a workspace. */
export function withWorkspace(command: Command): Command {
  return command
    .option('--workspace <folder>', 'take the accounts of this workspace instead of a file')
    .option(
      '--as-of <day>',
      'of a workspace: nothing at or after this day is known (default: the newest moment in it)',
    );
}

/** How a file is read, where that is not found rightly. */
export function withReader(command: Command): Command {
  return command
    .option('--delimiter <character>', 'what separates fields, if it is not found rightly')
    .option('--encoding <name>', 'utf-8, utf-16le, windows-1252, iso-8859-2 …, if it is not found rightly')
    .addOption(
      new Option(
        '--header <which>',
        'that there is no header, or that it is the first line, if it is not found rightly',
      ).choices(['none', 'first']),
    )
    .option('--sheet <name>', 'the sheet of an XLSX file')
    .addOption(
      new Option('--format <format>', 'what the file is, if its name does not say').choices([
        'csv',
        'tsv',
        'jsonl',
        'parquet',
        'xlsx',
      ]),
    );
}
