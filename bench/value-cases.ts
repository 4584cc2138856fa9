import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawBeta, drawGamma } from '../src/stats/draw-gamma.js';
import { createRandom } from '../src/stats/random.js';
import { estimateLifetime } from '../src/value/lifetime/estimate-lifetime.js';
import { dayMs, gatherPurchases } from '../src/value/purchase-log.js';
import type { BenchCase } from './cases.js';

const customers = 1_000_000;
/** Two years; customers come throughout the first three quarters of them. */
const days = 730;
const arriving = 545;

export const valueCases: Readonly<Record<string, BenchCase>> = {
  'ltv-1m': {
    about: { what: 'purchases in any order, as columns, to the lifetime value of each customer', customers },
    prepare: async () => purchaseColumns(),
    run: async (file) => {
      const bytes = readFileSync(file);
      const rows = bytes.length / 20;
      const part = (from: number, size: number) =>
        bytes.buffer.slice(bytes.byteOffset + from, bytes.byteOffset + from + size);
      const purchases = gatherPurchases({
        at: new Float64Array(part(0, rows * 8)),
        minor: new Float64Array(part(rows * 8, rows * 8)),
        customerOf: new Int32Array(part(rows * 16, rows * 4)),
        names: Array.from({ length: customers }, (_, i) => `c${i}`),
        scale: 100,
        lastDay: days,
      });
      const found = estimateLifetime(purchases, { until: days, horizon: 52, discountRate: 0.0018 });
      if (found.status !== 'modelled') throw new Error(found.reasons.join('; '));
      console.error(`${rows} rows: ${found.choice.reason}; total ${Math.round(found.total.value.estimate)}`);
    },
  },
};

/** Buyers who leave after a purchase by chance, and whose amounts differ: BG/NBD and Gamma-Gamma. Shuffled. */
function purchaseColumns(): string {
  const folder = join(tmpdir(), 'assay-bench');
  const file = join(folder, `purchases-${customers}.bin`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const random = createRandom(6);
  const [at, minor, customerOf]: number[][] = [[], [], []];
  for (let customer = 0; customer < customers; customer++) {
    const rate = drawGamma(random, 0.6) / 30;
    const leaves = drawBeta(random, { a: 0.6, b: 6 });
    const usual = drawGamma(random, 6) * (8000 / drawGamma(random, 4));
    let day = random.next() * arriving;
    for (let isHere = true; isHere && day < days; ) {
      at.push(day * dayMs);
      minor.push(Math.max(1, Math.round(usual * (0.5 + random.next()))));
      customerOf.push(customer);
      isHere = random.next() >= leaves;
      day -= Math.log(1 - random.next()) / rate;
    }
  }
  const order = Int32Array.from(at.keys());
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  const columns = [
    Float64Array.from(order, (i) => at[i]),
    Float64Array.from(order, (i) => minor[i]),
    Int32Array.from(order, (i) => customerOf[i]),
  ];
  writeFileSync(file, Buffer.concat(columns.map((column) => Buffer.from(column.buffer))));
  return file;
}
