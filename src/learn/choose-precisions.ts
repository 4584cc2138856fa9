import type { FitState, TermState } from './additive-state.js';
import { evidenceOf } from './term-block.js';

/** Logarithms of the precisions that are tried: 0.1 to 100,000, four a decade. */
const tried = Array.from({ length: 25 }, (_, i) => Math.log(10) * (i / 4 - 1));
const shared = Math.log(10);

/** What is believed of logarithms of precisions: normal about a middle, which is itself normal about the shared one. */
interface PrecisionBelief {
  readonly spread: number;
  readonly spreadOfMiddle: number;
}

/** Many chains that say nothing say so of the next one. */
const beliefOfChains: PrecisionBelief = { spread: 1.5, spreadOfMiddle: 2 };
/**
 * Many categories show by themselves how far they lie apart; a dozen, which may change with time, stay near the shared
 * precision: the spread of a term of so many cells.
 */
function beliefOfCategories(cells: number): PrecisionBelief {
  return { spread: Math.min(1.5, cells / 30), spreadOfMiddle: 0.1 };
}

/**
 * Gives every term the precision that its marginal likelihood and what is believed of precisions make likely: the posterior
 * mean of its logarithm, all other terms held. Gradients and curvature must be up to date. To be done once, where one shared
 * precision has led: repeated, of several attributes that say the same one takes all.
 */
export function choosePrecisions({ terms }: Pick<FitState, 'terms'>): void {
  const free = terms.filter(({ isHeld }) => !isHeld);
  chooseAmong(
    free.filter((term) => hasChain(term)),
    beliefOfChains,
  );
  for (const term of free) if (!hasChain(term)) chooseAmong([term], beliefOfCategories(term.input.size));
}

function hasChain({ input }: TermState): boolean {
  return input.ordered > 2;
}

function chooseAmong(terms: readonly TermState[], { spread, spreadOfMiddle }: PrecisionBelief): void {
  const evidence = terms.map((term) =>
    tried.map((logarithm) => evidenceOf(term, { ...term, precision: Math.exp(logarithm), prior: term.input.prior })),
  );
  const posteriorAbout = (own: readonly number[], middle: number) =>
    own.map((value, k) => value - ((tried[k] - middle) / spread) ** 2 / 2);
  const middles = shares(
    tried.map((middle) => {
      const before = -(((middle - shared) / spreadOfMiddle) ** 2) / 2;
      return evidence.reduce((sum, own) => sum + logSum(posteriorAbout(own, middle)), before);
    }),
  );
  terms.forEach((term, j) => {
    const means = tried.map((middle) => {
      const weights = shares(posteriorAbout(evidence[j], middle));
      return weights.reduce((sum, weight, k) => sum + weight * tried[k], 0);
    });
    term.precision = Math.exp(means.reduce((sum, mean, m) => sum + middles[m] * mean, 0));
  });
}

/** Shares of one whose logarithms are these, but for a constant. */
function shares(logarithms: readonly number[]): number[] {
  const all = logSum(logarithms);
  return logarithms.map((value) => Math.exp(value - all));
}

function logSum(logarithms: readonly number[]): number {
  const most = Math.max(...logarithms);
  return most + Math.log(logarithms.reduce((sum, value) => sum + Math.exp(value - most), 0));
}
