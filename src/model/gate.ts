import type { Verdict } from './proof.js';

/** What must hold for a claim; in the order in which they are asked. */
export const gateNames = [
  'unseen',
  'accounts',
  'positives',
  'negatives',
  'held out',
  'held-out positives',
  'held-out negatives',
  'order',
  'best fifth',
  'not outdone',
  'enough for probabilities',
  'probabilities beat the base rate',
  'mean probability',
  'calibration',
  'order in each period',
  'probability in each period',
] as const;
export type GateName = (typeof gateNames)[number];

/** `above`: more than the limit, not just as much. */
export const gateBounds = ['at least', 'above', 'at most'] as const;
export type GateBound = (typeof gateBounds)[number];

/** One thing that must hold: what was measured, the limit, and whether it holds. */
export interface Gate {
  readonly name: GateName;
  readonly measured: number;
  readonly must: GateBound;
  readonly limit: number;
  readonly passed: boolean;
  /** The most that may be claimed where it does not hold. */
  readonly otherwise: Exclude<Verdict, 'publishable'>;
  /** For people, with its numbers. */
  readonly sentence: string;
}
