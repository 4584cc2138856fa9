import type { Assignment, Experiment } from '../../model/experiment.js';
import { goodnessOfFit } from '../../stats/goodness-of-fit.js';
import { armAtPlace } from './arm-at-place.js';
import { drawArm } from './draw-arm.js';

/** A mismatch this unlikely is no chance: the usual level of the check, strict because it is looked at again and again. */
export const mismatchLevel = 0.001;
const mostNamed = 5;

/** Why these assignments prove nothing; empty where they are as the experiment drew them. Sentences. */
export function checkAssignments(assignments: readonly Assignment[], experiment: Experiment): string[] {
  const arms = new Set(experiment.arms.map(({ name }) => name));
  const first = new Map<string, Assignment>();
  const [strange, twice, moved, places] = [new Set<string>(), new Set<string>(), [] as string[], new Set<string>()];
  for (const assignment of assignments) {
    const { account, arm, stratum, place } = assignment;
    if (!arms.has(arm)) strange.add(arm);
    const earlier = first.get(account);
    if (earlier !== undefined) {
      if (earlier.arm !== arm) twice.add(account);
      continue;
    }
    first.set(account, assignment);
    const at = `${stratum ?? ''}\u0001${place}`;
    if (arm !== drawnArm(assignment, experiment) || (experiment.stratify !== undefined && places.has(at)))
      moved.push(account);
    places.add(at);
  }
  const problems: string[] = [];
  if (strange.size > 0)
    problems.push(`${count(strange.size, 'arm is', 'arms are')} not of the experiment: ${name(strange)}.`);
  if (twice.size > 0)
    problems.push(`${count(twice.size, 'account stands', 'accounts stand')} in more than one arm: ${name(twice)}.`);
  if (moved.length > 0)
    problems.push(
      `${count(moved.length, 'account is', 'accounts are')} not in the arm that was drawn for ${moved.length === 1 ? 'it' : 'them'}: ${name(moved)}. Somebody chose, so chance did not.`,
    );
  if (problems.length > 0) return problems;
  return [...mismatch([...first.values()], experiment)];
}

function drawnArm({ account, stratum, place }: Assignment, experiment: Experiment): string | null {
  if (experiment.stratify === undefined) return drawArm(account, experiment);
  return place === null || place < 0 ? null : armAtPlace(place, { experiment, stratum: stratum ?? '' });
}

/** The sample-ratio check: are the arms as large as they should be? */
function mismatch(assignments: readonly Assignment[], { arms }: Experiment): string[] {
  const counts = arms.map(({ name: arm }) => assignments.filter((one) => one.arm === arm).length);
  const p = goodnessOfFit(
    counts,
    arms.map(({ share }) => share),
  );
  if (p >= mismatchLevel) return [];
  const told = arms.map(
    ({ name: arm, share }, i) => `${arm} ${counts[i]} (planned ${Math.round(share * assignments.length)})`,
  );
  return [
    `The arms have not the sizes that were planned: ${told.join(', ')}; chance does that less than once in ${Math.round(1 / mismatchLevel)} draws (p ${p.toExponential(1)}). Accounts went missing or were added.`,
  ];
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

function name(names: Iterable<string>): string {
  const all = [...names];
  return `${all.slice(0, mostNamed).join(', ')}${all.length > mostNamed ? ' …' : ''}`;
}
