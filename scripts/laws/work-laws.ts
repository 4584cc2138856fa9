import { plantedShape } from '../../src/demo/planted-shape.js';
import type { LawPlan } from './law.js';
import { laws } from './laws.js';
import { drawPopulation, type Population } from './population.js';
import { type Trial, tryCompany } from './try-company.js';

/** One company to be tried. */
export interface LawTask {
  readonly law: string;
  readonly number: number;
  readonly seed: number;
}

export interface LawAnswer {
  readonly task: LawTask;
  readonly trial: Trial;
}

// A process of its own, told by its parent which companies to try, one at a time.
const drawn = new Map<string, Population>();

/** Kept from company to company; a few kinds at a time, for each takes tens of megabytes. */
function populationOf(plan: LawPlan): Population {
  const { accounts: _, split: _split, ...kind } = plan;
  const key = JSON.stringify(kind);
  const population = drawn.get(key) ?? drawPopulation(plantedShape(plan.shape, plan));
  if (drawn.size >= 3) drawn.clear();
  drawn.set(key, population);
  return population;
}

process.on('message', async (task: LawTask) => {
  const law = laws.find(({ name }) => name === task.law);
  if (law === undefined) throw new Error(`No law is called ${task.law}.`);
  const trial = await tryCompany(law.plan(task.number), { seed: task.seed + task.number, populationOf });
  process.send?.({ task, trial } satisfies LawAnswer);
});

// Nobody is left to tell.
process.once('disconnect', () => process.exit());
