import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Axis, PairTerm, Scorecard, Term } from '../../src/model/scorecard.js';
import { compileCard, pairPoints } from '../../src/score/compile-card.js';
import { nearestChanges } from '../../src/score/nearest-changes.js';

const points = fc.integer({ min: -9, max: 9 });
const row = (length: number) => fc.array(points, { minLength: length, maxLength: length });
/** Three attributes; two terms may look at one of them, each cut elsewhere, and pairs may look at the same again. */
const axes: readonly Axis[] = [
  { kind: 'numeric', attribute: 'a', whole: true, cuts: [1, 3] },
  { kind: 'numeric', attribute: 'a', whole: true, cuts: [2] },
  { kind: 'category', attribute: 'b', groups: [{ values: ['x', 'y'] }, { values: ['z'] }] },
  { kind: 'category', attribute: 'b', groups: [{ values: ['y'] }] },
  { kind: 'numeric', attribute: 'c', whole: false, cuts: [0.5] },
];
const sizes = [4, 3, 4, 3, 3];
const anyTerm: fc.Arbitrary<Term> = fc.nat(axes.length - 1).chain((i) =>
  row(sizes[i]).map((values): Term => {
    const axis = axes[i];
    const missing = values[values.length - 1];
    if (axis.kind === 'numeric') return { ...axis, points: values.slice(0, -1), missing };
    if (axis.kind !== 'category') throw new Error('no members here');
    return {
      ...axis,
      groups: axis.groups.map((group, g) => ({ ...group, points: values[g] })),
      other: values[values.length - 2],
      missing,
    };
  }),
);
const anyPair: fc.Arbitrary<PairTerm> = fc
  .tuple(fc.nat(4), fc.nat(4))
  .chain(([i, j]) =>
    fc
      .array(row(sizes[j]), { minLength: sizes[i], maxLength: sizes[i] })
      .map((table) => ({ axes: [axes[i], axes[j]], points: table })),
  );
const anyCard = fc
  .record({
    terms: fc.array(anyTerm, { minLength: 1, maxLength: 4 }),
    pairs: fc.array(anyPair, { maxLength: 3 }),
    ideal: fc.integer({ min: -10, max: 40 }),
  })
  .map(
    ({ terms, pairs, ideal }): Scorecard => ({
      base: 0,
      pointsPerLogit: 20,
      terms,
      pairs,
      calibration: { intercept: 0, slope: 0.05 },
      tierCuts: { ideal, stretch: ideal - 8 },
      typical: [...terms, ...pairs].map(() => 0),
    }),
  );

function pointsAt(card: Scorecard, places: readonly number[]): number {
  const compiled = compileCard(card);
  const terms = places.reduce((sum, place, axis) => sum + compiled.points[axis][place], card.base);
  return compiled.pairs.reduce((sum, pair) => sum + pairPoints(pair, places), terms);
}

/** Tries every account there could be: the least number of other attributes, and of those the least points. */
function bruteForce(card: Scorecard, places: readonly number[], needed: number) {
  const compiled = compileCard(card);
  const rowsOf = compiled.axes.map((axis, a) => {
    const named = compiled.points[a].length - (axis.kind === 'category' ? 2 : 1);
    return [...new Set([places[a], ...Array.from({ length: named }, (_, i) => i)])];
  });
  const all = rowsOf.reduce<number[][]>(
    (some, rows) => some.flatMap((head) => rows.map((place) => [...head, place])),
    [[]],
  );
  const enough = all
    .map((other) => ({ changed: other.filter((place, a) => place !== places[a]).length, total: pointsAt(card, other) }))
    .filter(({ changed, total }) => changed > 0 && total >= needed)
    .sort((a, b) => a.changed - b.changed || a.total - b.total);
  return enough[0];
}

describe('nearestChanges', () => {
  it('finds what trying every account finds, though an attribute stands in several terms and pairs', () => {
    fc.assert(
      fc.property(anyCard, fc.array(fc.nat(99), { minLength: 3, maxLength: 3 }), (card, draws) => {
        const compiled = compileCard(card);
        const places = compiled.points.map((values, a) => draws[a] % values.length);
        const now = pointsAt(card, places);
        const changes = nearestChanges(card, { places, points: now });
        if (card.tierCuts === null || now >= card.tierCuts.ideal) {
          expect(changes).toEqual([]);
          return;
        }
        const needed = now >= card.tierCuts.stretch ? card.tierCuts.ideal : card.tierCuts.stretch;
        const best = bruteForce(card, places, needed);
        if (best === undefined) {
          expect(changes).toEqual([]);
          return;
        }
        expect(changes[0].steps).toHaveLength(best.changed);
        expect(changes[0].pointsAfter).toBe(best.total);
        for (const { steps, pointsAfter } of changes) {
          expect(pointsAfter).toBeGreaterThanOrEqual(needed);
          expect(steps.reduce((sum, step) => sum + step.points, now)).toBe(pointsAfter);
        }
      }),
      { numRuns: 400, seed: 5 },
    );
  });

  it('takes a set that is not known as known when one of its members is changed', () => {
    const member = (name: string, having: number, without: number): Term => ({
      kind: 'member',
      attribute: 'stack',
      member: name,
      points: having,
      without,
      missing: 0,
    });
    const card: Scorecard = {
      base: 0,
      pointsPerLogit: 20,
      terms: [member('Slack', 10, 0), member('Jira', 6, -5)],
      pairs: [],
      calibration: { intercept: 0, slope: 0.05 },
      tierCuts: { ideal: 6, stretch: 0 },
      typical: [0, 0],
    };
    // With Slack: 10 and, Jira then known to be absent, −5; with Jira: 6.
    expect(nearestChanges(card, { places: [2, 2], points: 0 })).toEqual([
      { to: 'ideal', steps: [{ from: 'stack missing', to: 'stack includes Jira', points: 6 }], pointsAfter: 6 },
    ]);
  });
});
