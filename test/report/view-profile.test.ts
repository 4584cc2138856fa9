import { describe, expect, it } from 'vitest';
import type { ProfileView } from '../../src/report/profile-view.js';
import { renderMarkdown } from '../../src/report/render-markdown.js';
import { renderTerminal } from '../../src/report/render-terminal.js';
import { viewProfile } from '../../src/report/view-profile.js';
import { description, exampleProfiles, hypotheses, publishable, ranked, refused, weighed } from './example-profiles.js';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const verdictOf = ({ verdict }: ProfileView) => plain(`${verdict.label}: ${verdict.sentence}`);

describe('viewProfile', () => {
  it('says the verdict with the number that carries it', () => {
    expect(verdictOf(viewProfile(publishable))).toBe(
      'Publishable: on 1,761 later accounts it had never seen, “stage is Won” was true in the best-scored fifth 2.1 times as often as on average (95 % interval 1.9–2.3).',
    );
    expect(verdictOf(viewProfile(ranked))).toBe(
      'Ranked: on 448 accounts, each judged by a scorecard that had never seen it, “stage is Won” was true in the best-scored fifth 1.7 times as often as on average (95 % interval 1.5–1.9). The order holds; probabilities are not claimed.',
    );
    expect(verdictOf(viewProfile(refused))).toBe(
      'Refused: the data do not carry a profile. On 100 accounts it had never seen, “churned is false” was true in the best-scored fifth 1.1 times as often as on average (95 % interval 0.7–1.4).',
    );
    expect(verdictOf(viewProfile(description))).toBe(
      'Description only: this says what 3,204 accounts have in common. It cannot say what makes them better than others.',
    );
    expect(verdictOf(viewProfile(hypotheses))).toBe(
      'Hypotheses only: 3 beliefs, no account with a known outcome yet. Nothing here has been tested.',
    );
    expect(verdictOf(viewProfile(weighed))).toBe(
      'Beliefs weighed: 50 conversations, 14 with the outcome: 2 validated, 1 refuted, 1 still open. Each was judged by itself; the score they add up to has not been tried on accounts held out.',
    );
  });

  it('formats a criterion once for every renderer', () => {
    const [first] = viewProfile(publishable).best.rows;
    expect({ ...first, share: plain(first.share), rate: plain(first.rate), q: plain(first.q) }).toEqual({
      trait: 'employees 200–999',
      role: 'strong',
      status: 'validated',
      lift: { text: '×2.0', range: '1.9–2.3', interval: { estimate: 2.05, lower: 1.86, upper: 2.26 } },
      accounts: '812',
      share: '15 %',
      rate: '53 %',
      q: '< .001',
      points: '+9',
      belief: '',
      before: '',
      after: null,
      turn: '',
      note: '',
      refound: '',
    });
  });

  it('tells odds before and after, values and overlap of segments, and what was wished', () => {
    const [segment] = publishable.segments;
    const ratio = { estimate: 1.42, lower: 1.31, upper: 1.54 };
    const valued = {
      ...publishable,
      segments: [{ ...segment, overlap: 0.2, value: { mean: 5213, ratio } }],
      segmentsBy: { measure: 'value' as const, value: 'revenue' },
      attributes: [
        {
          name: 'employees',
          kind: 'firmographic' as const,
          type: 'whole' as const,
          cuts: [10, 50],
          monotone: 'peak' as const,
        },
        { name: 'plan', kind: 'behavioural' as const, type: 'category' as const, groups: [['Pro', 'Team']] },
      ],
    };
    const view = viewProfile(valued);
    expect(view.segments[0]).toMatchObject({ value: '5,213 (×1.42, 1.31–1.54)', lift: { text: '×1.42' } });
    expect(plain(view.segments[0].overlap)).toBe('20 %');
    expect(view.segmentsMeasure).toBe('times mean value');
    const wished = 'employees: best in between, ranges from 10, 50; plan: Pro and Team are one';
    expect(view.facts).toContainEqual({ label: 'As wished', value: wished });
    const text = renderTerminal(view, { width: 100, color: false });
    expect(text.replace(/\s+/g, ' ')).toContain(
      'worth 5,213 (×1.42, 1.31–1.54) on average; 20 % of it in other segments',
    );
    expect(renderMarkdown(view)).toContain('p (Holm)');
  });

  it('puts every criterion into exactly one group, disqualifiers first among those to avoid', () => {
    for (const profile of Object.values(exampleProfiles)) {
      const { best, avoid, turned, beliefs, refuted, weighed } = viewProfile(profile);
      const shown = [best, avoid, turned, beliefs, refuted, weighed].reduce((sum, { rows }) => sum + rows.length, 0);
      expect(shown).toBe(profile.criteria.length);
    }
    expect(viewProfile(publishable).avoid.rows.map(({ role }) => role)).toEqual([
      'disqualifier',
      'counts against',
      'counts against',
    ]);
  });

  it('warns where a trait turns round with all else equal', () => {
    const notes = viewProfile(publishable)
      .best.rows.map(({ note }) => note)
      .filter(Boolean);
    expect(notes).toEqual(['Careful: with all else equal it speaks against an account (Simpson’s paradox).']);
  });

  it('claims no lift, rate or q without accounts to compare with', () => {
    const { best, avoid } = viewProfile(description);
    expect(best.title).toBe('What they have in common');
    expect(best.rows.map(({ lift, rate, q }) => [lift, rate, q])).toEqual([
      [null, '–', '–'],
      [null, '–', '–'],
    ]);
    expect(avoid.rows).toEqual([]);
  });

  it('gives tiers and scorecard only where the verdict allows scoring', () => {
    const has = Object.entries(exampleProfiles).map(([name, profile]) => {
      const view = viewProfile({ ...profile, scorecard: publishable.scorecard });
      return [name, view.tiers.length, view.scorecard !== null];
    });
    expect(has).toEqual([
      ['publishable', 3, true],
      ['ranked', 3, true],
      ['refused', 0, false],
      ['description', 0, false],
      ['hypotheses', 0, false],
      // With a card of its own it is a description, not beliefs.
      ['weighed', 0, false],
    ]);
  });

  it('gives the chance at the cut only where probabilities hold', () => {
    expect(viewProfile(publishable).tiers.map(({ cut }) => plain(cut))).toEqual([
      'from 40 points (fit 69); chance at the cut 72 %',
      'from 28 points (fit 45); chance at the cut 19 %',
      'under 28 points (fit 45)',
    ]);
    expect(
      viewProfile(ranked)
        .tiers.map(({ cut }) => cut)
        .join(),
    ).not.toContain('chance');
  });

  it('leaves the middle tier out where the cuts coincide', () => {
    const scorecard = { ...publishable.scorecard!, tierCuts: { ideal: 30, stretch: 30 } };
    expect(viewProfile({ ...publishable, scorecard }).tiers.map(({ name }) => name)).toEqual(['ideal', 'bad']);
  });

  it('compares with the strongest baseline and says when the intervals overlap', () => {
    const sentences = (of: ProfileView) => of.proof!.sentences.map(plain);
    expect(sentences(viewProfile(publishable))[1]).toBe(
      'That is 0.051 AUC above the strongest baseline, naive Bayes by frequency (as in Odoo).',
    );
    expect(sentences(viewProfile(ranked))[1]).toBe(
      'That is 0.022 AUC above the strongest baseline, naive Bayes by frequency (as in Odoo); the intervals overlap.',
    );
  });

  it('says which data would help, and nothing where none is needed', () => {
    expect(viewProfile(publishable).needed.items).toEqual([]);
    expect(viewProfile(refused).needed.items).toEqual([
      'Add attributes that were known before the outcome and could bear on it: these hardly tell the two apart.',
      'If lost_reason was truly known before the outcome, let it in with --keep.',
    ]);
    expect(viewProfile(description).needed.items).toHaveLength(1);
  });

  it('puts every belief beside what the outcomes say, validated first, refuted last', () => {
    const view = viewProfile(weighed);
    const said = view.weighed.rows.map(({ trait, status, belief, accounts, lift, points }) =>
      [trait, status, belief, accounts, lift?.text, lift?.range, points].join('; '),
    );
    expect(said).toEqual([
      'pricing = Pay by use; validated; 10 observations; 21; ×2.0; 1.4–2.7; +44',
      'employees 20–50; validated; 20 observations; 25; ×1.7; 1.2–2.2; +33',
      '"age in years" 1–5; hypothesis; 10 observations; –; ; ; +20',
      'industry = Tech; refuted; 10 observations; 24; ×0.74; 0.37–1.21; −7',
    ]);
    expect(view.refuted.rows).toEqual([]);
    expect(view.facts[1].label).toBe('Weighed on');
  });

  it('says which belief to test next, and that there is none when all are settled', () => {
    const { needed } = viewProfile(weighed);
    expect(needed.title).toBe('What to test next');
    expect(needed.items).toEqual([expect.stringMatching(/^Test "age in years" 1–5 next: /)]);
    const settled = { ...weighed, criteria: weighed.criteria.filter(({ status }) => status !== 'hypothesis') };
    expect(viewProfile(settled).needed.items[0]).toContain('Every belief is settled.');
  });

  it('names suspected leaks first among what was set aside', () => {
    expect(viewProfile(publishable).setAside.map(({ reason }) => reason)).toEqual([
      'suspected leak',
      'unreadable rows',
      'identifier',
      'constant',
      'free text',
      'duplicate rows',
    ]);
  });

  it('quotes a path that a shell would take apart', () => {
    expect(viewProfile(publishable, { path: 'my icp.yaml' }).use[0].command).toContain("--profile 'my icp.yaml'");
  });
});
