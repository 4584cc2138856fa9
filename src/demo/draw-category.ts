import type { CategoryColumn } from '../model/table.js';
import type { CategoryDistribution, Weights } from './company-spec.js';
import type { Draw } from './draw.js';
import { lastHolding } from './last-holding.js';

/** One category per account. Labels stand in the order in which the distribution names them. */
export function drawCategory(distribution: CategoryDistribution, draw: Draw): CategoryColumn {
  const given = distribution.given ?? [];
  const tables = [distribution.weights, ...given.map((entry) => entry.weights)];
  const labels = [...new Set(tables.flatMap((weights) => Object.keys(weights)))];
  const ladders = tables.map((weights) => ladder(weights, { labels, draw }));
  const table = lastHolding(given, draw);
  const codes = new Int32Array(draw.rowCount);
  for (let row = 0; row < draw.rowCount; row++) {
    const { steps, codes: codeOf } = ladders[table[row]];
    const at = draw.random.next() * steps[steps.length - 1];
    let i = 0;
    while (at >= steps[i]) i++;
    codes[row] = codeOf[i];
  }
  return { type: 'category', name: draw.name, codes, labels };
}

/** Cumulative weights, and the code of each step. */
function ladder(weights: Weights, { labels, draw }: { labels: readonly string[]; draw: Draw }) {
  const entries = Object.entries(weights).filter(([, weight]) => weight > 0);
  if (entries.length === 0) throw draw.refuse('no category has a weight above 0');
  let sum = 0;
  const steps = entries.map(([, weight]) => {
    sum += weight;
    return sum;
  });
  return { steps, codes: entries.map(([label]) => labels.indexOf(label)) };
}
