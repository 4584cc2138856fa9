/**
 * From coded columns to the full card, in a process of its own. Arguments: a Parquet file of make-accounts.ts, and where to
 * write the codes, column by column, and the labels after them for whoever learns from the same. Prints one JSON line.
 */
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { learnScorecard } from '../src/learn/learn-scorecard.js';
import { prepareAccounts } from '../src/workspace/prepare-accounts.js';

const [file, codesFile] = process.argv.slice(2);
const accounts = await prepareAccounts(file, { outcome: 'status=won' });
const { coded, labels, groups } = accounts;
const out = createWriteStream(codesFile);
for (const bytes of [...coded.codes, labels]) out.write(bytes);
out.end();
await finished(out);
const started = performance.now();
const busy = process.cpuUsage();
learnScorecard({ coded, labels, groups, order: null, seed: 1, length: 'full' });
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(busy);
console.log(JSON.stringify({ seconds, cpuSeconds: (user + system) / 1e6, columns: coded.codes.length }));
