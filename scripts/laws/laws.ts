import type { Law, LawPlan } from './law.js';

const ln3 = Math.log(3);

/** Every third company is proved by folds, which takes three times as long; sizes, rates and widths go round. */
function nothing(number: number): LawPlan {
  return {
    shape: 'nothing',
    split: number % 3 === 0 ? 'folds' : 'time',
    accounts: [300, 600, 1000, 400][number % 4],
    baseRate: [0.1, 0.2, 0.35, 0.5, 0.25][number % 5],
    noise: [6, 12, 24][Math.floor(number / 3) % 3],
    missing: number % 2 === 0 ? 0 : 0.1,
  };
}

/** The laws of the suite, in the order in which they are reported. */
export const laws: readonly Law[] = [
  {
    name: 'nothing',
    says: 'outcomes by chance; 300–1,000 accounts, 11–29 attributes, rates of 10–50 %',
    companies: { small: 30, full: 1000 },
    plan: nothing,
    targets: { published: 0.05 },
  },
  {
    name: 'additive',
    says: 'five traits of odds ratio 3; 1,000 accounts, 10 % wins, 25 attributes of noise',
    companies: { small: 6, full: 200 },
    plan: () => ({ shape: 'additive', split: 'folds', baseRate: 0.1, noise: 25 }),
    targets: { recovery: 0.85, falseLines: 0.05 },
  },
  {
    name: 'additive-in-time',
    says: 'the same, the latest quarter held out: 25 wins judge it, so that some are refused',
    companies: { small: 6, full: 200 },
    plan: () => ({ shape: 'additive', split: 'time', baseRate: 0.1, noise: 25 }),
    targets: { falseLines: 0.05 },
  },
  {
    name: 'additive-small',
    says: 'the same with 300 accounts, 30 % wins, odds ratio 4',
    companies: { small: 6, full: 200 },
    plan: () => ({
      shape: 'additive',
      split: 'folds',
      accounts: 300,
      baseRate: 0.3,
      noise: 8,
      logOdds: Math.log(4),
    }),
    targets: { falseLines: 0.05 },
  },
  {
    name: 'correlated',
    says: 'odds ratios of 2–4, six columns that follow them without effect, a tenth of the cells empty',
    companies: { small: 4, full: 200 },
    plan: () => ({
      shape: 'additive',
      split: 'time',
      accounts: 2000,
      logOdds: [Math.log(2), ln3, Math.log(4)],
      followers: 6,
      missing: 0.1,
      noise: 12,
    }),
    targets: { falseLines: 0.05 },
  },
  {
    name: 'interaction',
    says: 'two traits that only help together, odds ratio 6; 2,000 accounts',
    companies: { small: 4, full: 200 },
    plan: () => ({ shape: 'interaction', split: 'time', accounts: 2000, logOdds: Math.log(6), noise: 12 }),
    targets: { falseLines: 0.05 },
  },
  {
    name: 'niche',
    says: 'three traits that only help together, 3 % of 3,000 accounts, odds ratio 12',
    companies: { small: 4, full: 200 },
    plan: () => ({ shape: 'niche', split: 'time', accounts: 3000, logOdds: Math.log(12), noise: 12 }),
    targets: { falseLines: 0.05 },
  },
  {
    name: 'drifting',
    says: 'half-way one trait gives way to another, a third stays; 2,000 accounts in time order',
    companies: { small: 4, full: 200 },
    plan: () => ({ shape: 'drifting', split: 'time', accounts: 2000, noise: 12 }),
    targets: { falseLines: 0.05 },
  },
  {
    name: 'leaky',
    says: 'outcomes by chance, and a column that is filled after a win',
    companies: { small: 6, full: 200 },
    plan: () => ({ shape: 'leaky', split: 'time', noise: 12 }),
    targets: { leaks: 1, published: 0.05 },
  },
  {
    name: 'large',
    says: 'five traits of odds ratio 3; 10,000 accounts',
    companies: { small: 2, full: 50 },
    plan: () => ({ shape: 'additive', split: 'time', accounts: 10_000, noise: 12 }),
    targets: { recovery: 0.85, falseLines: 0.05, calibration: 0.015 },
  },
];
