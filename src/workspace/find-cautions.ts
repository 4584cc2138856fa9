import type { SetAside } from '../model/profile.js';
import type { Baseline, Proof } from '../model/proof.js';

/** What a reader must know before believing a proven profile; whole sentences, the gravest first. */
export function findCautions({
  proof,
  baselines,
  setAside,
  columns,
}: {
  proof: Proof | null;
  baselines: readonly Baseline[];
  setAside: readonly SetAside[];
  /** About columns that may have been known only after the outcome. */
  columns: readonly string[];
}): string[] {
  if (proof === null) return [...columns];
  return [...columns, ...beatenBy(proof, baselines), ...timeUnused(proof, setAside)];
}

function beatenBy({ auc }: Proof, baselines: readonly Baseline[]): string[] {
  return baselines
    .filter((baseline) => baseline.auc.estimate >= auc.estimate)
    .map((baseline) => {
      const how = baseline.auc.lower > auc.upper ? 'clearly better' : 'as well or better';
      const [theirs, ours] = [baseline.auc.estimate.toFixed(3), auc.estimate.toFixed(3)];
      return `On the same accounts the ${baseline.name} orders ${how} (AUC ${theirs} against ${ours}); what the scorecard adds here is its reasons.`;
    });
}

function timeUnused({ split }: Proof, setAside: readonly SetAside[]): string[] {
  const date = setAside.find(({ reason }) => reason === 'date');
  if (split.method === 'time' || split.method === 'order' || date === undefined) return [];
  return [
    `The judged accounts are of the same time as the others. If ${date.what} says when an account was decided, --time ${date.what} judges later ones, which is harder and nearer to use.`,
  ];
}
