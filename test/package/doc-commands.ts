import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Fence } from './doc-fences.js';

export interface DocCommand {
  readonly place: string;
  readonly text: string;
  /** Exit code that the page promises: 0, or what a comment `# exit 1` behind the command says. */
  readonly exit: number;
}

const checkout = fileURLToPath(new URL('../../', import.meta.url));

/** Commands of the shell blocks: a line each, `\` continues it, a `$ ` in front is dropped, comment lines are skipped. */
export function listCommands(fences: readonly Fence[]): DocCommand[] {
  return fences
    .filter(({ language }) => ['sh', 'bash', 'shell', 'console'].includes(language))
    .flatMap(({ place, language, body }) =>
      body
        .replace(/\s*\\\n\s*/g, ' ')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => (language === 'console' ? line.startsWith('$ ') : line !== '' && !line.startsWith('#')))
        .map((line) => ({
          place,
          text: line.replace(/^\$ /, '').replace(/\s+#.*$/, ''),
          exit: Number(/\s#.*\bexit (\d+)/.exec(line)?.[1] ?? 0),
        })),
    );
}

/** Runs what starts with `assay` or `npx assay` and looks the rest up. Returns what does not do as the page says. */
export function findBrokenCommands(
  commands: readonly DocCommand[],
  { folder, scripts }: { folder: string; scripts: Readonly<Record<string, string>> },
): string[] {
  return commands.flatMap((command) => {
    const problem = /^(npx )?assay\b/.test(command.text) ? run(command, folder) : lookUp(command.text, scripts);
    return problem === undefined ? [] : [`${command.place}: ${command.text}: ${problem}`];
  });
}

function run({ text, exit }: DocCommand, folder: string): string | undefined {
  const prelude = `set -o pipefail; assay() { "$NODE" "$ASSAY" "$@"; }; npx() { "$@"; }\n`;
  const done = spawnSync('bash', ['-c', prelude + text], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 170_000,
    env: { ...process.env, NODE: process.execPath, ASSAY: join(checkout, 'bin/assay.js'), NO_COLOR: '1' },
  });
  return done.status === exit
    ? undefined
    : `exit ${done.status ?? done.signal}, not ${exit}\n${done.stderr.slice(-2_000)}`;
}

/** Commands that install, start or test the checkout are not run again: it is enough that what they name exists. */
function lookUp(text: string, scripts: Readonly<Record<string, string>>): string | undefined {
  const [program, ...words] = text.split(/\s+/);
  if (program === 'git' || program === 'cd' || program === 'mkdir') return undefined;
  if (program === 'npm') return lookUpScript(words, scripts);
  const file = program === 'npx' && words[0] === 'tsx' ? words[1] : program === 'node' ? words[0] : program;
  return existsSync(join(checkout, file)) ? undefined : 'neither an assay command nor a file of the checkout';
}

function lookUpScript([verb, name]: readonly string[], scripts: Readonly<Record<string, string>>): string | undefined {
  if (['ci', 'install', 'i', 'link'].includes(verb)) return undefined;
  const script = verb === 'run' ? name : verb;
  return script in scripts ? undefined : `package.json has no script ${script}`;
}
