import { drawBeta, drawGamma } from '../../../src/stats/draw-gamma.js';
import { createRandom } from '../../../src/stats/random.js';
import type { Parameters, PurchaseModelKind } from '../../../src/value/lifetime/purchase-model.js';

interface Population {
  readonly kind: PurchaseModelKind;
  readonly parameters: Parameters;
  readonly spend: { readonly p: number; readonly q: number; readonly v: number };
  readonly customers: number;
  /** Customers come evenly between the ages of half this and this. */
  readonly age: number;
  /** Periods after the observation. */
  readonly horizon: number;
  readonly seed: number;
}

/** Customers drawn as the models say that they behave, with what they did in the observation and after it. */
export function simulateCustomers({ kind, parameters, spend, customers, age, horizon, seed }: Population) {
  const random = createRandom(seed);
  const [r, alpha, third, fourth] = parameters;
  const drawn = {
    repeats: new Int32Array(customers),
    recency: new Float64Array(customers),
    age: new Float64Array(customers),
    spend: new Float64Array(customers),
    later: new Int32Array(customers),
    laterAmount: new Float64Array(customers),
  };
  for (let i = 0; i < customers; i++) {
    const T = age * (0.5 + random.next() / 2);
    const rate = drawGamma(random, r) / alpha;
    const stays =
      kind === 'pareto-nbd' ? exponential() / (drawGamma(random, third) / fourth) : Number.POSITIVE_INFINITY;
    const leaves = kind === 'pareto-nbd' ? 0 : drawBeta(random, { a: third, b: fourth });
    const nu = drawGamma(random, spend.q) / spend.v;
    let [time, known] = [0, 0];
    let isHere = kind !== 'mbg-nbd' || random.next() >= leaves;
    while (isHere) {
      time += exponential() / rate;
      if (time > Math.min(stays, T + horizon)) break;
      const amount = drawGamma(random, spend.p) / nu;
      if (time <= T) {
        drawn.repeats[i]++;
        drawn.recency[i] = time;
        known += amount;
      } else {
        drawn.later[i]++;
        drawn.laterAmount[i] += amount;
      }
      isHere = random.next() >= leaves;
    }
    drawn.age[i] = T;
    drawn.spend[i] = drawn.repeats[i] > 0 ? known / drawn.repeats[i] : Number.NaN;
  }
  return drawn;

  function exponential(): number {
    return -Math.log(1 - random.next());
  }
}
