import type { Column } from '../../../src/model/table.js';
import { createRandom } from '../../../src/stats/random.js';

/** Accounts of three kinds in numbers (one with a heavy tail), a category, a set, with missing cells; and their kinds. */
export function plantedKinds(accounts: number, seed: number): { columns: Column[]; truth: Uint8Array } {
  const random = createRandom(seed);
  const truth = Uint8Array.from({ length: accounts }, () => random.int(3));
  const numbers = (centres: readonly number[], spread: (z: number) => number) =>
    Float64Array.from(truth, (kind) => (random.next() < 0.05 ? Number.NaN : spread(centres[kind] + random.normal())));
  const labels = ['Software', 'Retail', 'Health', 'Other'];
  const codes = Int32Array.from(truth, (kind) => (random.next() < 0.85 ? kind : random.int(4)));
  const members = ['Slack', 'Jira', 'SAP'];
  const sets = [...truth].map((kind) =>
    members.flatMap((_, m) => (random.next() < (m === kind ? 0.8 : 0.15) ? [m] : [])),
  );
  const offsets = Int32Array.from([0, ...sets.map(({ length }) => length)]);
  for (let i = 1; i < offsets.length; i++) offsets[i] += offsets[i - 1];
  const columns: Column[] = [
    { type: 'number', name: 'employees', whole: true, values: numbers([2, 4, 6], (x) => Math.round(Math.exp(x))) },
    { type: 'number', name: 'growth', whole: false, values: numbers([0, 3, 0], (x) => x) },
    { type: 'number', name: 'noise', whole: false, values: numbers([0, 0, 0], (x) => x) },
    { type: 'category', name: 'industry', codes, labels },
    {
      type: 'set',
      name: 'stack',
      offsets,
      codes: Int32Array.from(sets.flat()),
      labels: members,
      missing: new Uint8Array(accounts),
    },
  ];
  return { columns, truth };
}

/** Attributes without anything to do with one another. */
export function noKinds(accounts: number, seed: number): Column[] {
  const random = createRandom(seed);
  const numbers = (spread: (z: number) => number) =>
    Float64Array.from({ length: accounts }, () => spread(random.normal()));
  const codes = (size: number) => Int32Array.from({ length: accounts }, () => random.int(size));
  return [
    { type: 'number', name: 'a', whole: false, values: numbers((z) => z) },
    { type: 'number', name: 'b', whole: false, values: numbers(Math.exp) },
    { type: 'number', name: 'c', whole: true, values: numbers((z) => Math.max(0, Math.round(3 * z))) },
    { type: 'category', name: 'd', codes: codes(3), labels: ['x', 'y', 'z'] },
    { type: 'category', name: 'e', codes: codes(2), labels: ['Yes', 'No'] },
  ];
}
