import type { Command } from 'commander';
import { buildProgram } from '../src/cli/main.js';

/** The reference page of the command line, made from the commands themselves. */
export function describeCommands(): string {
  const quiet = { write: () => true };
  const program = buildProgram({
    io: () => {
      throw new Error('nothing is run here');
    },
    done: () => undefined,
    streams: { stdout: quiet, stderr: quiet, env: {}, now: () => 0 },
  });
  return [
    '# Command line',
    '',
    'Generated from the commands by `npx tsx scripts/generate-cli-docs.ts`; a test compares it with them.',
    '',
    'Data goes to stdout, notes and progress to stderr. Exit codes: 0 done, 1 a check failed or a gate refused, 2 usage or',
    'input, 3 an outside system, 130 interrupted. `NO_COLOR` is obeyed; `ASSAY_DEBUG=1` prints where an error came from.',
    '',
    ...program.commands.flatMap((command) => describeCommand(command)),
  ].join('\n');
}

/** A command that only holds others is described by them. */
function describeCommand(command: Command, parent = 'assay'): string[] {
  const name = `${parent} ${command.name()}`;
  if (command.commands.length > 0) return command.commands.flatMap((inner) => describeCommand(inner, name));
  return [
    `## ${name}`,
    '',
    `${capital(command.description())}.`,
    '',
    '```',
    `${name} ${command.usage()}`,
    '```',
    '',
    '| option | meaning |',
    '|---|---|',
    ...command.options.map(
      ({ flags, description, argChoices }) =>
        `| \`${escapePipes(flags)}\` | ${escapePipes(description)}${choices(argChoices)} |`,
    ),
    '',
  ];
}

function choices(values: readonly string[] | undefined): string {
  return values === undefined ? '' : `: ${values.join(' or ')}`;
}

function escapePipes(text: string): string {
  return text.replaceAll('|', '\\|');
}

function capital(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}
