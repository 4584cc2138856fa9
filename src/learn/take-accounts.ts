import type { AdditiveFit, CrossHessian, TermInput } from './additive-model.js';
import type { FullTerms, MainFit } from './fit-mains.js';

export interface SampledAccounts {
  readonly terms: FullTerms;
  readonly labels: Uint8Array;
  /** Row of each sampled account among all. */
  readonly rowOf: Int32Array;
  readonly mains: MainFit;
}

/** Every n-th account, so that there are `most` at most, with what the additive part says of each. All, if they are few. */
export function takeAccounts(
  { terms, labels }: { readonly terms: FullTerms; readonly labels: Uint8Array },
  { most, mains }: { readonly most: number; readonly mains: MainFit },
): SampledAccounts {
  const stride = Math.max(1, Math.ceil(labels.length / most));
  const rowOf = Int32Array.from({ length: Math.ceil(labels.length / stride) }, (_, i) => i * stride);
  if (stride === 1) return { terms, labels, rowOf, mains };
  const take = (codes: Uint8Array | Uint16Array) => {
    const taken = codes instanceof Uint8Array ? new Uint8Array(rowOf.length) : new Uint16Array(rowOf.length);
    for (let i = 0; i < rowOf.length; i++) taken[i] = codes[rowOf[i]];
    return taken;
  };
  const takeTerm = (term: TermInput) => ({ ...term, codes: take(term.codes) });
  const takeFit = (fit: AdditiveFit) => ({ ...fit, logOdds: Float64Array.from(rowOf, (row) => fit.logOdds[row]) });
  const thin = (hessian: CrossHessian | null) =>
    hessian === null ? null : { ...hessian, values: hessian.values.map((value) => value / stride) };
  const { coarse, finer, fine } = mains.curvature;
  const takeCoarse = (all: FullTerms['coarse']) => all.map(({ term, cellOf }) => ({ term: takeTerm(term), cellOf }));
  return {
    terms: {
      fine: terms.fine.map(takeTerm),
      coarse: takeCoarse(terms.coarse),
      finer: terms.finer === null ? null : takeCoarse(terms.finer),
      joined: terms.joined.map((cells) => ({ ...cells, codes: Uint8Array.from(rowOf, (row) => cells.codes[row]) })),
    },
    labels: Uint8Array.from(rowOf, (row) => labels[row]),
    rowOf,
    mains: {
      shared: takeFit(mains.shared),
      finer: mains.finer === null ? null : takeFit(mains.finer),
      final: takeFit(mains.final),
      curvature: { coarse: thin(coarse), finer: thin(finer), fine: thin(fine) },
    },
  };
}
