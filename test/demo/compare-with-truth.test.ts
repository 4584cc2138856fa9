import { describe, expect, it } from 'vitest';
import { compareWithTruth } from '../../src/demo/compare-with-truth.js';
import type { PlantedTruth } from '../../src/demo/planted-truth.js';
import { renderTruthComparison } from '../../src/demo/render-truth-comparison.js';
import { traitOf, traits } from '../../src/demo/traits.js';
import type { Criterion, Role, Status } from '../../src/model/criterion.js';
import type { Profile } from '../../src/model/profile.js';
import type { Scorecard } from '../../src/model/scorecard.js';
import type { Segment } from '../../src/model/segment.js';

/** 101 quantiles of a uniform attribute from 0 to 1000. */
const uniform = { kind: 'numeric', quantiles: Array.from({ length: 101 }, (_, i) => i * 10) } as const;

const truth: PlantedTruth = {
  accounts: 1000,
  positives: 200,
  baseRate: 0.2,
  intercept: -2,
  bestAuc: 0.8,
  effects: [
    { traits: traits('employees 200–499'), logOdds: 1, share: 0.3, lift: 1.8 },
    { traits: traits('industry = Government'), logOdds: -1, share: 0.1, lift: 0.4 },
    { traits: traits('employees 200–499', 'stack includes Slack'), logOdds: 0.8, share: 0.1, lift: 2.5 },
    { traits: traits('city = Oslo'), logOdds: 0.7, share: 0.2, lift: 1.4, schedule: { until: '2024-01-01' } },
  ],
  drift: [{ until: '2024-01-01' }],
  leaks: ['manager'],
  duplicates: { exact: 3, respelled: 2, rows: [] },
  noise: ['colour'],
  notLearnable: ['id'],
  drawnFrom: {
    employees: ['employees'],
    revenue: ['revenue', 'employees'],
    industry: ['industry'],
    stack: ['stack'],
    city: ['city'],
    colour: ['colour'],
    id: ['id'],
    manager: ['manager', 'outcome'],
  },
  spreads: {
    employees: uniform,
    revenue: uniform,
    industry: { kind: 'category', shares: { Government: 0.1, Retail: 0.4, Technology: 0.5 } },
    stack: { kind: 'set', shares: { Slack: 0.4, Jira: 0.3 } },
    city: { kind: 'category', shares: { Oslo: 0.2, Rome: 0.8 } },
    colour: { kind: 'category', shares: { red: 0.5, blue: 0.5 } },
  },
  beliefs: [
    { trait: traitOf('employees 200–499'), holds: true },
    { trait: traitOf('city = Rome'), holds: false },
    { trait: traitOf('colour = red'), holds: false },
  ],
};

function criterion(
  text: string,
  { role = 'strong', status = 'observed' }: { role?: Role; status?: Status } = {},
): Criterion {
  return { trait: traitOf(text), role, status };
}

function segment(...texts: string[]): Segment {
  const lift = { estimate: 2, lower: 1.5, upper: 2.6 };
  return {
    name: 'a segment',
    traits: traits(...texts),
    status: 'validated',
    accounts: 90,
    positives: 40,
    share: 0.09,
    lift,
  };
}

function profile(parts: Partial<Profile>): Profile {
  return {
    assay: 1,
    name: 'test',
    market: 'b2b',
    description: '',
    verdict: 'publishable',
    reasons: [],
    best: { outcome: 'won', is: ['yes'], description: 'won is yes' },
    learned: { accounts: 1000, positives: 200, baseRate: 0.2 },
    attributes: [],
    criteria: [],
    segments: [],
    scorecard: null,
    proof: null,
    baselines: [],
    setAside: [],
    review: { every: 'quarter' },
    provenance: { assay: 'test', seed: 1, snapshots: [] },
    ...parts,
  };
}

function card(...terms: Scorecard['terms']): Scorecard {
  return {
    base: 0,
    pointsPerLogit: 10,
    terms,
    pairs: [],
    calibration: { intercept: 0, slope: 0.1 },
    tierCuts: null,
    typical: terms.map(() => 0),
  };
}

describe('compareWithTruth', () => {
  it('finds a planted trait in a criterion that covers the same accounts', () => {
    // 200–499 are the quantiles 200 … 490: 30 of them; 180–589 are 41; 30 of 41 in common.
    const { effects } = compareWithTruth(profile({ criteria: [criterion('employees 180–589')] }), truth);
    expect(effects[0].finding).toBe('found');
    expect(effects[0].by).toEqual({ where: 'criterion', text: 'employees 180–589', overlap: 30 / 41 });
  });

  it('calls a criterion that is too wide or too narrow partly, and one that is elsewhere missed', () => {
    const findingOf = (text: string) =>
      compareWithTruth(profile({ criteria: [criterion(text)] }), truth).effects[0].finding;
    // 180–600 are 43 quantiles, 150–899 are 75: 30 of them in common; of 300–499 20 of 30, of 300–399 10 of 30.
    expect(findingOf('employees 180–600')).toBe('partly');
    expect(findingOf('employees 150–899')).toBe('partly');
    expect(findingOf('employees 300–499')).toBe('partly');
    expect(findingOf('employees 100+')).toBe('missed');
    expect(findingOf('employees 300–399')).toBe('missed');
    expect(findingOf('employees 700+')).toBe('missed');
  });

  it('understands a negative effect said as a disqualifier or by praising the others', () => {
    const findingOf = (line: Criterion) => compareWithTruth(profile({ criteria: [line] }), truth).effects[1];
    expect(findingOf(criterion('industry = Government', { role: 'disqualifier' })).by?.overlap).toBe(1);
    expect(findingOf(criterion('industry in (Technology, Retail)')).finding).toBe('found');
    expect(findingOf(criterion('industry = Government')).finding).toBe('missed');
  });

  it('calls an effect partly found that only the scorecard says', () => {
    const term = {
      kind: 'category',
      attribute: 'industry',
      groups: [{ values: ['Government'], points: -8 }],
      other: 1,
      missing: 0,
    } as const;
    const { effects } = compareWithTruth(profile({ scorecard: card(term) }), truth);
    expect(effects[1].finding).toBe('partly');
    expect(effects[1].by).toEqual({ where: 'card', text: '−0.90 log-odds for industry', overlap: null });
    const weak = { ...term, groups: [{ values: ['Government'], points: -1 }], other: 0 };
    expect(compareWithTruth(profile({ scorecard: card(weak) }), truth).effects[1].finding).toBe('missed');
  });

  it('finds an interaction in a segment only; its parts alone are partly', () => {
    const together = profile({ segments: [segment('employees 200–499', 'stack includes Slack')] });
    expect(compareWithTruth(together, truth).effects[2].finding).toBe('found');
    const apart = profile({ criteria: [criterion('employees 200–499'), criterion('stack includes Slack')] });
    expect(compareWithTruth(apart, truth).effects[2].finding).toBe('partly');
    const half = profile({ criteria: [criterion('employees 200–499')] });
    expect(compareWithTruth(half, truth).effects[2].finding).toBe('missed');
  });

  it('says that an effect is over', () => {
    const { effects } = compareWithTruth(profile({ criteria: [criterion('city = Oslo')] }), truth);
    expect(effects[3]).toMatchObject({ finding: 'found', isOver: true });
  });

  it('leaves out effects that the accounts learnt from could not show', () => {
    const visible = (window: { since?: string; until?: string }) =>
      compareWithTruth(profile({}), truth, window).effects.map(({ text, isOver }) => [text, isOver]);
    expect(visible({ since: '2024-01-01' })).toHaveLength(3);
    expect(visible({ until: '2023-06-01' })[3]).toEqual(['city = Oslo', false]);
    expect(visible({ until: '2024-06-01' })[3]).toEqual(['city = Oslo', true]);
  });

  it('tells planted lines, consequences, false ones and leaks apart', () => {
    const { lines, counts } = compareWithTruth(
      profile({
        criteria: [
          criterion('employees 200–499'),
          criterion('revenue 200–499'),
          criterion('colour = red'),
          criterion('manager known'),
          criterion('employees 700+'),
          criterion('colour = blue', { status: 'hypothesis' }),
        ],
        segments: [segment('employees 200–499', 'colour = red')],
      }),
      truth,
    );
    expect(lines.map(({ judgement }) => judgement)).toEqual(['planted', 'follows', 'false', 'leak', 'false', 'false']);
    expect(lines[1].follows).toEqual(['employees']);
    expect(counts).toMatchObject({ planted: 1, follows: 1, false: 3, leak: 1 });
  });

  it('says what became of leaks, copies and noise', () => {
    const caught = compareWithTruth(
      profile({
        setAside: [
          { what: 'manager', reason: 'suspected leak', detail: '' },
          { what: '3 rows', reason: 'duplicate rows', detail: '' },
        ],
      }),
      truth,
    );
    expect(caught.leaks).toEqual([{ column: 'manager', fate: 'set aside' }]);
    expect(caught.duplicates).toEqual({ exact: 3, respelled: 2, found: 3 });
    const colour = { kind: 'category', attribute: 'colour', groups: [], other: 1, missing: 0 } as const;
    const fooled = compareWithTruth(profile({ scorecard: card({ ...colour, attribute: 'manager' }, colour) }), truth);
    expect(fooled.leaks[0].fate).toBe('used');
    expect(fooled.duplicates.found).toBeNull();
    expect(fooled.noiseInCard).toEqual(['colour']);
  });

  it('holds each belief against the truth', () => {
    const { beliefs, lines } = compareWithTruth(
      profile({
        criteria: [
          criterion('employees 200–499', { status: 'validated' }),
          criterion('city = Rome', { status: 'refuted' }),
          { ...criterion('colour = red', { status: 'observed' }), belief: { strength: 10 } },
        ],
      }),
      truth,
    );
    expect(lines.map(({ text }) => text)).toEqual(['employees 200–499']);
    expect(beliefs.map(({ judged }) => judged)).toEqual(['holds', 'refuted', 'open']);
  });

  it('misses everything when the profile was refused', () => {
    const { counts, auc } = compareWithTruth(profile({ verdict: 'refused' }), truth);
    expect(counts).toMatchObject({ found: 0, partly: 0, missed: 4, planted: 0, false: 0 });
    expect(auc).toBeNull();
  });
});

describe('renderTruthComparison', () => {
  const comparison = compareWithTruth(
    profile({ criteria: [criterion('employees 200–499'), criterion('revenue 200–499'), criterion('colour = red')] }),
    truth,
  );

  it('prints one line per effect and the lines that need a word', () => {
    const text = renderTruthComparison(comparison, { color: false });
    expect(text).toContain('Planted: 4 effects. Found 1, partly 0, missed 3.');
    expect(text).toContain('✔ employees 200–499');
    expect(text).toContain('criterion employees 200–499 (100 % the same)');
    expect(text).toContain('odds ÷ 2.7, 10 % of accounts');
    expect(text).toContain('ended on 2024-01-01 at once');
    expect(text).toContain('→ criterion revenue 200–499: follows from employees');
    expect(text).toContain('✖ criterion colour = red: not planted: false');
    expect(text).toContain('✔ leak manager: not used');
    expect(text).toContain('? 3 exact copies planted, 2 under another spelling: no rows set aside');
    expect(text).not.toContain('\u001b');
  });

  it('colours only when asked', () => {
    expect(renderTruthComparison(comparison, { color: true })).toContain('\u001b[');
  });
});
