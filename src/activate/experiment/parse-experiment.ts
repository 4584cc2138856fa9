import { z } from 'zod';
import { type Diagnostic, formatDiagnostic, formatPath } from '../../document/diagnostic.js';
import { explainIssue, explainUnknownKey } from '../../document/explain-issue.js';
import { readYaml, type YamlText } from '../../document/read-yaml.js';
import type { SchemaNode } from '../../document/schema-node.js';
import { AssayError } from '../../errors.js';
import type { Experiment } from '../../model/experiment.js';
import { type ExperimentDocument, experimentSchema } from './experiment-schema.js';

/**
 * Reads `experiment.yaml`.
 * @throws AssayError EXPERIMENT_INVALID with every problem, its line and column, and its fix.
 */
export function parseExperiment(text: string, { file }: { file: string }): Experiment {
  const yaml = readYaml(text, { file, what: 'an experiment' });
  const problems: Diagnostic[] = yaml.problems.map((problem) => ({ severity: 'error', path: '', ...problem }));
  const experiment = problems.length === 0 ? normalize(yaml, problems) : null;
  if (experiment !== null && problems.length === 0) return experiment;
  problems.sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0) || (a.place.column ?? 0) - (b.place.column ?? 0));
  const lines = problems.map(formatDiagnostic);
  throw new AssayError('EXPERIMENT_INVALID', {
    detail: lines.length === 1 ? lines[0] : `${lines.length} problems:\n${lines.join('\n')}`,
    hint: problems[0].fix,
    place: problems[0].place,
    cause: problems,
  });
}

function normalize(yaml: YamlText, problems: Diagnostic[]): Experiment | null {
  const report = (path: readonly PropertyKey[], message: string, fix: string) =>
    problems.push({ severity: 'error', place: yaml.placeOf(path), path: formatPath(path), message, fix });
  if (typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value)) {
    report([], 'The file is not an experiment', 'Make one with `assay experiment plan … -o experiment.yaml`.');
    return null;
  }
  const shape = experimentSchema.safeParse(yaml.value);
  if (shape.success) {
    checkSense(shape.data, report);
    return fromDocument(shape.data);
  }
  const schema = z.toJSONSchema(experimentSchema, { io: 'output', unrepresentable: 'any' }) as SchemaNode;
  for (const issue of shape.error.issues) {
    // A key that is not read is an error: a guard rail under a wrong key would silently be lost.
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys)
        problems.push({ ...explainUnknownKey(issue.path, { key, yaml, schema }), severity: 'error' });
    else problems.push(explainIssue(issue, { yaml, schema }));
  }
  return null;
}

type Report = (path: readonly PropertyKey[], message: string, fix: string) => void;

/** What the shape cannot say. */
function checkSense({ arms, outcome, design }: ExperimentDocument, report: Report): void {
  const total = arms.reduce((sum, arm) => sum + arm.share, 0);
  if (Math.abs(total - 1) > 1e-6)
    report(['arms'], `The shares of the arms add up to ${Number(total.toFixed(6))}`, 'Make them add up to 1.');
  const holdouts = arms.filter((arm) => arm.holdout).length;
  if (holdouts !== 1)
    report(['arms'], `${holdouts} arms are held out`, 'Write `holdout: true` on the one arm that nobody acts upon.');
  arms.forEach((arm, i) => {
    if (arm.share === 0)
      report(['arms', i, 'share'], `${arm.name} gets no accounts`, 'Give it a share, or take it out.');
    if (arms.findIndex(({ name }) => name === arm.name) < i)
      report(['arms', i, 'name'], `${JSON.stringify(arm.name)} stands twice`, 'Name every arm differently.');
  });
  const { base, effect, sd } = design;
  if (outcome.is === undefined && sd === undefined)
    report(['design'], 'design.sd is missing', 'Of amounts add the standard deviation: `sd: 1200`.');
  if (outcome.is !== undefined && !(base > 0 && base < 1))
    report(['design', 'base'], `design.base is ${base}`, 'Write the rate without acting, between 0 and 1.');
  if (outcome.is !== undefined && effect >= 1)
    report(['design', 'effect'], `design.effect is ${effect}`, 'Write a difference of two rates, below 1: 0.05.');
  for (const key of ['power', 'alpha'] as const)
    if (!(design[key] > 0 && design[key] < 1))
      report(['design', key], `design.${key} is ${design[key]}`, 'Write a share between 0 and 1.');
}

function fromDocument({ arms, stratify, design, guard_rails: rails, ...rest }: ExperimentDocument): Experiment {
  const { sd, weeks, ...numbers } = design;
  const { name, salt, outcome, adjust, reading } = rest;
  return {
    name,
    salt,
    outcome: metricOf(outcome),
    arms: arms.map(({ holdout, ...arm }) => ({ ...arm, isHoldout: holdout })),
    ...(stratify === undefined ? {} : { stratify }),
    adjust,
    reading,
    design: { ...numbers, ...(sd === undefined ? {} : { sd }), ...(weeks === undefined ? {} : { weeks }) },
    guardRails: rails.map(({ worse, margin, ...metric }) => ({ ...metricOf(metric), worse, margin })),
  };
}

function metricOf({ column, is }: { column: string; is?: string[] | undefined }) {
  return { column, ...(is === undefined ? {} : { is }) };
}
