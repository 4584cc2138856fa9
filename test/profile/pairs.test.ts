import { describe, expect, it } from 'vitest';
import type { PairTerm } from '../../src/model/scorecard.js';
import { diffPairs } from '../../src/profile/diff-pairs.js';
import { formatChange } from '../../src/profile/format-change.js';
import { checkProfile } from '../../src/profile/parse-profile.js';

const text = (axes: string, points: string) => `assay: 1
name: x
market: b2b
best: {outcome: won, is: [yes]}
scorecard:
  base: 0
  points_per_logit: 20
  calibration: {intercept: 0, slope: 0.05}
  terms: []
  pairs:
    - axes:
        - {kind: member, attribute: stack, member: Slack}
        - ${axes}
      typical: 0
      points:
        - ${points}
        - [0, 0, 0]
        - [0, 0, 0]
`;

function findings(axes: string, points: string): string[] {
  return checkProfile(text(axes, points), { file: 'icp.yaml' }).diagnostics.map(
    ({ place, message }) => `${place.line}:${place.column} ${message}`,
  );
}

describe('readPair', () => {
  it('reads a table that has a cell for every account', () => {
    expect(findings('{kind: numeric, attribute: seats, cuts: [10]}', '[1, 2, 3]')).toEqual([]);
  });

  it('names the row of points that is too short, cuts that do not ascend and values in two groups', () => {
    expect(findings('{kind: numeric, attribute: seats, cuts: [10]}', '[1, 2]')).toEqual([
      '16:11 the second axis has 3 rows, and 2 points are given',
    ]);
    expect(findings('{kind: numeric, attribute: seats, cuts: [10, 5]}', '[1, 2, 3]')[0]).toMatch(
      /^13:\d+ the cut 5 does not come after 10$/,
    );
    expect(findings('{kind: category, attribute: plan, groups: [[a], [a]]}', '[1, 2, 3]')[0]).toMatch(
      /^13:\d+ "a" stands in two rows$/,
    );
  });
});

describe('diffPairs', () => {
  const pair = (points: PairTerm['points'], cut = 10): PairTerm => ({
    axes: [
      { kind: 'member', attribute: 'stack', member: 'Slack' },
      { kind: 'numeric', attribute: 'seats', whole: true, cuts: [cut] },
    ],
    points,
  });
  const table = [
    [1, 2, 0],
    [0, -1, 0],
    [0, 0, 0],
  ];
  const said = (before: readonly PairTerm[], after: readonly PairTerm[]) => diffPairs(before, after).map(formatChange);

  it('says in one sentence each what came, went, and gives other points', () => {
    expect(said([], [pair(table)])).toEqual(['stack: Slack × seats now counts together: −1 to +2 points.']);
    expect(said([pair(table)], [])).toEqual(['stack: Slack × seats no longer counts together (was −1 to +2 points).']);
    expect(
      said(
        [pair(table)],
        [
          pair([
            [1, 5, 0],
            [0, 0, 0],
            [0, 0, 0],
          ]),
        ],
      ),
    ).toEqual(['stack: Slack × seats gives other points in 2 cells, by up to 3.']);
    expect(said([pair(table)], [pair(table, 20)])).toEqual([
      'stack: Slack × seats is cut in other rows, with other points.',
    ]);
    expect(said([pair(table)], [pair(table)])).toEqual([]);
  });
});
