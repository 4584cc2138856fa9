import { assignTypes } from '../../src/intake/assign-types.js';
import { readFile } from '../../src/intake/read-file.js';
import { beliefPriors } from '../../src/learn/belief-priors.js';
import { buildGrids } from '../../src/learn/build-grids.js';
import { codeTable } from '../../src/learn/code-table.js';
import { learnScorecard } from '../../src/learn/learn-scorecard.js';
import type { Scorecard } from '../../src/model/scorecard.js';
import { takeRows } from '../../src/model/take-rows.js';
import { compileBeliefs, effectOf } from '../../src/profile/compile-beliefs.js';
import { parseProfile } from '../../src/profile/parse-profile.js';
import { updateBeliefs } from '../../src/profile/update-beliefs.js';
import { scoreTable } from '../../src/score/score-table.js';
import { auc } from '../../src/stats/auc.js';
import { createRandom } from '../../src/stats/random.js';
import { telcoBeliefs } from '../../test/workspace/telco-beliefs.js';

/**
 * AUC on held-out rows of the telco file after n outcomes, with ten hypotheses and without.
 * Usage: ASSAY_DATA=… npx tsx scripts/beliefs/measure-cold-start.ts [DRAWS, default 10] [N…]
 */
const draws = Number(process.argv[2] ?? 10);
const sizes = process.argv.length > 3 ? process.argv.slice(3).map(Number) : [30, 100, 300, 1000, 3000];
const raw = await readFile(`${process.env.ASSAY_DATA}/ibm-telco-churn/Telco-Customer-Churn.csv`, {});
const all = assignTypes(raw).table.columns.filter(({ name }) => name !== 'customerID' && name !== 'Churn');
const churn = raw.columns.find(({ name }) => name === 'Churn');
if (churn?.type !== 'text') throw new Error('No column Churn.');
const labels = Uint8Array.from(churn.codes, (code) => (churn.labels[code] === 'No' ? 1 : 0));
const beliefs = parseProfile(telcoBeliefs, { file: 'beliefs.yaml' });
const held = beliefs.criteria.map((criterion) => ({
  trait: criterion.trait,
  effect: effectOf(criterion),
  strength: criterion.belief?.strength ?? 10,
}));

process.stdout.write(
  '| outcomes | beliefs alone | beliefs weighed | learnt without | learnt with beliefs |\n|---|---|---|---|---|\n',
);
for (const n of sizes) {
  const sums = [0, 0, 0, 0];
  for (let seed = 1; seed <= draws; seed++) {
    const order = shuffle(raw.rowCount, seed);
    const learnt = take(order.slice(0, n));
    const judged = take(order.slice(-3000));
    const coded = codeTable(buildGrids(learnt.columns, null), learnt);
    const options = {
      coded,
      labels: learnt.labels,
      groups: Int32Array.from(learnt.labels.keys()),
      order: null,
      seed: 1,
    };
    const weighed = updateBeliefs(beliefs, learnt);
    const cards = [
      compileBeliefs(beliefs.criteria, beliefs.attributes),
      compileBeliefs(weighed.criteria, beliefs.attributes),
      learnScorecard(options).card,
      learnScorecard({ ...options, priors: beliefPriors(held, { coded, columns: learnt.columns }) }).card,
    ];
    cards.forEach((card: Scorecard, i) => {
      sums[i] += auc(Float64Array.from(scoreTable(card, judged)), judged.labels) / draws;
    });
  }
  process.stdout.write(`| ${[n, ...sums.map((sum) => sum.toFixed(3))].join(' | ')} |\n`);
}

function take(rows: Int32Array) {
  return {
    columns: all.map((column) => takeRows(column, rows)),
    labels: Uint8Array.from(rows, (row) => labels[row]),
    rowCount: rows.length,
  };
}

function shuffle(size: number, seed: number): Int32Array {
  const random = createRandom(seed);
  const order = Int32Array.from({ length: size }, (_, i) => i);
  for (let i = size - 1; i > 0; i--) {
    const j = random.int(i + 1);
    const kept = order[i];
    order[i] = order[j];
    order[j] = kept;
  }
  return order;
}
