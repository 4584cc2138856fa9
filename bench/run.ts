/**
 * Benchmarks, one JSON line a case: the median of several runs, each in a process of its own.
 * Run: npm run bench [-- CASE …]
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { cases } from './cases.js';
import { importBesideDuckdb, importCases } from './import-beside-duckdb.js';
import { learnCases } from './learn-cases.js';
import { validateCases } from './validate-cases.js';

const wanted = process.argv.slice(2);
const runs = 3;

for (const name of Object.keys(cases)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const measured = Array.from({ length: runs }, () => measureOnce(name));
  const medianOf = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(runs / 2)];
  const median = medianOf(measured.map(({ seconds }) => seconds));
  const processorSeconds = medianOf(measured.map((run) => run.processorSeconds));
  const peakMb = Math.max(...measured.map((run) => run.peakMb));
  console.log(JSON.stringify({ case: name, ...measured[0].about, seconds: median, processorSeconds, peakMb, runs }));
}
for (const [name, rows] of Object.entries(importCases)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(JSON.stringify({ case: name, ...(await importBesideDuckdb(rows)) }));
}
for (const [name, measure] of Object.entries({ ...learnCases, ...validateCases })) {
  // Ten million rows take minutes and 400 MB of disk: only when asked for.
  if (wanted.length > 0 ? !wanted.includes(name) : name === 'learn-10m') continue;
  console.log(JSON.stringify({ case: name, ...(await measure()) }));
}

interface Measured {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly peakMb: number;
  readonly about: Readonly<Record<string, unknown>>;
}

function measureOnce(name: string): Measured {
  const one = fileURLToPath(new URL('./one.ts', import.meta.url));
  return JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', one, name], { encoding: 'utf8' }));
}
