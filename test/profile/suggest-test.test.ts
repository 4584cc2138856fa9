import { describe, expect, it } from 'vitest';
import { parseProfile } from '../../src/profile/parse-profile.js';
import { suggestTest } from '../../src/profile/suggest-test.js';
import { updateBelief } from '../../src/profile/update-belief.js';
import { createRandom } from '../../src/stats/random.js';
import { draw } from './draw-accounts.js';

const profile = (lines: string) =>
  parseProfile(`name: N\nmarket: b2b\nbest: {outcome: bought, is: yes}\ncriteria:\n${lines}`, { file: 'icp.yaml' });

describe('suggestTest', () => {
  it('names the belief that is least settled for the points that hang on it', () => {
    const suggested = suggestTest(
      profile(`  - {trait: employees 20–50, role: must, belief: 200}
  - {trait: plan = Pro, role: strong, belief: 10}
  - {trait: city = Graz, role: nice, belief: 10}
`),
    );
    expect(suggested?.sentence).toBe(
      'Test plan = Pro next: its effect is known to ±50 points; 20 conversations would narrow that by 18, ' +
        'and if the belief is true, about 147 more would settle it with 80 % probability.',
    );
  });

  it('leaves alone what is settled, and says so when everything is', () => {
    const lines = '  - {trait: plan = Pro, role: strong, status: validated, belief: 10}\n';
    expect(suggestTest(profile(lines))).toBeNull();
    const open = `${lines}  - {trait: city = Graz, role: nice, belief: 10}\n`;
    expect(suggestTest(profile(open))?.trait.attribute).toBe('city');
  });

  it('asks for as many conversations as validate a true belief in four of five runs', () => {
    const conversations = suggestTest(profile('  - {trait: plan = Pro, role: strong, belief: 1}\n'))!.conversations;
    const random = createRandom(17);
    const runs = 3000;
    let validated = 0;
    for (let i = 0; i < runs; i++) {
      // Without the trait 20.2 % and with it 40.8 %: together 30 %, and the log odds ratio is 1.
      const drawn = draw(random, { effect: 1, accounts: conversations, share: 0.5, base: 0.2021 });
      if (updateBelief({ priorEffect: 1, strength: 1, ...drawn }).status === 'validated') validated++;
    }
    expect(validated / runs).toBeGreaterThan(0.75);
    expect(validated / runs).toBeLessThan(0.85);
  });

  it('counts what the conversations so far have said', () => {
    const line = (posterior: string) =>
      `  - {trait: plan = Pro, role: strong, status: observed, belief: {strength: 10, posterior: ${posterior}}}\n`;
    const needed = (posterior: string) => suggestTest(profile(line(posterior)))!.conversations;
    const untouched = suggestTest(profile('  - {trait: plan = Pro, role: strong, belief: 10}\n'))!.conversations;
    expect(needed('{estimate: 0.9, interval: [-0.2, 2]}')).toBeLessThan(untouched);
    expect(needed('{estimate: 0.1, interval: [-0.5, 0.7]}')).toBeGreaterThan(untouched);
  });
});
