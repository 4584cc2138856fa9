import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkProfile } from '../../src/profile/parse-profile.js';
import { printProfile } from '../../src/profile/print-profile.js';
import { renderHtml } from '../../src/report/render-html.js';
import { renderMarkdown } from '../../src/report/render-markdown.js';
import { renderTerminal } from '../../src/report/render-terminal.js';
import { viewProfile } from '../../src/report/view-profile.js';
import { createRandom } from '../../src/stats/random.js';
import { createScorer } from '../../src/workspace/create-scorer.js';
import { explainFile } from '../../src/workspace/explain-file.js';
import { learnProfile } from '../../src/workspace/learn-profile.js';
import type { LearnedProfile } from '../../src/workspace/learned-profile.js';
import { printScores } from '../../src/workspace/print-scores.js';
import { scoreFile } from '../../src/workspace/score-file.js';
import { validateFile } from '../../src/workspace/validate-file.js';

const folder = mkdtempSync(join(tmpdir(), 'assay-amounts-'));
const [file, later] = ['accounts.csv', 'later.csv'].map((name) => join(folder, name));

/** 40 % come to nothing; size and plan multiply the rest. */
function writeAccounts(path: string, { seed, count }: { seed: number; count: number }): void {
  const random = createRandom(seed);
  const rows = Array.from({ length: count }, (_, i) => {
    const size = Math.round(10 * Math.exp(random.normal()));
    const plan = ['free', 'pro', 'team'][random.int(3)];
    const mean = 50 * Math.sqrt(size) * { free: 0.4, pro: 1, team: 2.5 }[plan as 'free'];
    const amount = random.next() < 0.4 ? 0 : mean * Math.exp(0.7 * random.normal());
    return [`${path.slice(-8, -4)}-${i}`, size, plan, Math.round(random.next() * 50), amount.toFixed(2)].join(',');
  });
  writeFileSync(path, `account_id,size,plan,visits,revenue\n${rows.join('\n')}\n`);
}

describe('learnProfile with target amount', () => {
  let learned: LearnedProfile;

  beforeAll(async () => {
    writeAccounts(file, { seed: 1, count: 700 });
    writeAccounts(later, { seed: 2, count: 300 });
    learned = await learnProfile(file, {
      outcome: 'revenue',
      target: 'amount',
      cost: 100,
      holdout: 0.3,
      card: 'short',
    });
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it('publishes what accounts are expected to come to, with its proof', () => {
    const { profile } = learned;
    expect(profile.verdict).toBe('publishable');
    expect(profile.best).toEqual({ outcome: 'revenue', isAmount: true, description: 'revenue is large' });
    expect(profile.amount?.proof?.shareTopFifth.lower).toBeGreaterThan(0.25);
    expect(profile.amount?.baselines.map(({ name }) => name)).toEqual([
      'mean amount',
      'best single attribute (plan)',
      'linear regression of the logarithm',
    ]);
    expect(profile.criteria.map(({ trait }) => trait.attribute)).toContain('plan');
  });

  it('stands in the document to the last digit that matters', () => {
    const text = printProfile(learned.profile);
    const { profile, diagnostics } = checkProfile(text, { file: 'icp.yaml' });
    expect(diagnostics).toEqual([]);
    expect(profile === null ? '' : printProfile(profile)).toBe(text);
    const { curve: _, ...card } = learned.profile.scorecard ?? {};
    expect(profile?.scorecard).toMatchObject(card);
  });

  it('cuts the tiers by the cost: bad is expected to come to less', async () => {
    const { accounts } = await scoreFile(later, { profile: learned.profile });
    for (const { tier, expected } of accounts) {
      expect(tier === 'bad').toBe((expected?.estimate ?? 0) < 100);
      expect(tier === 'ideal').toBe((expected?.estimate ?? 0) >= 200);
    }
  });

  it('scores with what is expected and its interval, one record and a file alike', async () => {
    const scores = await scoreFile(later, { profile: learned.profile });
    expect(printScores(scores).split('\n')[0]).toBe(
      'account_id,points,fit,expected,expected_lower,expected_upper,tier,reasons',
    );
    const one = createScorer(learned.profile)({ size: 30, plan: 'team', visits: 5 });
    expect(one.probability).toBeNull();
    expect(one.expected?.lower).toBeLessThan(one.expected?.estimate ?? 0);
  });

  it('explains one account in points and multiples', async () => {
    const { id } = (await scoreFile(later, { profile: learned.profile })).accounts[0];
    const explained = await explainFile(later, { profile: learned.profile, account: id });
    const sum = explained.contributions.reduce((total, { points }) => total + points, explained.base);
    expect(sum).toBe(explained.points);
    expect(explained.pointsPerUnit).toBeGreaterThan(0);
    expect(explained.expected?.estimate).toBeGreaterThan(0);
  });

  it('holds on accounts that came later', async () => {
    const validation = await validateFile(later, { profile: learned.profile });
    expect(['publishable', 'ranked']).toContain(validation.verdict);
    expect(validation.proof).toBeNull();
    expect(validation.amount?.proof.accounts).toBe(300);
  });

  it('is told by terminal, Markdown and HTML', async () => {
    const view = viewProfile(learned.profile);
    const texts = [renderTerminal(view, { width: 100, color: false }), renderMarkdown(view), await renderHtml(view)];
    for (const text of texts) {
      expect(text).toContain('best fifth holds');
      expect(text).toContain('linear regression of the logarithm');
      expect(text).not.toContain('with the outcome,');
    }
  });

  it('refuses beliefs, a value beside the amount, and a cost of yes and no', async () => {
    const { profile: beliefs } = learned;
    const amount = { outcome: 'revenue', target: 'amount' } as const;
    await expect(learnProfile(file, { ...amount, beliefs })).rejects.toThrow('Beliefs are about yes and no');
    await expect(learnProfile(file, { ...amount, outcome: 'revenue=top25%' })).rejects.toThrow('asks for yes or no');
    await expect(learnProfile(file, { outcome: 'revenue>=100', cost: 5 })).rejects.toThrow('--cost is compared');
  });
});
