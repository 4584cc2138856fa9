import type { Kernels } from '../kernels/kernels.js';
import type { AdditiveFit, FittedPair } from './additive-model.js';
import { layOut } from './cross-hessian.js';
import type { FullTerms, MainFit } from './fit-mains.js';
import { fitTables, type TableFit } from './fit-tables.js';
import { type PairModel, pairModel } from './pair-model.js';
import { purifyPair } from './purify-pair.js';
import type { WeighedPrecision } from './weigh-precisions.js';

/** The tables of one fit, for each precision; null for that without pairs. */
export interface FittedTables extends Pick<PairModel, 'pairs' | 'pairOffsets' | 'start'> {
  readonly fits: readonly (TableFit | null)[];
}

/**
 * The additive part and tables of pairs fitted together, once for each precision, and averaged by their weights; what the
 * tables say about one attribute alone is moved to its shape.
 * @param data `sample`: the accounts to fit the pairs to, all of them or some. @param from `rows` of the sample to look at;
 * `mains` of all accounts, `sampleMains` of the sample; `like`: tables of a fit of accounts like these, by the same
 * precisions, to start from and whose precisions of single pairs to keep.
 */
export function fitPairs(
  data: {
    readonly terms: FullTerms;
    readonly sample: { readonly terms: FullTerms; readonly labels: Uint8Array };
  },
  from: {
    readonly mains: MainFit;
    readonly sampleMains: MainFit;
    readonly rows: Int32Array;
    readonly kernels: Kernels;
    readonly precisions: readonly WeighedPrecision[];
    readonly like?: FittedTables | null;
  },
): { final: AdditiveFit; pairs: FittedPair[]; tables: FittedTables } {
  const { sampleMains, precisions } = from;
  const { terms, sample } = data;
  const model = pairModel(sample, { ...from, mains: sampleMains });
  const values = new Float64Array(model.table.size);
  const variance = new Float64Array(model.table.size);
  let hessian = new Float64Array(model.table.size);
  let start = model.start;
  const fits: (TableFit | null)[] = [];
  let cross: Float64Array | null = null;
  for (const [i, { precision, weight }] of precisions.entries()) {
    const like = resumeTables(model, { like: from.like ?? null, i, precision }) ?? { start, rounds: 2 };
    const isOf = Number.isFinite(precision);
    const fit: TableFit | null = isOf
      ? fitTables(model, { terms: sample.terms, kernels: from.kernels, precision, cross, ...like })
      : null;
    fits.push(fit);
    cross = fit?.cross ?? cross;
    start = fit?.free ?? start;
    (fit?.values ?? model.start).forEach((value, k) => {
      values[k] += weight * value;
    });
    if (fit === null) continue;
    hessian = Float64Array.from(fit.hessian);
    model.pairOffsets.forEach((at, q) => {
      const to = model.pairOffsets[q + 1] ?? model.table.size;
      for (let k = at; k < to; k++) variance[k] += weight / (hessian[k] + fit.precisions[q]);
    });
  }
  const counts = new Float64Array(model.table.size);
  from.kernels.addSums(counts, {
    ...model.table,
    values: new Float64Array(from.rows.length).fill(1),
  });

  const shift = terms.coarse.map(({ term }, j) => {
    const at = model.mainOffsets[j];
    const before = sampleMains.shared.terms[j].values;
    return Float64Array.from({ length: term.size }, (_, k) => values[at + k] - before[k]);
  });
  const own = terms.joined.map(({ size }) => new Float64Array(size));
  const pairs = model.pairs.map(({ a, b }, q): FittedPair => {
    const [left, right] = [terms.joined[a], terms.joined[b]];
    const at = model.pairOffsets[q];
    const of = (all: Float64Array) => all.slice(at, at + left.size * right.size);
    const pure = purifyPair(of(values), { counts: of(counts), columnCount: right.size });
    pure.rows.forEach((value, k) => {
      own[a][k] += value;
    });
    pure.columns.forEach((value, k) => {
      own[b][k] += value;
    });
    return {
      a,
      b,
      cellOfA: left.cellOf,
      cellOfB: right.cellOf,
      isSeenA: left.isSeen,
      isSeenB: right.isSeen,
      sizeA: left.size,
      sizeB: right.size,
      values: pure.values,
      variance: of(variance),
      counts: of(counts),
      hessian: of(hessian),
    };
  });
  return {
    final: addUp(from.mains.final, {
      terms,
      shift,
      own,
      pairs,
      intercept: values[0] - sampleMains.shared.intercept,
      kernels: from.kernels,
    }),
    pairs,
    tables: { pairs: model.pairs, pairOffsets: model.pairOffsets, start: model.start, fits },
  };
}

/** What an earlier fit says of the coarse shapes and of those pairs that both have. */
function resumeTables(
  model: PairModel,
  { like, i, precision }: { like: FittedTables | null; i: number; precision: number },
): { start: Float64Array; precisions: number[]; rounds: 0 } | null {
  const fit = like?.fits[i] ?? null;
  if (like === null || fit === null) return null;
  const start = Float64Array.from(model.start);
  const mains = Math.min(like.pairOffsets[0] ?? 0, model.pairOffsets[0] ?? 0);
  for (let k = 0; k < mains; k++) start[k] += fit.free[k] - like.start[k];
  const known = new Map(like.pairs.map(({ a, b }, q) => [`${a} ${b}`, q]));
  const precisions = model.pairs.map(({ a, b }, q) => {
    const from = known.get(`${a} ${b}`);
    if (from === undefined) return precision;
    const size = (model.pairOffsets[q + 1] ?? model.table.size) - model.pairOffsets[q];
    start.set(fit.free.subarray(like.pairOffsets[from], like.pairOffsets[from] + size), model.pairOffsets[q]);
    return fit.precisions[from];
  });
  return { start, precisions, rounds: 0 };
}

/** The shapes with what pairs have changed in them, centred again, and the log-odds of all accounts. */
function addUp(
  mains: AdditiveFit,
  of: {
    terms: FullTerms;
    shift: readonly Float64Array[];
    own: readonly Float64Array[];
    pairs: readonly FittedPair[];
    intercept: number;
    kernels: Kernels;
  },
): AdditiveFit {
  const { fine, coarse, joined } = of.terms;
  let intercept = mains.intercept + of.intercept;
  const terms = mains.terms.map((term, j) => {
    const values = term.values.map(
      (value, k) => value + of.shift[j][coarse[j].cellOf[k]] + of.own[j][joined[j].cellOf[k]],
    );
    const all = term.counts.reduce((sum, count) => sum + count, 0);
    const mean = all > 0 ? values.reduce((sum, value, k) => sum + value * term.counts[k], 0) / all : 0;
    intercept += mean;
    return { ...term, values: values.map((value) => value - mean) };
  });
  const logOdds = new Float64Array(mains.logOdds.length).fill(intercept);
  const { offsets, size } = layOut(terms);
  const steps = new Float64Array(size);
  terms.forEach(({ values }, j) => {
    steps.set(values, offsets[j]);
  });
  of.kernels.addSteps(logOdds, {
    codes: fine.map(({ codes }) => codes),
    offsets,
    steps,
  });
  for (const { a, b, sizeB, values } of of.pairs) {
    const [left, right] = [joined[a].codes, joined[b].codes];
    for (let i = 0; i < logOdds.length; i++) logOdds[i] += values[left[i] * sizeB + right[i]];
  }
  return { intercept, terms, logOdds };
}
