import type { Gate } from '../model/gate.js';
import { type Verdict, verdicts } from '../model/proof.js';

/** The most that may be claimed: publishable, unless a gate that failed allows less. */
export function verdictOf(gates: readonly Gate[]): Verdict {
  return gates
    .filter(({ passed }) => !passed)
    .reduce<Verdict>((worst, { otherwise }) => {
      return verdicts.indexOf(otherwise) > verdicts.indexOf(worst) ? otherwise : worst;
    }, 'publishable');
}
