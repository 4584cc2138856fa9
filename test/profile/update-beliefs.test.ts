import { describe, expect, it } from 'vitest';
import type { CategoryColumn, NumberColumn } from '../../src/model/table.js';
import { parseProfile } from '../../src/profile/parse-profile.js';
import { printProfile } from '../../src/profile/print-profile.js';
import { updateBeliefs } from '../../src/profile/update-beliefs.js';

const beliefs = parseProfile(
  `name: NexaCRM
market: b2b
best: {outcome: bought, is: yes}
criteria:
  - {trait: employees 20–50, role: strong, belief: 20}
  - {trait: plan = Pro, role: must, belief: 20}
  - {trait: city = Graz, role: nice, belief: 5, note: Where we live.}
`,
  { file: 'icp.yaml' },
);

/** 200 accounts in blocks: employees tell, the plan tells the other way; the last ten have no outcome yet. */
const employees: NumberColumn = {
  type: 'number',
  name: 'employees',
  whole: true,
  values: Float64Array.from({ length: 200 }, (_, i) => (i === 3 ? Number.NaN : i % 2 === 0 ? 30 : 500)),
};
const plan: CategoryColumn = {
  type: 'category',
  name: 'plan',
  labels: ['Pro', 'Basic'],
  codes: Int32Array.from({ length: 200 }, (_, i) => Math.floor(i / 2) % 2),
};
const labels = Uint8Array.from({ length: 200 }, (_, i) => {
  if (i >= 190) return 255;
  const share = (i % 2 === 0 ? 5 : 2) + (Math.floor(i / 2) % 2 === 0 ? -1 : 2);
  return (i * 7) % 10 < share ? 1 : 0;
});

describe('updateBeliefs', () => {
  const updated = updateBeliefs(beliefs, { columns: [employees, plan], labels });

  it('settles what the outcomes settle and leaves the rest as it was', () => {
    expect(updated.criteria.map(({ status }) => status)).toEqual(['validated', 'refuted', 'hypothesis']);
    expect(updated.criteria[2]).toEqual(beliefs.criteria[2]);
    expect(updated.learned.accounts).toBe(190);
  });

  it('counts only accounts whose attribute and outcome are known', () => {
    const [size] = updated.criteria;
    expect(size.evidence).toMatchObject({ accounts: 95, share: 95 / 189 });
    expect(size.evidence?.positives).toBe(labels.filter((label, i) => label === 1 && i % 2 === 0).length);
    expect(size.points).toBe(Math.round(20 * size.belief!.posterior!.estimate));
  });

  it('starts from the belief as first held: the same outcomes twice change nothing', () => {
    expect(updateBeliefs(updated, { columns: [employees, plan], labels })).toEqual(updated);
  });

  it('writes a document that reads back', () => {
    const text = printProfile(updated);
    expect(printProfile(parseProfile(text, { file: 'icp.yaml' }))).toBe(text);
  });

  it('without an outcome leaves every belief a hypothesis', () => {
    const none = updateBeliefs(beliefs, { columns: [employees, plan], labels: new Uint8Array(200).fill(255) });
    expect(none.criteria.map(({ status, belief }) => [status, belief])).toEqual([
      ['hypothesis', { strength: 20 }],
      ['hypothesis', { strength: 20 }],
      ['hypothesis', { strength: 5 }],
    ]);
  });
});
