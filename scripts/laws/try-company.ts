import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareWithTruth } from '../../src/demo/compare-with-truth.js';
import { generateCompany } from '../../src/demo/generate-company.js';
import { plantedShape } from '../../src/demo/planted-shape.js';
import type { TruthComparison } from '../../src/demo/truth-comparison.js';
import type { Scorecard } from '../../src/model/scorecard.js';
import { logOddsOf } from '../../src/score/fit.js';
import { scoreTable } from '../../src/score/score-table.js';
import { learnProfile } from '../../src/workspace/learn-profile.js';
import type { LawPlan } from './law.js';
import type { Population } from './population.js';
import { printedIntervals, type SeenInterval } from './printed-intervals.js';
import { trueCalibrationError } from './true-measures.js';

/** What one company showed. */
export interface Trial {
  readonly isPublished: boolean;
  readonly verdict: string;
  readonly counts: TruthComparison['counts'];
  /** Planted effects, and those that a criterion or a segment says at least in part. */
  readonly planted: number;
  readonly said: number;
  readonly falseLines: readonly string[];
  readonly leaks: { readonly planted: number; readonly used: number };
  /** Of the published probabilities against the true ones; null where none are published. */
  readonly calibrationError: number | null;
  readonly intervals: readonly SeenInterval[];
  readonly processorSeconds: number;
}

/** So far above its own stand the seeds of the company that a profile is validated on. */
const otherSeeds = 500_000_000;

/** Draws a company, learns from its file as `assay learn` does, and holds what is published against the truth. */
export async function tryCompany(
  plan: LawPlan,
  { seed, populationOf }: { seed: number; populationOf: (plan: LawPlan) => Population },
): Promise<Trial> {
  const company = generateCompany(plantedShape(plan.shape, plan), { seed });
  const other = { ...plan, firstId: 1_000_001 };
  const again = generateCompany(plantedShape(plan.shape, other), { seed: seed + otherSeeds });
  const folder = await mkdtemp(join(tmpdir(), 'assay-laws-'));
  const [file, later] = ['company.csv', 'later.csv'].map((name) => join(folder, name));
  const started = process.cpuUsage();
  try {
    await writeFile(file, company.files[0].text);
    await writeFile(later, again.files[0].text);
    const { profile } = await learnProfile(file, {
      outcome: 'outcome=yes',
      id: 'id',
      ...(plan.split === 'time' ? { time: 'seen_on' } : {}),
    });
    const isPublished = profile.scorecard !== null || profile.criteria.length > 0 || profile.segments.length > 0;
    const comparison = compareWithTruth(profile, company.truth);
    const population = isPublished || plan.shape === 'nothing' ? populationOf(plan) : null;
    const intervals =
      population === null
        ? []
        : await printedIntervals(profile, { population, isNothing: plan.shape === 'nothing', later });
    const { user, system } = process.cpuUsage(started);
    return {
      isPublished,
      verdict: profile.verdict,
      counts: comparison.counts,
      planted: comparison.effects.filter(({ isOver }) => !isOver).length,
      said: comparison.effects.filter(({ isOver, by }) => !isOver && by !== null && by.where !== 'card').length,
      falseLines: comparison.lines.filter(({ judgement }) => judgement === 'false').map(({ text }) => text),
      leaks: {
        planted: comparison.leaks.length,
        used: comparison.leaks.filter(({ fate }) => fate === 'used').length,
      },
      calibrationError:
        population === null || profile.verdict !== 'publishable' ? null : calibrationOf(profile.scorecard, population),
      intervals,
      processorSeconds: (user + system) / 1e6,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function calibrationOf(card: Scorecard | null, population: Population): number | null {
  if (card === null) return null;
  const told = Float64Array.from(
    scoreTable(card, population),
    (points) => 1 / (1 + Math.exp(-logOddsOf(card, points))),
  );
  return trueCalibrationError(told, population.chances);
}
