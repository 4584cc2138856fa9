/**
 * The simulation suite: companies with a known truth are learnt from as `assay learn` does, and what is published is held
 * against the truth. See docs/methods/simulation.md.
 * Run: npm run test:laws -- [--companies N] [--seed S] [--only LAW[,LAW]] [--processes P] [--full] [--json]
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { laws } from './laws.js';
import { printLaws } from './print-laws.js';
import { sumTrials } from './sum-trials.js';
import type { Trial } from './try-company.js';
import type { LawAnswer, LawTask } from './work-laws.js';

const { values: flags } = parseArgs({
  options: {
    companies: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    processes: { type: 'string', default: '2' },
    full: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const wanted = flags.only?.split(',');
const unknown = wanted?.find((name) => !laws.some((law) => law.name === name));
if (unknown !== undefined) {
  console.error(`No law is called ${unknown}: ${laws.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
const chosen = laws.filter(({ name }) => wanted === undefined || wanted.includes(name));
// Seeds of neighbouring runs have no company in common.
const seed = 100_000 * whole(flags.seed, 'seed');
const tasks = chosen.flatMap(({ name, companies }): LawTask[] => {
  const size = flags.full ? companies.full : companies.small;
  const count = flags.companies === undefined ? size : whole(flags.companies, 'companies');
  return Array.from({ length: count }, (_, number) => ({ law: name, number, seed }));
});
const trials = new Map<LawTask, Trial>();
// Whoever loses patience gets what is known by then.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    report();
    process.exit(130);
  });
}
await runTasks(tasks, { processes: whole(flags.processes, 'processes') });
process.exitCode = report() ? 0 : 1;

/** Prints what the companies that are done have shown. @returns whether every law holds. */
function report(): boolean {
  const results = chosen.flatMap((law) => {
    // In the order of the tasks, whoever finished first.
    const own = tasks.flatMap((task) => (task.law === law.name ? (trials.get(task) ?? []) : []));
    return own.length === 0 ? [] : [sumTrials(law, own)];
  });
  if (flags.json) for (const result of results) console.log(JSON.stringify(result));
  else console.log(printLaws(results));
  return results.every(
    ({ figures, coverage }) =>
      figures.every(({ holds }) => holds !== false) && coverage.every(({ judgement }) => judgement !== 'narrow'),
  );
}

function whole(text: string, option: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  console.error(`--${option} ${text} is no whole number above zero.`);
  process.exit(2);
}

async function runTasks(all: readonly LawTask[], { processes }: { processes: number }): Promise<void> {
  const waiting = [...all];
  const child = fileURLToPath(new URL('./work-laws.ts', import.meta.url));
  let done = 0;
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = fork(child, { execArgv: ['--import', 'tsx'] });
      let current = waiting.shift();
      const next = () => (current === undefined ? worker.disconnect() : worker.send(current));
      worker.on('message', ({ trial }: LawAnswer) => {
        if (current !== undefined) trials.set(current, trial);
        done++;
        if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all.length} companies`);
        current = waiting.shift();
        next();
      });
      worker.once('error', reject);
      worker.once('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`${current?.law} ${current?.number} ended with ${code}.`)),
      );
      next();
    });
  await Promise.all(Array.from({ length: Math.min(processes, all.length) }, work));
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}
