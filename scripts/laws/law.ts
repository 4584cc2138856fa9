import type { PlantedShape, ShapeOptions } from '../../src/demo/planted-shape.js';

/** How a company that a law draws is learnt from. */
export interface LawPlan extends ShapeOptions {
  readonly shape: PlantedShape;
  /** Held out by folds, or the latest by the column of times. */
  readonly split: 'folds' | 'time';
}

/** What must hold of a share or mean over the companies of a law, and of its intervals. */
export interface Law {
  readonly name: string;
  readonly says: string;
  /** How many companies the small and the full suite draw. */
  readonly companies: { readonly small: number; readonly full: number };
  /** The plan of the company of this number: companies of a law may differ. */
  readonly plan: (number: number) => LawPlan;
  readonly targets: Targets;
}

/** Bounds; a law without one reports the figure only. */
export interface Targets {
  /** Largest share of companies that publish anything. */
  readonly published?: number;
  /** Least share of planted effects that a published line says, at least in part. */
  readonly recovery?: number;
  /** Largest mean share of published lines that are false. */
  readonly falseLines?: number;
  /** Least share of planted leaks that are not used. */
  readonly leaks?: number;
  /** Largest mean calibration error of the published probabilities against the true ones. */
  readonly calibration?: number;
}
