import type { FitState } from './additive-state.js';
import { stepBlock } from './term-block.js';

/**
 * Every term once, by Gauss–Seidel on the quadratic approximation at the current residuals: for models with too many
 * cells to hold the curvature of each pair. The residuals follow; the log-odds do not.
 */
export function sweepTerms(state: FitState): void {
  const { kernels, residual, curvature } = state;
  for (const term of state.terms) {
    if (term.isHeld) continue;
    const { codes, prior } = term.input;
    const { gradient, hessian, values } = term;
    kernels.addSums(gradient.fill(0), {
      codes: [codes],
      offsets: [0],
      values: residual,
    });
    const { step, interceptStep } = stepBlock(term, { ...term, prior });
    state.values[0] += interceptStep;
    let largest = 0;
    for (let k = 0; k < step.length; k++) {
      values[k] += step[k];
      step[k] += interceptStep;
      largest = Math.max(largest, Math.abs(step[k]) * Math.sqrt(hessian[k]));
    }
    if (largest < 1e-6) continue;
    for (let i = 0; i < residual.length; i++) residual[i] -= curvature[i] * step[codes[i]];
  }
}
