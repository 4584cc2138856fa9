import { describe, expect, it } from 'vitest';
import { beliefPriors } from '../../src/learn/belief-priors.js';
import { buildGrids } from '../../src/learn/build-grids.js';
import { codeTable } from '../../src/learn/code-table.js';
import { learnScorecard } from '../../src/learn/learn-scorecard.js';
import type { Column } from '../../src/model/table.js';
import { compileBeliefs } from '../../src/profile/compile-beliefs.js';
import { parseProfile } from '../../src/profile/parse-profile.js';
import { scoreTable } from '../../src/score/score-table.js';
import { auc } from '../../src/stats/auc.js';
import { createRandom } from '../../src/stats/random.js';
import { heldBeliefs } from '../../src/workspace/held-beliefs.js';
import { scoreFile } from '../../src/workspace/score-file.js';
import { telcoBeliefs } from './telco-beliefs.js';

const dataFolder = process.env.ASSAY_DATA;

describe('scoreFile by hypotheses', () => {
  it.skipIf(!dataFolder)(
    'orders telephone customers at .80 or better before any outcome (needs ASSAY_DATA)',
    async () => {
      const file = `${dataFolder}/ibm-telco-churn/Telco-Customer-Churn.csv`;
      const profile = parseProfile(telcoBeliefs, { file: 'beliefs.yaml' });
      expect(profile.criteria).toHaveLength(10);
      const { accounts } = await scoreFile(file, { profile });
      const { readFile } = await import('../../src/intake/read-file.js');
      const churn = (await readFile(file, {})).columns.find(({ name }) => name === 'Churn');
      if (churn?.type !== 'text') throw new Error('The file has no column Churn.');
      const labels = Uint8Array.from(churn.codes, (code) => (churn.labels[code] === 'No' ? 1 : 0));
      expect(
        auc(
          Float64Array.from(accounts, ({ points }) => points ?? 0),
          labels,
        ),
      ).toBeGreaterThanOrEqual(0.8);
    },
  );
});

const drawn = `name: Drawn
market: b2b
best: {outcome: won, is: [yes]}
criteria:
  - {trait: size 1+, role: strong, belief: {strength: 30}}
  - {trait: plan = Pro, role: strong, belief: {strength: 30}}
  - {trait: region = EU, role: nice, belief: {strength: 30}}
`;

describe('beliefPriors', () => {
  const beliefs = parseProfile(drawn, { file: 'beliefs.yaml' });
  const judged = draw(4000, 99);

  it('makes learning from few outcomes better than either the beliefs or the outcomes', () => {
    const cold = aucOf(compileBeliefs(beliefs.criteria, beliefs.attributes));
    let [without, together] = [0, 0];
    for (let seed = 1; seed <= 5; seed++) {
      without += aucOf(learn(40, { seed, isBelieved: false })) / 5;
      together += aucOf(learn(40, { seed, isBelieved: true })) / 5;
    }
    expect(together).toBeGreaterThan(without + 0.03);
    expect(together).toBeGreaterThan(cold - 0.01);
  });

  it('costs nothing with 1,000 outcomes, not even where the beliefs are the wrong way round', () => {
    const without = aucOf(learn(1000, { seed: 1, isBelieved: false }));
    expect(aucOf(learn(1000, { seed: 1, isBelieved: true }))).toBeGreaterThan(without - 0.003);
    expect(aucOf(learn(1000, { seed: 1, isBelieved: true, factor: -1 }))).toBeGreaterThan(without - 0.02);
  });

  it('holds a cell to the mean of its beliefs by the accounts that they are worth together', () => {
    const codes = Int32Array.from([0, 0, 0, 1]);
    const columns: Column[] = [{ type: 'category', name: 'plan', codes, labels: ['Pro', 'Free'] }];
    const grids = [{ kind: 'category', attribute: 'plan', labels: ['Pro', 'Free'], binCount: 2 }] as const;
    const trait = { attribute: 'plan', condition: { kind: 'in', values: ['Pro'] } } as const;
    const coded = codeTable(grids, { columns, rowCount: 4 });
    const [prior] = beliefPriors([{ trait, effect: 1, strength: 40 }], { coded, columns }) ?? [];
    // Three of four accounts are Pro: a quarter above the average account, Free three quarters below; 40 / 4 units of information.
    expect([...(prior?.mean ?? [])]).toEqual([0.25, -0.75, 0, 0]);
    expect([...(prior?.precision ?? [])]).toEqual([7.5, 2.5, 0, 0]);
    expect(
      beliefPriors([{ trait: { ...trait, attribute: 'other' }, effect: 1, strength: 40 }], { coded, columns }),
    ).toBeNull();
  });

  function learn(rowCount: number, how: { seed: number; isBelieved: boolean; factor?: number }) {
    const { columns, labels } = draw(rowCount, how.seed);
    const coded = codeTable(buildGrids(columns, null), { columns, rowCount });
    const held = heldBeliefs(beliefs).map((one) => ({ ...one, effect: one.effect * (how.factor ?? 1) }));
    const priors = how.isBelieved ? beliefPriors(held, { coded, columns }) : null;
    const groups = Int32Array.from({ length: rowCount }, (_, i) => i);
    return learnScorecard({ coded, labels, groups, order: null, seed: 1, priors }).card;
  }

  function aucOf(card: Parameters<typeof scoreTable>[0]): number {
    return auc(Float64Array.from(scoreTable(card, judged)), judged.labels);
  }
});

/** Three attributes that matter as believed, one more that matters, and six that do not. */
function draw(rowCount: number, seed: number): { columns: Column[]; labels: Uint8Array; rowCount: number } {
  const random = createRandom(seed);
  const normal = () => Float64Array.from({ length: rowCount }, () => random.normal());
  const coin = () => Int32Array.from({ length: rowCount }, () => random.int(2));
  const [size, age, plan, region] = [normal(), normal(), coin(), coin()];
  const labels = Uint8Array.from(size, (x, i) => {
    const logOdds =
      (x >= 1 ? 1.2 : -0.2) + (plan[i] === 0 ? 0.6 : -0.6) + (region[i] === 0 ? 0.3 : -0.3) + 0.4 * age[i];
    return random.next() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
  });
  const number = (name: string, values: Float64Array): Column => ({ type: 'number', name, values, whole: false });
  const columns: Column[] = [
    number('size', size),
    number('age', age),
    { type: 'category', name: 'plan', codes: plan, labels: ['Pro', 'Free'] },
    { type: 'category', name: 'region', codes: region, labels: ['EU', 'US'] },
    ...Array.from({ length: 6 }, (_, i) => number(`noise ${i}`, normal())),
  ];
  return { columns, labels, rowCount };
}
