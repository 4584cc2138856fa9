import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseProfile } from '../../src/profile/parse-profile.js';
import { prepareAccounts } from '../../src/workspace/prepare-accounts.js';
import { proxyCautions } from '../../src/workspace/sensitive-cautions.js';
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
    expect(proxyCautions(attributes, { terms: [term] })).toEqual([
      'Some attributes may stand for what is protected (postcode for ethnic origin): look at whom the points leave out.',
    ]);
    expect(proxyCautions(attributes, { terms: [] })).toEqual([]);
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
