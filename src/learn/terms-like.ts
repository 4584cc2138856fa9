import type { TermInput } from './additive-model.js';
import type { CoarseTerm } from './coarsen-term.js';
import type { FullTerms } from './fit-mains.js';
import { joinCodes } from './join-codes.js';

/** More accounts in the very cells that were made for some of them. @param fine the same attributes. */
export function termsLike(fine: readonly TermInput[], some: FullTerms): FullTerms {
  const widen = (coarse: readonly CoarseTerm[]) =>
    coarse.map(({ term, cellOf }, j): CoarseTerm => {
      const isFine = term.size === fine[j].size;
      return { term: { ...term, codes: isFine ? fine[j].codes : joinCodes(fine[j].codes, cellOf) }, cellOf };
    });
  return {
    fine,
    coarse: widen(some.coarse),
    finer: some.finer === null ? null : widen(some.finer),
    joined: some.joined.map((cells, j) => ({ ...cells, codes: joinCodes(fine[j].codes, cells.cellOf) })),
  };
}
