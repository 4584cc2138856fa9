import type { Scorecard } from '../../src/model/scorecard.js';
import type { Column } from '../../src/model/table.js';

/** Base 10; contract 20/-5 (other 0, missing 1); employees <50: -10, 50–199: 5, 200+: 15 (missing 0); Slack 4/0. */
export const card: Scorecard = {
  base: 10,
  pointsPerLogit: 20,
  terms: [
    {
      kind: 'category',
      attribute: 'contract',
      groups: [
        { values: ['Two year', 'One year'], points: 20 },
        { values: ['Monthly'], points: -5 },
      ],
      other: 0,
      missing: 1,
    },
    { kind: 'numeric', attribute: 'employees', whole: true, cuts: [50, 200], points: [-10, 5, 15], missing: 0 },
    { kind: 'member', attribute: 'stack', member: 'Slack', points: 4, without: 0, missing: 0 },
  ],
  pairs: [],
  calibration: { intercept: -1, slope: 0.05 },
  tierCuts: { ideal: 40, stretch: 15 },
  typical: [5, 2, 1],
};

/** Four accounts: the best there is, a monthly one with a new contract value, one with nothing known, one on the cut. */
export const columns: Column[] = [
  {
    type: 'category',
    name: 'contract',
    codes: Int32Array.from([0, 1, -1, 2]),
    labels: ['Two year', 'Trial', 'Monthly'],
  },
  { type: 'number', name: 'employees', values: Float64Array.from([200, 199.5, Number.NaN, 50]), whole: false },
  {
    type: 'set',
    name: 'stack',
    offsets: Int32Array.from([0, 2, 3, 3, 3]),
    codes: Int32Array.from([1, 0, 1]),
    labels: ['Slack', 'Jira'],
    missing: Uint8Array.from([0, 0, 1, 0]),
  },
];

export const rowCount = 4;
