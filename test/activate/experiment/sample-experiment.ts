import type { Experiment } from '../../../src/model/experiment.js';

/** Half of the accounts are held out; read at any time. */
export const sampleExperiment: Experiment = {
  name: 'Act on the ICP',
  salt: 'spring',
  outcome: { column: 'status', is: ['won'] },
  arms: [
    { name: 'holdout', share: 0.5, isHoldout: true },
    { name: 'act', share: 0.5, isHoldout: false },
  ],
  adjust: 'none',
  reading: 'any time',
  design: { base: 0.2, effect: 0.1, power: 0.8, alpha: 0.05, accounts: 1140 },
  guardRails: [{ column: 'unsubscribed', is: ['yes'], worse: 'higher', margin: 0.02 }],
};

/** Balanced by tier, a fifth held out. */
export const stratified: Experiment = {
  ...sampleExperiment,
  stratify: 'tier',
  arms: [
    { name: 'holdout', share: 0.2, isHoldout: true },
    { name: 'act', share: 0.8, isHoldout: false },
  ],
};
