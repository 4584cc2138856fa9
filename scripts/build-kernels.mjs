/**
 * Compiles wasm/kernels.ts to dist/kernels/kernels.wasm; part of `npm run build`. Left alone where nothing has changed
 * since, because the compiler takes seconds to wake up.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const source = join(root, 'wasm/kernels.ts');
const compiled = join(root, 'dist/kernels/kernels.wasm');
const script = fileURLToPath(import.meta.url);
const changed = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (changed(compiled) <= Math.max(changed(source), changed(script))) {
  const compiler = join(dirname(createRequire(import.meta.url).resolve('assemblyscript/package.json')), 'bin/asc.js');
  // The memory is shared, so that views of it stay valid when it grows; 65,536 pages are the 4 GB that pointers reach.
  const memory = ['--importMemory', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536'];
  const features = ['--enable', 'simd', '--enable', 'threads'];
  const output = ['-O3', '--noAssert', '--runtime', 'stub', '--noExportMemory', '--outFile', compiled];
  mkdirSync(dirname(compiled), { recursive: true });
  execFileSync(process.execPath, [compiler, source, ...output, ...features, ...memory], {
    cwd: root,
    stdio: 'inherit',
  });
}
