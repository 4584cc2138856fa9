/** Runs one benchmark case in this process and prints what it took: the preparation is not counted. */
import { cases } from './cases.js';

const { prepare, run, about } = cases[process.argv[2]];
const prepared = await prepare();
const started = performance.now();
await run(prepared);
const seconds = Math.round(performance.now() - started) / 1000;
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ seconds, peakMb, about }));
