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

const folder = mkdtempSync(join(tmpdir(), 'assay-times-'));
const [file, later] = ['accounts.csv', 'later.csv'].map((name) => join(folder, name));
const day = (month: number) => new Date(Date.UTC(2021, month, 10)).toISOString().slice(0, 10);

/** Accounts sign up over three years and leave at a pace that plan and team say; what they paid so far knows how long they stayed. */
function writeAccounts(path: string, { seed, count }: { seed: number; count: number }): void {
  const random = createRandom(seed);
  const rows = Array.from({ length: count }, (_, i) => {
    const team = 1 + random.int(40);
    const plan = ['basic', 'plus', 'annual'][random.int(3)];
    const stay = 2.2 + 0.03 * team + { basic: -0.6, plus: 0.2, annual: 1.6 }[plan as 'basic'];
    const start = random.int(36);
    let months = 0;
    while (start + months < 40 && random.next() < 1 / (1 + Math.exp(-stay))) months++;
    const hasLeft = start + months < 40;
    const price = 20 + random.int(60);
    const end = hasLeft ? day(start + months) : '';
    const paid = (Math.max(1, months) * price * (0.98 + 0.04 * random.next())).toFixed(2);
    return [`${path.slice(-8, -4)}-${i}`, plan, team, price, paid, random.int(100), day(start), end].join(',');
  });
  writeFileSync(path, `account_id,plan,team,price,paid_so_far,visits,started,ended\n${rows.join('\n')}\n`);
}

describe('learnProfile with target time', () => {
  let learned: LearnedProfile;
  const survival = { start: 'started', end: 'ended', period: 'month' } as const;

  beforeAll(async () => {
    writeAccounts(file, { seed: 1, count: 800 });
    writeAccounts(later, { seed: 2, count: 400 });
    learned = await learnProfile(file, { target: 'time', survival, holdout: 0.3, card: 'short' });
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it('publishes who lasts longer, with its proof beside Kaplan and Meier', () => {
    const { profile } = learned;
    expect(profile.verdict).toBe('publishable');
    expect(profile.best).toMatchObject({ outcome: 'ended', time: { start: 'started', end: 'ended', period: 'month' } });
    expect(profile.time?.horizon).toBe(12);
    expect(profile.time?.proof?.concordance.lower).toBeGreaterThan(0.6);
    expect(profile.time?.proof?.improvement.lower).toBeGreaterThan(0);
    expect(profile.time?.baselines.map(({ name }) => name)).toEqual([
      'Kaplan–Meier, the same for all',
      'best single attribute (plan)',
    ]);
    expect(profile.criteria[0].trait.attribute).toBe('plan');
    expect(profile.description).toMatch(/^Accounts last longest where /);
  });

  it('does not learn from what follows from the duration, and says why', () => {
    const aside = learned.profile.setAside;
    expect(aside.filter(({ reason }) => reason === 'duration').map(({ what }) => what)).toEqual(['started', 'ended']);
    const leak = aside.find(({ reason }) => reason === 'suspected leak');
    expect(leak?.what).toBe('paid_so_far');
    expect(leak?.detail).toContain('nearly price times');
    expect(learned.profile.scorecard?.terms.map(({ attribute }) => attribute)).not.toContain('paid_so_far');
  });

  it('tells of each tier how many held-out accounts were kept, the ideal most', () => {
    const [ideal, stretch, bad] = learned.profile.time?.tiers ?? [];
    expect([ideal.tier, stretch.tier, bad.tier]).toEqual(['ideal', 'stretch', 'bad']);
    expect(ideal.kept.lower).toBeGreaterThan(bad.kept.upper);
    expect(bad.median.estimate).not.toBeNull();
  });

  it('stands in the document to the last digit that matters', () => {
    const text = printProfile(learned.profile);
    const { profile, diagnostics } = checkProfile(text, { file: 'icp.yaml' });
    expect(diagnostics).toEqual([]);
    expect(profile === null ? '' : printProfile(profile)).toBe(text);
    const { curve: _, ...card } = learned.profile.scorecard ?? {};
    expect(profile?.scorecard).toMatchObject(card);
  });

  it('scores with the share kept and its interval, one record and a file alike', async () => {
    const scores = await scoreFile(later, { profile: learned.profile });
    const [head, first] = printScores(scores).split('\n');
    expect(head).toBe('account_id,points,fit,kept,kept_lower,kept_upper,kept_after,tier,reasons');
    expect(first).toContain(',12 months,');
    const [one, other] = ['annual', 'basic'].map((plan) =>
      createScorer(learned.profile)({ plan, team: 30, price: 40, visits: 5 }),
    );
    expect(one.probability).toBeNull();
    expect(one.kept?.estimate).toBeGreaterThan(other.kept?.estimate ?? 1);
    expect(one.kept?.lower).toBeLessThan(one.kept?.estimate ?? 0);
  });

  it('explains one account in points that add up, and multiples of the odds of staying', async () => {
    const { id } = (await scoreFile(later, { profile: learned.profile })).accounts[0];
    const explained = await explainFile(later, { profile: learned.profile, account: id });
    const sum = explained.contributions.reduce((total, { points }) => total + points, explained.base);
    expect(sum).toBe(explained.points);
    expect(explained.pointsPerUnit).toBeGreaterThan(0);
    expect(explained.keptAfter).toBe('12 months');
  });

  it('holds on accounts that came later', async () => {
    const validation = await validateFile(later, { profile: learned.profile });
    expect(['publishable', 'ranked']).toContain(validation.verdict);
    expect(validation.proof).toBeNull();
    expect(validation.time?.proof.accounts).toBe(400);
    expect(validation.time?.baselines).toHaveLength(2);
  });

  it('is told by terminal, Markdown and HTML', async () => {
    const view = viewProfile(learned.profile);
    const texts = [renderTerminal(view, { width: 100, color: false }), renderMarkdown(view), await renderHtml(view)];
    for (const text of texts) {
      expect(text).toContain('concordance');
      expect(text.replaceAll('&#39;', "'")).toContain('More points last longer');
      expect(text).not.toContain('with the outcome,');
    }
  });

  it('refuses beliefs, a cost, a horizon that nobody was watched for, and half a question', async () => {
    const time = { target: 'time', survival } as const;
    await expect(learnProfile(file, { ...time, beliefs: learned.profile })).rejects.toThrow('cannot be held of time');
    await expect(learnProfile(file, { ...time, cost: 5 })).rejects.toThrow('what is learnt here is time');
    await expect(learnProfile(file, { target: 'time', survival: { ...survival, horizon: 900 } })).rejects.toThrow(
      'nobody was watched for so long',
    );
    await expect(learnProfile(file, { target: 'time', survival: { start: 'started' } })).rejects.toThrow(
      'needs to know how long',
    );
  });
});
