import { resolveAccounts } from '../../../src/intake/resolve/resolve-accounts.js';
import { measureResolution } from './measure-resolution.js';
import { plantAccounts } from './planted-accounts.js';

// npx tsx test/intake/resolve/print-figures.ts 10000 1: the figures of docs/methods/entity-resolution.md.
const [accounts, seed] = process.argv.slice(2).map(Number);
const { tables, truth } = plantAccounts({ accounts, seed });
const before = process.cpuUsage();
const resolution = resolveAccounts({ tables });
const { user, system } = process.cpuUsage(before);
const { precision, recall, recallWithReview, truePairs } = measureResolution(resolution, truth);
const review = resolution.pairs.filter(({ decision }) => decision === 'review').length;
process.stdout.write(
  `${accounts} accounts, seed ${seed}, ${truth.length} rows, ${truePairs} true pairs: precision ${precision.toFixed(4)}, ` +
    `recall ${recall.toFixed(4)} (${recallWithReview.toFixed(4)} with review), ${review} to review, ` +
    `${((user + system) / 1e6).toFixed(1)} s of CPU, ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB\n`,
);
