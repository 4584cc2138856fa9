import type { Interval } from '../model/estimate.js';
import type { Proof } from '../model/proof.js';

/** Average precision, Brier score and bias with their intervals, and how each later period did. */
export function renderProofDetails({ details }: Proof): string[] {
  if (details === undefined) return [];
  const { averagePrecision, brier, brierParts: parts, bias, lifts, periods = [] } = details;
  const tenth = lifts.find(({ share }) => share === 0.1);
  return [
    `average precision ${range(averagePrecision)}; Brier score ${range(brier)}: ${parts.miscalibration.toFixed(4)} miscalibration − ${parts.discrimination.toFixed(4)} discrimination + ${parts.uncertainty.toFixed(4)} uncertainty`,
    `mean chance less the rate that came ${range(bias)}${tenth === undefined ? '' : `; lift of the best tenth ${range(tenth.lift)}`}`,
    ...periods.map(
      ({ from, accounts, auc, predicted, observed, holds }) =>
        `  from ${from}: ${accounts} accounts, AUC ${range(auc)}, predicted ${percent(predicted)}, came ${percent(observed.estimate)} (${percent(observed.lower)}–${percent(observed.upper)})${holds ? '' : ': fails'}`,
    ),
  ];
}

function range({ estimate, lower, upper }: Interval): string {
  return `${estimate.toFixed(3)} (${lower.toFixed(3)} to ${upper.toFixed(3)})`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
