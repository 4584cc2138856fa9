import type { Attribute } from '../model/attribute.js';
import type { Cluster } from '../model/clustering.js';
import type { Criterion, Role, Status } from '../model/criterion.js';
import type { Interval } from '../model/estimate.js';
import type { SetAside } from '../model/profile.js';
import type { Verdict } from '../model/proof.js';
import type { Scorecard } from '../model/scorecard.js';
import type { Segment } from '../model/segment.js';
import type { Condition, Trait } from '../model/trait.js';

interface FromTo<T> {
  readonly before: T;
  readonly after: T;
}

/** A term as a whole: the least and the most that it gives. */
interface TermSummary {
  readonly attribute: string;
  readonly member?: string;
  readonly lowest: number;
  readonly highest: number;
}

/** A pair as a whole: what it looks at, in words, and the least and the most that it gives. */
interface PairSummary {
  readonly pair: string;
  readonly lowest: number;
  readonly highest: number;
}

/** One difference in meaning between two versions of a profile. */
export type ProfileChange =
  | ({ readonly kind: 'verdict' } & FromTo<Verdict>)
  | ({ readonly kind: 'best' } & FromTo<string>)
  | ({ readonly kind: 'market' } & FromTo<string>)
  | ({ readonly kind: 'proof' } & FromTo<Interval | null>)
  | { readonly kind: 'criterion-appeared'; readonly criterion: Criterion }
  | { readonly kind: 'criterion-vanished'; readonly criterion: Criterion }
  | ({ readonly kind: 'criterion-range' } & FromTo<Trait>)
  | ({ readonly kind: 'criterion-role'; readonly trait: Trait } & FromTo<Role>)
  | ({ readonly kind: 'criterion-status'; readonly trait: Trait } & FromTo<Status>)
  | ({ readonly kind: 'criterion-lift'; readonly trait: Trait } & FromTo<Interval>)
  | ({ readonly kind: 'criterion-belief'; readonly trait: Trait } & FromTo<number | null>)
  | ({ readonly kind: 'criterion-note'; readonly trait: Trait } & FromTo<string | null>)
  | { readonly kind: 'segment-appeared'; readonly segment: Segment }
  | { readonly kind: 'segment-vanished'; readonly segment: Segment }
  | ({ readonly kind: 'segment-status'; readonly name: string } & FromTo<Status>)
  | ({ readonly kind: 'segment-lift'; readonly name: string } & FromTo<Interval>)
  | ({ readonly kind: 'segment-name' } & FromTo<string>)
  | ({ readonly kind: 'cluster-count' } & FromTo<number>)
  | { readonly kind: 'cluster-appeared'; readonly cluster: Cluster }
  | { readonly kind: 'cluster-vanished'; readonly cluster: Cluster }
  | ({ readonly kind: 'cluster-share'; readonly name: string } & FromTo<number>)
  | { readonly kind: 'scorecard-appeared' }
  | { readonly kind: 'scorecard-vanished' }
  | ({ readonly kind: 'tiers' } & FromTo<Scorecard['tierCuts']>)
  | ({ readonly kind: 'pair-appeared' } & PairSummary)
  | ({ readonly kind: 'pair-vanished' } & PairSummary)
  /** `cells`: how many of them give other points, where it is cut as before; null where it is cut anew. */
  | {
      readonly kind: 'pair-points';
      readonly pair: string;
      readonly cells: number | null;
      readonly largest: number | null;
    }
  | ({ readonly kind: 'term-appeared' } & TermSummary)
  | ({ readonly kind: 'term-vanished' } & TermSummary)
  | ({ readonly kind: 'points'; readonly attribute: string; readonly row: PointsRow } & FromTo<number>)
  | ({ readonly kind: 'base' } & FromTo<number>)
  | ({ readonly kind: 'scale' } & FromTo<number>)
  /** Probability that the calibrations give to the same points. */
  | ({ readonly kind: 'calibration'; readonly points: number } & FromTo<number>)
  | ({ readonly kind: 'learned' } & FromTo<{ readonly accounts: number; readonly baseRate: number }>)
  | { readonly kind: 'attribute-appeared'; readonly attribute: Attribute }
  | { readonly kind: 'attribute-vanished'; readonly attribute: Attribute }
  | ({ readonly kind: 'attribute-type' } & FromTo<Attribute>)
  | ({ readonly kind: 'attribute-recipe' } & FromTo<Attribute>)
  | ({ readonly kind: 'attribute-sensitivity' } & FromTo<Attribute>)
  | { readonly kind: 'set-aside-appeared'; readonly setAside: SetAside }
  | { readonly kind: 'set-aside-vanished'; readonly setAside: SetAside }
  | ({ readonly kind: 'set-aside-reason' } & FromTo<SetAside>)
  | ({ readonly kind: 'text'; readonly what: 'name' | 'description' | 'review' } & FromTo<string>)
  | { readonly kind: 'vetting-appeared'; readonly text: string }
  | { readonly kind: 'vetting-vanished'; readonly text: string };

/** A row of a term; null is "any value that no row names". */
export type PointsRow = Condition | null;

export type ChangeKind = ProfileChange['kind'];

/** Most important first: what may be claimed, who is looked for, whom it reaches, how it is reckoned, then the rest. */
export const changeRank: Record<ChangeKind, number> = {
  verdict: 0,
  best: 1,
  market: 2,
  'scorecard-vanished': 3,
  'scorecard-appeared': 4,
  proof: 5,
  'criterion-appeared': 10,
  'criterion-vanished': 11,
  'criterion-range': 12,
  'criterion-role': 13,
  'criterion-status': 14,
  'criterion-lift': 15,
  'criterion-belief': 16,
  'segment-appeared': 20,
  'segment-vanished': 21,
  'segment-status': 22,
  'segment-lift': 23,
  'segment-name': 24,
  'cluster-count': 25,
  'cluster-appeared': 26,
  'cluster-vanished': 27,
  'cluster-share': 28,
  tiers: 30,
  'term-appeared': 31,
  'term-vanished': 32,
  points: 33,
  'pair-appeared': 33,
  'pair-vanished': 33,
  'pair-points': 33,
  base: 34,
  scale: 35,
  calibration: 36,
  learned: 40,
  'attribute-appeared': 41,
  'attribute-vanished': 42,
  'attribute-type': 43,
  'attribute-recipe': 44,
  'attribute-sensitivity': 45,
  'set-aside-appeared': 46,
  'set-aside-vanished': 47,
  'set-aside-reason': 48,
  text: 50,
  'vetting-appeared': 51,
  'vetting-vanished': 52,
  'criterion-note': 53,
};
