import { join } from 'node:path';
import { type DemoName, demoNames } from '../demo/demo-companies.js';
import { AssayError } from '../errors.js';
import { runDemo } from '../workspace/run-demo.js';
import type { CommonOptions } from './common-options.js';
import type { Io } from './io.js';
import { printJson } from './print-json.js';
import { renderDemo } from './render-demo.js';

export interface DemoFlags extends CommonOptions {
  readonly seed: number;
  readonly output?: string;
}

/** Where the files go unless told. */
const defaultFolder = 'assay-demo';

/** `assay demo`: one of the demo companies, or all three. */
export async function demo(
  company: string | undefined,
  { options, io }: { options: DemoFlags; io: Io },
): Promise<number> {
  const names = company === undefined ? demoNames : [demoName(company)];
  const runs = [];
  for (const name of names) {
    const folder = join(options.output ?? defaultFolder, name);
    const run = await runDemo(name, { seed: options.seed, folder, onProgress: io.progress });
    if (!options.json) io.out(renderDemo(run, { width: io.width, color: io.color }));
    runs.push({ company: name, folder, steps: run.steps });
  }
  if (options.json) printJson({ demos: runs }, io);
  return 0;
}

function demoName(text: string): DemoName {
  const name = demoNames.find((candidate) => candidate === text.toLowerCase());
  if (name !== undefined) return name;
  throw new AssayError('USAGE', {
    detail: `There is no demo company ${text}.`,
    hint: `Choose one of ${demoNames.join(', ')}, or none for all three.`,
  });
}
