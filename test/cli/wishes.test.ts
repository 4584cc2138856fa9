import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Profile } from '../../src/model/profile.js';
import type { Term } from '../../src/model/scorecard.js';
import { writeDeals } from './deals.js';
import { newFolder, runAssay } from './run-assay.js';

const termOf = ({ scorecard }: Profile, name: string): Term | undefined =>
  scorecard?.terms.find(({ attribute }) => attribute === name);

describe('assay learn, with wishes', () => {
  it('keeps to them in the card, and again from the document', async () => {
    const file = writeDeals('wished.csv', { rows: 900 });
    const icp = join(newFolder(), 'icp.yaml');
    const wishes = ['--cuts', 'seats=10,40', '--monotone', 'seats=up'];
    const { out } = await runAssay('learn', file, '--outcome', 'outcome=won', ...wishes, '-o', icp, '--json');
    const first = JSON.parse(out);
    const second = JSON.parse((await runAssay('learn', file, '--outcome', 'outcome=won', '--like', icp, '--json')).out);
    for (const profile of [first, second]) {
      const seats = termOf(profile, 'seats');
      if (seats?.kind !== 'numeric') throw new Error('no points for seats');
      for (const cut of seats.cuts) expect([10, 40]).toContain(cut);
      expect(seats.points).toEqual(seats.points.toSorted((a, b) => a - b));
      const attribute = profile.attributes.find(({ name }: { name: string }) => name === 'seats');
      expect(attribute).toMatchObject({ cuts: [10, 40], monotone: 'increasing' });
    }
    expect(second.scorecard.terms).toEqual(first.scorecard.terms);
  });

  it('says what it does not understand, and exits 2', async () => {
    const file = writeDeals('odd.csv', { rows: 60 });
    const learn = (...words: string[]) => runAssay('learn', file, '--outcome', 'outcome=won', ...words);
    for (const words of [
      ['--monotone', 'seats=sideways'],
      ['--monotone', 'seats'],
      ['--cuts', 'seats=ten'],
      ['--group', 'plan=Pro'],
      ['--cuts', 'seatz=1'],
      ['--segments-by', 'value'],
      ['--value-column', 'plan'],
    ]) {
      const { exit } = await learn(...words);
      expect([words, exit]).toEqual([words, 2]);
    }
  });
});
