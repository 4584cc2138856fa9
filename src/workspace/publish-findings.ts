import { binAttributes } from '../learn/binning/bin-attributes.js';
import { findSegments } from '../learn/find-segments.js';
import type { AttributeBins } from '../model/attribute-bins.js';
import type { Clustering } from '../model/clustering.js';
import type { Criterion } from '../model/criterion.js';
import type { Scorecard } from '../model/scorecard.js';
import type { Segment } from '../model/segment.js';
import { suggestVetting } from '../profile/suggest-vetting.js';
import { chooseTierCuts } from '../score/choose-tier-cuts.js';
import { scoreTable } from '../score/score-table.js';
import type { AccountSplit } from '../validate/account-split.js';
import { confirmOverRounds } from '../validate/confirm-over-rounds.js';
import { listRounds } from '../validate/list-rounds.js';
import { clusterBest } from './cluster-best.js';
import { type LearningData, type LearntPart, learnPart } from './learn-part.js';
import type { ProgressOptions } from './progress.js';
import type { ProvenRound } from './prove-learning.js';

/** What a proven profile says. */
export interface Findings {
  readonly criteria: readonly Criterion[];
  /** What to find out before time goes into a stretch account. */
  readonly vetting: readonly string[];
  readonly segments: readonly Segment[];
  readonly information: readonly AttributeBins[];
  readonly clusters?: Clustering;
  readonly scorecard: Scorecard;
}

/**
 * Learns card, criteria and segments for publication: the card and the criteria from all accounts, each criterion with
 * the status that its held-out confirmation earned; segments searched in one part and confirmed in the other.
 * @param options `whole`: what all accounts teach, where it has been learnt already.
 */
export function publishFindings(
  data: LearningData,
  {
    split,
    rounds,
    whole,
    onProgress,
  }: { split: AccountSplit; rounds: readonly ProvenRound[]; whole?: LearntPart | undefined } & ProgressOptions,
): Findings {
  onProgress?.('learning from all accounts');
  const { card, coded, criteria } = whole ?? learnPart(data);
  const points = scoreTable(card, data);
  const baseRate = data.labels.reduce((sum, label) => sum + label, 0) / data.rowCount;
  onProgress?.('looking for segments');
  const [{ learnt, heldOut }] = listRounds(split);
  const segments = findSegments({
    coded,
    columns: data.columns,
    labels: data.labels,
    discovery: thin(learnt),
    confirmation: heldOut,
  });
  onProgress?.('looking for kinds among the best');
  const clusters = clusterBest({ ...data, coded });
  const confirmed = criteria.map((criterion) => ({
    ...criterion,
    status: confirmOverRounds(criterion, rounds).status,
  }));
  return {
    criteria: confirmed,
    vetting: suggestVetting(confirmed),
    segments,
    information: tellingAlone(binAttributes({ ...data, coded })),
    ...clusters,
    scorecard: { ...card, tierCuts: chooseTierCuts(card, { points, baseRate }) },
  };
}

/** So many accounts show every segment that is worth a name; of more, every n-th is searched. All others still confirm. */
const searchedAccounts = 100_000;

function thin(rows: Int32Array): Int32Array {
  const stride = Math.max(1, Math.floor(rows.length / searchedAccounts));
  return stride === 1 ? rows : rows.filter((_, i) => i % stride === 0);
}

/** An information value under this tells next to nothing; the convention of scorecard makers. */
const leastInformation = 0.02;
const mostTold = 20;

function tellingAlone(information: readonly AttributeBins[]): AttributeBins[] {
  return information.filter(({ informationValue }) => informationValue >= leastInformation).slice(0, mostTold);
}
