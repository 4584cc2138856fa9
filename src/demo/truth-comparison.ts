import type { Trait } from '../model/trait.js';
import type { PlantedEffect } from './planted-truth.js';

export const findings = ['found', 'partly', 'missed'] as const;
export type Finding = (typeof findings)[number];

/** What became of one planted effect. */
export interface EffectComparison {
  readonly effect: PlantedEffect;
  readonly text: string;
  /** It had ended before the last account came: to say it today is to be late. */
  readonly isOver: boolean;
  readonly finding: Finding;
  /** What says it best; null when nothing does. */
  readonly by: {
    readonly where: 'criterion' | 'segment' | 'card';
    readonly text: string;
    /** Accounts with both over accounts with either, 0–1; null for the card, which has no traits of its own. */
    readonly overlap: number | null;
  } | null;
}

/**
 * planted: it says something that was planted; follows: its attribute is drawn from, or together with, one that has an
 * effect; false: neither; leak: its attribute was filled after the outcome.
 */
export const judgements = ['planted', 'follows', 'false', 'leak'] as const;
export type Judgement = (typeof judgements)[number];

/** What a published line rests on. */
export interface LineComparison {
  readonly where: 'criterion' | 'segment';
  readonly text: string;
  readonly traits: readonly Trait[];
  readonly judgement: Judgement;
  /** For `follows`: the attributes with an effect that it follows from. */
  readonly follows: readonly string[];
}

export interface BeliefComparison {
  readonly text: string;
  readonly holds: boolean;
  /** What the profile thinks by now. */
  readonly judged: 'holds' | 'refuted' | 'open';
}

/** A profile beside what was planted. */
export interface TruthComparison {
  readonly effects: readonly EffectComparison[];
  readonly lines: readonly LineComparison[];
  /** Attributes of the scorecard that are related to no effect. */
  readonly noiseInCard: readonly string[];
  readonly leaks: readonly { readonly column: string; readonly fate: 'set aside' | 'not used' | 'used' }[];
  /** `found`: copies that the profile says it set aside or kept together; null when it does not say. */
  readonly duplicates: { readonly exact: number; readonly respelled: number; readonly found: number | null };
  readonly beliefs: readonly BeliefComparison[];
  /** AUC of the true probabilities, and what the profile reached on held-out accounts. */
  readonly bestAuc: number;
  readonly auc: number | null;
  readonly counts: Readonly<Record<Finding, number>> & Readonly<Record<Judgement, number>>;
}
