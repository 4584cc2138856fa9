import type { Split } from '../model/proof.js';

/**
 * How many times the variance of a measure is that of independent judgements (Kish's design effect).
 * With folds every two accounts meet twice, each once learnt from while the other is judged. What a score learns from
 * noise therefore counts twice in the sum: without any signal the variance of a pooled AUC is twice DeLong's
 * (test/laws/validate-null-folds.test.ts). Where there is signal 2 is too much, on the safe side. Source: L. Kish, Survey Sampling
 * (1965) 8.2, for the term; Y. Bengio and Y. Grandvalet, JMLR 5 (2004) 1089–1105, for why no estimate from the folds can do better.
 */
export function designEffectOf({ method }: Split): number {
  return method === 'folds' ? 2 : 1;
}
