import { traitOf } from '../../src/demo/traits.js';
import type { AttributeBin, AttributeBins } from '../../src/model/attribute-bins.js';
import type { Interval } from '../../src/model/estimate.js';
import type { Profile } from '../../src/model/profile.js';
import type { Trait } from '../../src/model/trait.js';
import { tierOf } from '../../src/score/fit.js';
import { scoreTable } from '../../src/score/score-table.js';
import { measureKpisFile } from '../../src/workspace/measure-kpis-file.js';
import { validateFile } from '../../src/workspace/validate-file.js';
import { mean, type Population, trueLift } from './population.js';
import { trueMeasures } from './true-measures.js';

/** On which side of a printed interval the truth lies. */
export interface SeenInterval {
  readonly of: string;
  readonly side: 'in' | 'below' | 'above';
}

interface Printed {
  readonly of: string;
  readonly truth: number;
  readonly interval: Interval;
}

/**
 * Every interval that the profile prints and whose truth the population knows; with a card also those that `assay validate`
 * and `assay kpis` print of another company of the same kind.
 * @param from `isNothing`: nothing was planted, so that every score has an AUC of ½ and a lift of 1.
 * @param from `later`: file of the other company.
 */
export async function printedIntervals(
  profile: Profile,
  from: { readonly population: Population; readonly isNothing: boolean; readonly later: string },
): Promise<SeenInterval[]> {
  const { population, isNothing } = from;
  const printed = [
    ...linesOf(profile, population),
    ...proofOf(profile, { population, isNothing }),
    ...(await laterOf(profile, from)),
  ];
  return printed
    .filter(({ truth }) => Number.isFinite(truth))
    .map(({ of, truth, interval }) => ({
      of,
      side: truth < interval.lower ? 'below' : truth > interval.upper ? 'above' : 'in',
    }));
}

function linesOf(profile: Profile, population: Population): Printed[] {
  const lifts: Printed[] = [];
  for (const { trait, evidence } of profile.criteria) {
    if (evidence === undefined) continue;
    lifts.push({ of: 'criterion: lift', truth: trueLift(population, [trait]), interval: evidence.lift });
  }
  for (const { traits, lift, heldOut } of profile.segments) {
    const truth = trueLift(population, traits);
    lifts.push({ of: 'segment: lift where it was found', truth, interval: lift });
    if (heldOut !== undefined) lifts.push({ of: 'segment: lift held out', truth, interval: heldOut.lift });
  }
  const weights = (profile.information ?? []).flatMap((one) =>
    one.bins.map((bin) => ({
      of: 'bins: weight of evidence',
      truth: trueWeight(binTrait(one, bin), population),
      interval: bin.weight,
    })),
  );
  return [...lifts, ...weights];
}

/** The trait of a bin whose words are one; null for bins that have no such words. */
function binTrait({ attribute, member }: AttributeBins, { values }: AttributeBin): Trait | null {
  if (member !== undefined || /^(other|missing)$/.test(values)) return null;
  const words = values.includes(', ') ? `in (${values})` : `= ${values}`;
  for (const text of [`${attribute} ${values}`, `${attribute} ${words}`]) {
    try {
      return traitOf(text);
    } catch {
      // Those words are no condition.
    }
  }
  return null;
}

/** Share of all positives over share of all negatives, as a logarithm. */
function trueWeight(trait: Trait | null, population: Population): number {
  if (trait === null) return Number.NaN;
  const rate = population.rate * trueLift(population, [trait]);
  return Math.log(rate / (1 - rate)) - Math.log(population.rate / (1 - population.rate));
}

function proofOf(
  { proof, baselines, scorecard }: Profile,
  { population, isNothing }: { population: Population; isNothing: boolean },
): Printed[] {
  if (proof === null) return [];
  const split = proof.split.method === 'folds' ? 'by folds' : 'by time';
  const truth = isNothing
    ? { auc: 0.5, liftTopFifth: 1 }
    : scorecard === null
      ? null
      : trueMeasures(scoreTable(scorecard, population), population.chances);
  if (truth === null) return [];
  const measured = [
    { of: `proof ${split}: AUC`, truth: truth.auc, interval: proof.auc },
    { of: `proof ${split}: lift of the best fifth`, truth: truth.liftTopFifth, interval: proof.liftTopFifth },
  ];
  if (!isNothing) return measured;
  const ofBaselines = baselines.flatMap(({ auc, liftTopFifth }) => [
    { of: `baselines ${split}: AUC`, truth: 0.5, interval: auc },
    { of: `baselines ${split}: lift of the best fifth`, truth: 1, interval: liftTopFifth },
  ]);
  return [...measured, ...ofBaselines];
}

async function laterOf(
  profile: Profile,
  { population, later }: { population: Population; later: string },
): Promise<Printed[]> {
  const card = profile.scorecard;
  if (card === null) return [];
  const scores = scoreTable(card, population);
  const truth = trueMeasures(scores, population.chances);
  const { proof } = await validateFile(later, { profile });
  const { report } = await measureKpisFile(later, { profile, wishes: {} });
  const rateOf = (tier: string) =>
    mean(population.chances.filter((_, row) => tier === 'all' || tierOf(card, scores[row]) === tier));
  const rest = mean(population.chances.filter((_, row) => tierOf(card, scores[row]) !== 'ideal'));
  const won = report.kpis.filter(({ name }) => name === profile.best.description);
  return [
    ...(proof === null
      ? []
      : [
          { of: 'validate: AUC', truth: truth.auc, interval: proof.auc },
          { of: 'validate: lift of the best fifth', truth: truth.liftTopFifth, interval: proof.liftTopFifth },
        ]),
    ...won.flatMap(({ byTier, difference }) => [
      ...byTier.map(({ tier, value }) => ({ of: 'kpis: rate of a tier', truth: rateOf(tier), interval: value })),
      ...(difference === null
        ? []
        : [{ of: 'kpis: difference of rates', truth: rateOf('ideal') - rest, interval: difference }]),
    ]),
  ];
}
