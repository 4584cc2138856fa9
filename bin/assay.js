#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/cli/main.js', import.meta.url);
if (!existsSync(main)) buildCheckout();
const { run } = await import(main.href);
process.exitCode = await run(process.argv.slice(2));

/** A checkout that was installed with npm's `ignore-scripts` has not built itself. The published package is built. */
function buildCheckout() {
  const [compiler, project] = ['../node_modules/typescript/bin/tsc', '../tsconfig.build.json'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  if (existsSync(compiler) && existsSync(project)) {
    process.stderr.write('assay: building this checkout, once\n');
    spawnSync(process.execPath, [compiler, '-p', project], { stdio: ['ignore', 2, 2] });
  }
  if (existsSync(main)) return;
  process.stderr.write('assay: this checkout is not built. Run: npm ci && npm run build\n');
  process.exit(2);
}
