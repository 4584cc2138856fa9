import type { Kernels } from '../kernels/kernels.js';
import { plainKernels } from '../kernels/plain-kernels.js';
import { hashText } from '../stats/hash.js';
import type { AdditiveFit, FittedPair } from './additive-model.js';
import { type FullTerms, fitMains, type MainFit, type MainOptions } from './fit-mains.js';
import { type FittedTables, fitPairs } from './fit-pairs.js';
import { keepShapes } from './keep-shapes.js';
import { type SampledAccounts, takeAccounts } from './take-accounts.js';
import { type WeighedPrecision, weighPrecisions } from './weigh-precisions.js';

export interface FullFit extends MainFit {
  /** All that the model says: its log-odds are of shapes and pairs together. */
  readonly final: AdditiveFit;
  /** What is known only by two attributes together, the most telling first. */
  readonly pairs: readonly FittedPair[];
  /** The additive part alone. */
  readonly mains: MainFit;
  readonly precisions: readonly WeighedPrecision[];
  /** Null without pairs. */
  readonly tables: FittedTables | null;
}

export interface FullOptions extends Pick<MainOptions, 'weights' | 'kernels'> {
  /** A fit of which these accounts are a `share`, to start from and whose precisions to keep. */
  readonly like?: { readonly fit: FullFit; readonly share: number } | null;
  /** Folds of the accounts by which pairs are judged; one more partition steadies little data. Default: dealt by row number. */
  readonly deals?: readonly Uint8Array[] | null;
  /** Whether no two accounts belong together, so that each may be left out alone. */
  readonly isApart?: boolean;
}

/** Accounts that pairs are judged by, and fitted to, at most. */
const judgedAccounts = 15_000;
const fittedAccounts = 1_000_000;
/** So many outcomes of either kind are needed to judge pairs. */
const leastOutcomes = 20;

/**
 * The full model: the additive part in two stages, then pairs beside it as far as they help accounts that were held out.
 * @param options `weights`: 0 leaves an account out, 1 counts it.
 */
export function fitFull(
  data: { readonly terms: FullTerms; readonly labels: Uint8Array },
  options: FullOptions = {},
): FullFit {
  const { weights = null, like = null, kernels = plainKernels() } = options;
  const mains = fitMains(data, { weights, kernels, like: like === null ? null : { ...like, fit: like.fit.mains } });
  const precisions = like?.fit.precisions ?? judgePairs(data, { ...options, mains, weights, kernels });
  if (precisions.every(({ precision }) => !Number.isFinite(precision)))
    return { ...mains, mains, pairs: [], precisions, tables: null };
  const sample = takeAccounts(data, { most: fittedAccounts, mains });
  const rows = rowsWithWeight(sample, weights);
  const fit = fitPairs(
    { ...data, sample },
    {
      mains,
      sampleMains: sample.mains,
      rows,
      kernels,
      precisions,
      like: like?.fit.tables ?? null,
    },
  );
  // Tables move what they share with single attributes, which may then break a wish.
  return { ...mains, mains, ...fit, final: keepShapes(fit.final, data.terms.fine), precisions };
}

/** Rows of the sample that count. */
function rowsWithWeight({ rowOf }: SampledAccounts, weights: Float64Array | null): Int32Array {
  const rows = new Int32Array(rowOf.length);
  let count = 0;
  for (let i = 0; i < rowOf.length; i++) if (weights === null || weights[rowOf[i]] > 0) rows[count++] = i;
  return rows.subarray(0, count);
}

function judgePairs(
  data: { readonly terms: FullTerms; readonly labels: Uint8Array },
  from: FullOptions & { mains: MainFit; weights: Float64Array | null; kernels: Kernels },
): WeighedPrecision[] {
  const { mains, weights, deals = null, isApart = false, kernels } = from;
  const positives = data.labels.reduce((sum, label) => sum + label, 0);
  if (weights !== null || Math.min(positives, data.labels.length - positives) < leastOutcomes) return without;
  const sample = takeAccounts(data, { most: judgedAccounts, mains });
  const all = deals ?? [Uint8Array.from(data.labels, (_, row) => hashText(String(row), 1) % 5)];
  const judged = all.map((folds) => Uint8Array.from(sample.rowOf, (row) => folds[row]));
  return weighPrecisions(sample, {
    mains: sample.mains,
    deals: judged,
    isApart,
    kernels,
  });
}

const without: WeighedPrecision[] = [{ precision: Number.POSITIVE_INFINITY, weight: 1 }];
