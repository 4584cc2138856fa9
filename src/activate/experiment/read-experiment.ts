import type { Assignment, Experiment } from '../../model/experiment.js';
import { chiSquareTest } from '../../stats/chi-square-test.js';
import type { ArmValues } from './arm-values.js';
import { checkAssignments, mismatchLevel } from './check-assignments.js';
import { type ComparisonRule, compareArms } from './compare-arms.js';
import { contrastTiers } from './contrast-tiers.js';
import type { ExperimentReading, GuardReading, ReadAccount, TierReading } from './experiment-reading.js';
import { judgeArm } from './judge-arm.js';
import { judgeGuard } from './judge-guard.js';
import { sequencePlan } from './sequence-plan.js';

/** A tier with fewer accounts in an arm is not shown apart (M28). */
const leastInTier = 11;

/**
 * Whether acting caused anything. Every account is counted in the arm that it was assigned to, whatever was done with it.
 * Nothing is said where the assignment was not left to chance, where the arms have not the sizes that chance gives, or where
 * the outcomes of one arm are known more often than those of another.
 */
export function readExperiment(
  experiment: Experiment,
  {
    assignments,
    accounts,
    problems: found = [],
  }: {
    assignments: readonly Assignment[];
    accounts: readonly ReadAccount[];
    /** What was found wrong before. */
    problems?: readonly string[];
  },
): ExperimentReading {
  const { arms, design } = experiment;
  const sizes = arms.map(({ name }) => {
    const own = accounts.filter(({ arm }) => arm === name);
    return { arm: name, assigned: own.length, known: own.filter((one) => isKnown(one.outcome)).length };
  });
  const known = sizes.reduce((sum, size) => sum + size.known, 0);
  const about = { arms: sizes, known, planned: design.accounts };
  const problems = [...found, ...checkAssignments(assignments, experiment), ...checkKnown(sizes)];
  if (problems.length > 0) {
    const sentence = 'Whether acting caused anything cannot be read from this.';
    return {
      problems,
      verdict: 'refused',
      sentence,
      ...about,
      readings: [],
      guardRails: [],
      byTier: [],
      contrasts: [],
    };
  }
  const rule = ruleFor(experiment);
  const values = (arm: string, of: Pick = (one) => one.outcome) => valuesOf(accounts, { arm, of, experiment });
  const holdout = arms.find(({ isHoldout }) => isHoldout)?.name ?? arms[0].name;
  const acting = arms.filter(({ name }) => name !== holdout).map(({ name }) => name);
  const isEarly = experiment.reading === 'once' && known < design.accounts;
  const readings = acting.map((arm) =>
    judgeArm(isEarly ? null : compareArms(values(arm), values(holdout), rule), { arm, experiment, known, rule }),
  );
  const [first] = readings.toSorted((a, b) => weight[a.verdict] - weight[b.verdict]);
  if (isEarly)
    return {
      problems,
      verdict: first.verdict,
      sentence: first.sentence,
      ...about,
      readings,
      guardRails: [],
      byTier: [],
      contrasts: [],
    };
  const tiers = [...new Set(accounts.flatMap(({ tier }) => (tier === null ? [] : [tier])))].sort(inTierOrder);
  const inTier =
    (tier: string): Pick =>
    (one) =>
      one.tier === tier ? one.outcome : Number.NaN;
  const byTier = acting.flatMap((arm) =>
    tiers.flatMap((tier): TierReading[] => {
      const comparison = compareArms(values(arm, inTier(tier)), values(holdout, inTier(tier)), rule);
      return Math.min(comparison.accounts, comparison.otherAccounts) < leastInTier ? [] : [{ arm, tier, comparison }];
    }),
  );
  const guardRails = acting.flatMap((arm) =>
    experiment.guardRails.map((rail, at): GuardReading => {
      const of: Pick = (one) => one.guardRails[at];
      const isRate = rail.is !== undefined;
      const { mixture } = sequencePlan({ effect: rail.margin, power: design.power, alpha: rule.alpha });
      return judgeGuard(compareArms(plain(values(arm, of)), plain(values(holdout, of)), { ...rule, isRate, mixture }), {
        arm,
        rail,
      });
    }),
  );
  return {
    problems,
    verdict: first.verdict,
    sentence: first.sentence,
    ...about,
    readings,
    guardRails,
    byTier,
    contrasts: contrastTiers(byTier, rule),
  };
}

type Pick = (account: ReadAccount) => number;

/** What was found goes before what was not. */
const weight = {
  'caused more': 0,
  'caused less': 1,
  'too small to matter': 3,
  'cannot tell yet': 2,
  refused: 4,
} as const;

/** Tiers as everywhere, other strata by name. */
function inTierOrder(a: string, b: string): number {
  const rank = (tier: string) => ['ideal', 'stretch', 'bad', tier].indexOf(tier);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function ruleFor({ outcome, reading, design, arms }: Experiment): ComparisonRule {
  const alpha = design.alpha / (arms.length - 1);
  const { mixture } = sequencePlan({ effect: design.effect, power: design.power, alpha });
  return { isRate: outcome.is !== undefined, reading, alpha, mixture };
}

function valuesOf(
  accounts: readonly ReadAccount[],
  { arm, of, experiment }: { arm: string; of: Pick; experiment: Experiment },
): ArmValues {
  const own = accounts.filter((one) => one.arm === arm && isKnown(of(one)));
  const hasFit = experiment.adjust === 'fit' && own.every(({ fit }) => fit !== null);
  return {
    values: Float64Array.from(own, of),
    fit: hasFit ? Float64Array.from(own, ({ fit }) => fit ?? Number.NaN) : null,
  };
}

function plain({ values }: ArmValues): ArmValues {
  return { values, fit: null };
}

function isKnown(value: number): boolean {
  return !Number.isNaN(value);
}

/** Outcomes that are known more often in one arm make the arms differ in more than acting. */
function checkKnown(sizes: ExperimentReading['arms']): string[] {
  const { p } = chiSquareTest(
    sizes.map(({ known }) => known),
    sizes.map(({ assigned }) => assigned),
  );
  if (p >= mismatchLevel) return [];
  const told = sizes.map(({ arm, known, assigned }) => `${arm} ${known} of ${assigned}`);
  return [
    `Outcomes are known more often in one arm than in another: ${told.join(', ')} (p ${p.toExponential(1)}). Acting hurries decisions, or somebody recorded more of one arm: wait until all accounts are decided, or count the undecided as not won in every arm.`,
  ];
}
