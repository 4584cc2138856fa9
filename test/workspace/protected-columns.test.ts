import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseProfile } from '../../src/profile/parse-profile.js';
import { prepareAccounts } from '../../src/workspace/prepare-accounts.js';
import { proxyCautions, usesCaution } from '../../src/workspace/sensitive-cautions.js';
import { weighBeliefs } from '../../src/workspace/weigh-beliefs.js';

function file(lines: readonly string[]): string {
  const path = join(mkdtempSync(join(tmpdir(), 'assay-protected-')), 'people.csv');
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const people = () =>
  file([
    'id,age,religion,owner_name,device_color,postcode,bought,seen_on',
    ...Array.from(
      { length: 60 },
      (_, i) =>
        `p${i},${20 + (i % 40)},${['Islam', 'Jewish', 'none'][i % 3]},${['Ann', 'Bob', 'Cy'][i % 3]},${i % 2 ? 'white' : 'black'},${10_000 + (i % 4)},${i % 3 ? 'yes' : 'no'},2024-0${1 + (i % 6)}-10`,
    ),
  ]);

describe('prepareAccounts', () => {
  it('learns from no column by which people are protected, says so, and takes a colour for no origin', async () => {
    const { attributes, setAside, cautions } = await prepareAccounts(people(), { outcome: 'bought=yes' });
    const reasons = new Map(setAside.map(({ what, reason, detail }) => [what, `${reason}: ${detail}`]));
    expect(attributes.map(({ name }) => name)).toContain('device_color');
    expect(attributes.map(({ name }) => name)).not.toContain('age');
    expect(reasons.get('age')).toBe('protected: the name says age; --keep age learns from it all the same');
    expect(reasons.get('religion')).toMatch(/^protected: special category: the name says religion/);
    expect(reasons.get('owner_name')).toMatch(/^personal: /);
    expect(cautions).toEqual([]);
  });

  it('takes one in that somebody answers for, and the document says so', async () => {
    const { attributes, cautions } = await prepareAccounts(people(), { outcome: 'bought=yes', keep: ['age'] });
    expect(attributes).toContainEqual({ name: 'age', kind: 'demographic', type: 'whole', sensitivity: 'protected' });
    expect(cautions[0]).toMatch(/^age is protected and was learnt from on request/);
  });

  it('names what may stand for something protected, where it gives points', async () => {
    const { attributes } = await prepareAccounts(people(), { outcome: 'bought=yes' });
    const term = { kind: 'category', attribute: 'postcode', groups: [], other: 0, missing: 0 } as const;
    expect(proxyCautions(attributes, { card: { terms: [term] }, proxies: [] })).toEqual([
      'Some attributes may stand for what is protected (postcode for ethnic origin): look at whom the points leave out.',
    ]);
    expect(proxyCautions(attributes, { card: { terms: [] }, proxies: [] })).toEqual([]);
  });

  it('measures what tells a column that was set aside, whatever it is called, and says it where it gives points', async () => {
    const path = file([
      'id,ethnicity,stop,shoe,children,bought',
      ...Array.from({ length: 400 }, (_, i) => {
        const origin = i % 4;
        // Nine of ten of one origin get out at a stop of their own.
        const stop = i % 10 === 0 ? (origin + 1) % 4 : origin;
        return `p${i},${['Asian', 'White', 'Hispanic', 'African American'][origin]},S${stop},${36 + (Math.floor(i / 4) % 7)},${i % 3},${(i * 7) % 5 < 2 ? 'yes' : 'no'}`;
      }),
    ]);
    const { attributes, proxies, setAside } = await prepareAccounts(path, { outcome: 'bought=yes' });
    expect(setAside.map(({ what }) => what)).toContain('ethnicity');
    expect(proxies.map(({ attribute, column }) => [attribute, column])).toEqual([['stop', 'ethnicity']]);
    expect(proxies[0].v).toBeCloseTo(0.87, 1);
    const terms = (['stop', 'children'] as const).map(
      (attribute) => ({ kind: 'category', attribute, groups: [], other: 0, missing: 0 }) as const,
    );
    expect(proxyCautions(attributes, { card: { terms }, proxies })).toEqual([
      `Some attributes that give points tell in part what was set aside: stop tells ethnicity (Cramér’s V ${proxies[0].v.toFixed(2)}). Look at whom the points leave out.`,
    ]);
    expect(usesCaution(attributes, { terms })).toEqual([
      'children says something of people’s families: a usual attribute of consumers, and protected by law in credit, housing and employment. For such a use learn without: --exclude children.',
    ]);
    expect(usesCaution(attributes, { terms: [] })).toEqual([]);
  });
});

describe('weighBeliefs', () => {
  it('looks only at accounts inside the window of time', async () => {
    const text = 'name: Test\nmarket: b2c\nbest: {outcome: bought, is: yes}\ncriteria:\n  - trait: age 20–29\n';
    const profile = parseProfile(text, { file: 'beliefs.yaml' });
    const path = people();
    const all = await weighBeliefs(path, { profile });
    const late = await weighBeliefs(path, { profile, time: 'seen_on', since: '2024-04-01' });
    expect([all.profile.learned.accounts, late.profile.learned.accounts]).toEqual([60, 30]);
    expect(late.profile.provenance).toMatchObject({ time: 'seen_on', since: '2024-04-01' });
    await expect(weighBeliefs(path, { profile, since: '2024-04-01' })).rejects.toThrow('when each account was decided');
  });
});
