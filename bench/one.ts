/** Runs one benchmark case in this process and prints what it took: the preparation is not counted. */
import { cases } from './cases.js';

const { prepare, run, about } = cases[process.argv[2]];
const prepared = await prepare();
const started = performance.now();
const busy = process.cpuUsage();
await run(prepared);
const seconds = Math.round(performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(busy);
// Of all cores: what it takes where others want the machine too.
const processorSeconds = Math.round((user + system) / 1000) / 1000;
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ seconds, processorSeconds, peakMb, about }));
