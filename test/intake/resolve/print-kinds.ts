import { measureKinds } from './measure-kinds.js';

// npx tsx test/intake/resolve/print-kinds.ts 300 5000 1: the table by kind of docs/methods/entity-resolution.md.
const [each, others, seed] = process.argv.slice(2).map(Number);
for (const { of, kind, isOne, count, merged, listed } of measureKinds({ each, others, seed })) {
  const wanted = isOne ? 'one' : 'two';
  process.stdout.write(`| ${of} | ${kind} | ${wanted} | ${count} | ${merged.toFixed(3)} | ${listed.toFixed(3)} |\n`);
}
