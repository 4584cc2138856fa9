import { binAttributes } from '../learn/binning/bin-attributes.js';
import { temperWeights } from '../learn/binning/temper-weights.js';
import { findSegments } from '../learn/find-segments.js';
import { findValueSegments } from '../learn/find-value-segments.js';
import type { AttributeBins } from '../model/attribute-bins.js';
import type { Clustering } from '../model/clustering.js';
import type { Criterion } from '../model/criterion.js';
import type { Scorecard } from '../model/scorecard.js';
import type { Segment, SegmentMeasure } from '../model/segment.js';
import { suggestVetting } from '../profile/suggest-vetting.js';
import { chooseTierCuts } from '../score/choose-tier-cuts.js';
import { scoreTable } from '../score/score-table.js';
import type { AccountSplit } from '../validate/account-split.js';
import { confirmOverRounds } from '../validate/confirm-over-rounds.js';
import { listRounds } from '../validate/list-rounds.js';
import { judgeStability } from '../validate/stability/judge-stability.js';
import { stabilityParts } from '../validate/stability/stability-parts.js';
import { clusterBest } from './cluster-best.js';
import { codeAccounts, type LearningData, learnPart } from './learn-part.js';
import type { LearntParts } from './learn-parts.js';
import type { ProgressOptions } from './progress.js';
import type { ProvenRound } from './prove-learning.js';

/** How the profile was proved. */
interface Proven {
  readonly split: AccountSplit;
  readonly rounds: readonly ProvenRound[];
}

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
export async function publishFindings(
  data: LearningData,
  {
    split,
    rounds,
    whole,
    segmentsBy = 'balance',
    onProgress,
  }: Proven & Pick<LearntParts, 'whole'> & { readonly segmentsBy?: SegmentMeasure | undefined } & ProgressOptions,
): Promise<Findings> {
  const coded = codeAccounts(data);
  const baseRate = data.labels.reduce((sum, label) => sum + label, 0) / data.rowCount;
  onProgress?.('looking for segments');
  const [{ learnt, heldOut }] = listRounds(split);
  const { columns, labels, values = null } = data;
  const search = { coded, columns, labels, discovery: learnt, confirmation: heldOut };
  const segments =
    segmentsBy === 'value'
      ? findValueSegments({ ...search, values: values ?? new Float64Array(labels.length).fill(Number.NaN) })
      : findSegments({ ...search, values, measure: segmentsBy });
  onProgress?.('looking for kinds among the best');
  const clusters = clusterBest({ ...data, coded });
  onProgress?.('learning from all accounts');
  const { card, criteria, tests } = (await whole) ?? learnPart({ ...data, coded });
  const information = temperWeights(tellingAlone(binAttributes({ ...data, coded })), tests);
  const points = scoreTable(card, data);
  const confirmed = criteria.map((criterion) => ({
    ...criterion,
    status: confirmOverRounds(criterion, rounds).status,
  }));
  onProgress?.('drawing the accounts anew');
  // What segments by value rest on is no rate.
  const drawn = { ...data, coded, criteria: confirmed, segments: segmentsBy === 'value' ? [] : segments };
  const stable = judgeStability({ ...drawn, discovery: learnt, ...stabilityParts(data) });
  return {
    criteria: stable.criteria,
    vetting: suggestVetting(stable.criteria),
    segments: segmentsBy === 'value' ? segments : stable.segments,
    information,
    ...clusters,
    scorecard: { ...card, tierCuts: chooseTierCuts(card, { points, baseRate }) },
  };
}

/** An information value under this tells next to nothing; the convention of scorecard makers. */
const leastInformation = 0.02;
const mostTold = 20;

function tellingAlone(information: readonly AttributeBins[]): AttributeBins[] {
  return information.filter(({ informationValue }) => informationValue >= leastInformation).slice(0, mostTold);
}
