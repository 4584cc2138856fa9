import { Document, isMap, isScalar, isSeq, visit } from 'yaml';
import type { Experiment, Metric } from '../../model/experiment.js';

/** An experiment as canonical YAML: the same experiment gives the same bytes. `parseExperiment` reads it back. */
export function printExperiment(experiment: Experiment): string {
  const { name, salt, outcome, arms, stratify, adjust, reading, design, guardRails } = experiment;
  const document = new Document(
    {
      assay_experiment: 1,
      name,
      salt,
      outcome: metric(outcome),
      arms: arms.map((arm) => ({
        name: arm.name,
        share: arm.share,
        ...(arm.isHoldout ? { holdout: true } : {}),
      })),
      ...(stratify === undefined ? {} : { stratify }),
      adjust,
      reading,
      design,
      guard_rails: guardRails.map(({ worse, margin, ...rail }) => ({ ...metric(rail), worse, margin })),
    },
    { aliasDuplicateObjects: false, compat: 'yaml-1.1' },
  );
  document.commentBefore =
    ' Fixed before the first account is assigned: what changes afterwards makes the reading worth nothing.';
  visit(document, {
    Pair: (_, { key, value }) => {
      if (!isScalar(key)) return;
      if (key.value === 'is' && isSeq(value)) value.flow = true;
      if (key.value === 'outcome' && isMap(value)) value.flow = true;
      if (isSeq(value)) for (const item of value.items) if (isMap(item)) item.flow = true;
      if (isSeq(value) && value.items.length === 0) value.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function metric({ column, is }: Metric) {
  return { column, ...(is === undefined ? {} : { is: [...is] }) };
}
