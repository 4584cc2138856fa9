import type { Family, Predicted } from '../family.js';

/** Predictors are looked up between these, in steps of 1/32. */
const reach = 16;
const perUnit = 32;

/**
 * Time to an end as a logistic model of person-periods: the log-odds of staying through bin k is base[k] + predictor, so that
 * more means lasting longer. An account's periods differ in nothing but the base; their loss, its slope and its curvature
 * are therefore summed over the periods once for a grid of predictors, and one look between two of its points takes the
 * place of all periods of an account. Labels are exposures (`exposuresOf`).
 * Source: D. Cox, JRSS B 34 (1972) 187–220, section 6; P. Allison, Sociological Methodology 13 (1982) 61–98.
 * @param base log-odds of staying, for each bin.
 * @param exposures the labels, by whose mean curvature `curvatureAt` answers.
 */
export function hazardFamily(base: Float64Array, exposures: Float64Array): Family {
  const table = tableOf(base);
  const mean = meanCurvature(table, exposures);
  const each = (accounts: Predicted, visit: (row: number, of: Look) => void) => {
    const { labels, weights, predictor } = accounts;
    const look: Look = { loss: 0, slope: 0, curvature: 0 };
    for (let row = 0; row < predictor.length; row++) {
      const weight = weights === null ? 1 : weights[row];
      lookUp(table, { exposure: labels[row], predictor: predictor[row], into: look });
      look.loss *= weight;
      look.slope *= weight;
      look.curvature *= weight;
      visit(row, look);
    }
  };
  return {
    startAt: () => 0,
    lossOf(accounts) {
      let loss = 0;
      each(accounts, (_, look) => (loss += look.loss));
      return loss;
    },
    differentiate(accounts, { residual, curvature }) {
      each(accounts, (row, look) => {
        residual[row] = -look.slope;
        curvature[row] = look.curvature;
      });
    },
    curvatureAt(predictor) {
      const place = (Math.max(-reach, Math.min(reach - 1e-9, predictor)) + reach) * perUnit;
      const at = Math.floor(place);
      return mean[at] + (place - at) * (mean[at + 1] - mean[at]);
    },
  };
}

/** The loss of every account at its predictor. */
export function hazardLosses(
  base: Float64Array,
  of: { exposures: Float64Array; predictor: Float64Array },
): Float64Array {
  const table = tableOf(base);
  const into: Look = { loss: 0, slope: 0, curvature: 0 };
  return of.predictor.map((predictor, row) => {
    lookUp(table, { exposure: of.exposures[row], predictor, into });
    return into.loss;
  });
}

/** Sums over the first k bins, for each predictor of the grid: [point × (bins + 1) + k]. */
interface Table {
  readonly base: Float64Array;
  readonly loss: Float64Array;
  readonly slope: Float64Array;
  readonly curvature: Float64Array;
}

interface Look {
  loss: number;
  slope: number;
  curvature: number;
}

function tableOf(base: Float64Array): Table {
  const width = base.length + 1;
  const size = (2 * reach * perUnit + 1) * width;
  const table = {
    base,
    loss: new Float64Array(size),
    slope: new Float64Array(size),
    curvature: new Float64Array(size),
  };
  for (let point = 0; point <= 2 * reach * perUnit; point++) {
    for (let k = 0; k < base.length; k++) {
      const x = base[k] + point / perUnit - reach;
      const leaving = 1 / (1 + Math.exp(x));
      const at = point * width + k;
      table.loss[at + 1] = table.loss[at] + Math.max(-x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
      table.slope[at + 1] = table.slope[at] - leaving;
      table.curvature[at + 1] = table.curvature[at] + leaving * (1 - leaving);
    }
  }
  return table;
}

/** Cubic between two points of the grid, from loss and slope; slope and curvature are the derivatives of the same cubic. */
function lookUp(table: Table, of: { exposure: number; predictor: number; into: Look }): void {
  const { into, exposure } = of;
  const inside = Math.max(-reach, Math.min(reach - 1e-9, of.predictor));
  const place = (inside + reach) * perUnit;
  const point = Math.floor(place);
  const t = place - point;
  const width = table.base.length + 1;
  const bins = Math.abs(exposure);
  const whole = Math.floor(bins);
  const part = bins - whole;
  const [low, high] = [point * width + whole, (point + 1) * width + whole];
  const sum = (values: Float64Array, at: number) =>
    part === 0 ? values[at] : values[at] + part * (values[at + 1] - values[at]);
  const [f0, f1] = [sum(table.loss, low), sum(table.loss, high)];
  const [g0, g1] = [sum(table.slope, low) / perUnit, sum(table.slope, high) / perUnit];
  const [c0, c1] = [sum(table.curvature, low), sum(table.curvature, high)];
  const a = 2 * (f0 - f1) + g0 + g1;
  const b = 3 * (f1 - f0) - 2 * g0 - g1;
  into.loss = f0 + t * (g0 + t * (b + t * a));
  into.slope = (g0 + t * (2 * b + 3 * a * t)) * perUnit;
  into.curvature = c0 + t * (c1 - c0);
  const beyond = of.predictor - inside;
  if (beyond !== 0) into.loss += beyond * into.slope;
  // Leaving instead of staying in the last bin: softplus(x) is softplus(−x) + x.
  if (exposure > 0) {
    into.loss += table.base[whole - 1] + of.predictor;
    into.slope += 1;
  }
}

/** For each point of the grid, over accounts with these exposures. */
function meanCurvature(table: Table, exposures: Float64Array): Float64Array {
  const width = table.base.length + 1;
  const shares = new Float64Array(width);
  for (const exposure of exposures) {
    const whole = Math.floor(Math.abs(exposure));
    const part = Math.abs(exposure) - whole;
    shares[whole] += (1 - part) / exposures.length;
    if (part > 0) shares[whole + 1] += part / exposures.length;
  }
  return Float64Array.from({ length: 2 * reach * perUnit + 2 }, (_, point) => {
    const at = Math.min(point, 2 * reach * perUnit) * width;
    return shares.reduce((sum, share, k) => sum + share * table.curvature[at + k], 0);
  });
}
