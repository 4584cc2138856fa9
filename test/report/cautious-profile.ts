import type { Profile } from '../../src/model/profile.js';
import { bare, criterion, evidence, oneOf, range } from './example-parts.js';
import { publishable } from './example-profiles.js';

/** What a sceptical reader must not miss: a late column, a baseline that orders better, a sign reversal, a segment to avoid. */
export const cautious: Profile = {
  ...publishable,
  name: 'Stay profile',
  best: { outcome: 'Churn', is: ['No'], description: 'Churn is No' },
  cautions: [
    'duration may have been known only after the outcome: leave it out with --exclude duration unless it was known before.',
    'On the same accounts the gradient boosting orders as well or better (AUC 0.847 against 0.841); what the scorecard adds here is its reasons.',
  ],
  baselines: [
    ...publishable.baselines,
    {
      name: 'gradient boosting',
      auc: { estimate: 0.847, lower: 0.826, upper: 0.868 },
      liftTopFifth: { estimate: 2.12, lower: 1.92, upper: 2.32 },
      logLoss: 0.421,
    },
  ],
  criteria: [
    ...publishable.criteria.filter(({ role, points }) => role === 'disqualifier' || points === undefined || points > 0),
    criterion('online security', oneOf('No internet service'), {
      role: 'nice',
      points: 6,
      evidence: evidence([1180, 0.223, 0.15], [0.58, 0.5, 0.67], { q: 1e-6, effects: [-0.81, 0.44] }),
      note: "Simpson's paradox: alone, less often (log-odds −0.81); with all else equal more often (+0.44).",
    }),
    criterion('region', oneOf('North'), {
      role: 'strong',
      points: -2,
      evidence: evidence([420, 0.08, 0.34], [1.31, 1.12, 1.52], { q: 0.01, effects: [0.36, -0.2] }),
    }),
  ],
  segments: [
    ...publishable.segments,
    {
      name: 'Month-to-month contract, fiber optic internet service, tenure under 6',
      traits: [bare('contract', oneOf('Month-to-month')).trait, bare('tenure', range(null, 5)).trait],
      status: 'validated',
      accounts: 210,
      positives: 13,
      share: 0.04,
      lift: { estimate: 0.24, lower: 0.14, upper: 0.4 },
      heldOut: { accounts: 66, positives: 6, lift: { estimate: 0.35, lower: 0.16, upper: 0.74 }, p: 0.004 },
    },
  ],
};
