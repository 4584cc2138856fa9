import { readdirSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';

const folder = new URL('../../examples/', import.meta.url);
const expected: Readonly<Record<string, RegExp>> = {
  'learn.ts': /^(publishable|ranked) On \d+ held-out accounts[\s\S]*strong/,
  'score.ts': /^account_id,points,fit,probability,tier,reasons\n[\s\S]* of \d+ are ideal$/,
  'score-one.ts': /^-?\d+ points, fit [\d.]+, (ideal|stretch|bad): [\s\S]*\d+ lines of SQL give the same points$/,
  'explain.ts': /^TT-\d+: -?\d+ points = /,
  'validate.ts': /^(publishable|ranked): AUC 0\.[67]\d on \d+ later accounts\n/,
  'width.ts': /^too narrow: Too narrow: the ICP [\s\S]*\nThe ideal tier does better/,
  'experiment.ts': /^\d+ accounts: holdout 0\.5, call 0\.5\ncaused more: Acting \(call\) caused more of status = won/,
  'diff.ts': /\w/,
  'report.ts': /^report\.html: \d+ KB\nreport\.md: \d+ KB$/,
  'beliefs.ts': /validated {2}employees 20–50/,
  'value.ts': /^34198\.65 \w* ?of 60 customers\nthe best is [\s\S]*alpha 0\.668, beta 3\.806\nof \d+ months: refused$/,
};

describe('examples', () => {
  it('are all run here', () => {
    const found = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'demo-data.ts');
    expect(found.sort()).toEqual(Object.keys(expected).sort());
  });

  it.each(Object.keys(expected))('%s runs and prints what it promises', async (name) => {
    const printed: string[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((...words) => {
      printed.push(words.join(' '));
    });
    try {
      await import(new URL(name, folder).href);
    } finally {
      log.mockRestore();
    }
    expect(printed.join('\n')).toMatch(expected[name]);
  });
});
