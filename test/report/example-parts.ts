import type { Criterion, Evidence } from '../../src/model/criterion.js';
import type { CalibrationBin, GainsPoint, Proof } from '../../src/model/proof.js';
import type { Segment } from '../../src/model/segment.js';
import type { Condition } from '../../src/model/trait.js';

export function proof(): Proof {
  return {
    split: { method: 'time', heldOutShare: 0.25, description: 'The latest 25 % of accounts by created_at.' },
    accounts: 1761,
    positives: 458,
    baseRate: 0.26,
    auc: { estimate: 0.841, lower: 0.82, upper: 0.862 },
    liftTopFifth: { estimate: 2.1, lower: 1.9, upper: 2.3 },
    logLoss: 0.427,
    brier: 0.138,
    calibrationError: 0.021,
    calibrationNoise: 0.018,
    gains: points(
      [0, 0],
      [0.05, 0.13],
      [0.1, 0.24],
      [0.2, 0.42],
      [0.3, 0.6],
      [0.4, 0.74],
      [0.5, 0.84],
      [0.6, 0.91],
      [0.8, 0.98],
      [1, 1],
    ),
    calibration: [
      bin(0.02, 0.023),
      bin(0.05, 0.045),
      bin(0.09, 0.102),
      bin(0.14, 0.119),
      bin(0.2, 0.216),
      bin(0.26, 0.25),
      bin(0.33, 0.358),
      bin(0.42, 0.398),
      bin(0.54, 0.551),
      bin(0.71, 0.682),
    ],
  };
}

export function points(...pairs: [number, number][]): GainsPoint[] {
  return pairs.map(([share, captured]) => ({ share, captured }));
}

function bin(predicted: number, observed: number): CalibrationBin {
  const margin = 1.96 * Math.sqrt((observed * (1 - observed)) / 176);
  return {
    accounts: 176,
    predicted,
    observed: { estimate: observed, lower: Math.max(0, observed - margin), upper: observed + margin },
  };
}

export function bare(attribute: string, condition: Condition): Pick<Criterion, 'trait'> {
  return { trait: { attribute, condition } };
}

export function criterion(
  attribute: string,
  condition: Condition,
  rest: Omit<Criterion, 'trait' | 'status'> & Partial<Pick<Criterion, 'status'>>,
): Criterion {
  return { ...bare(attribute, condition), status: 'validated', ...rest };
}

export function range(lower: number | null, upper: number | null): Condition {
  return { kind: 'range', lower, upper, upperIncluded: upper !== null };
}

export function oneOf(...values: string[]): Condition {
  return { kind: 'in', values };
}

export function evidence(
  [accounts, share, rate]: [number, number, number],
  [estimate, lower, upper]: [number, number, number],
  { q, effects: [crude, adjusted] }: { q: number; effects: [number, number] },
): Evidence {
  return {
    accounts,
    positives: Math.round(accounts * rate),
    share,
    lift: { estimate, lower, upper },
    q,
    crude,
    adjusted,
  };
}

export function segment(
  name: string,
  about: Pick<Segment, 'status' | 'heldOut'> & { counts: [number, number, number]; lift: [number, number, number] },
): Segment {
  const [accounts, share, rate] = about.counts;
  const [estimate, lower, upper] = about.lift;
  return {
    name,
    traits: [
      { attribute: 'employees', condition: range(200, 999) },
      { attribute: 'industry', condition: oneOf('Software', 'Cloud services') },
    ],
    status: about.status,
    accounts,
    positives: Math.round(accounts * rate),
    share,
    lift: { estimate, lower, upper },
    ...(about.heldOut ? { heldOut: about.heldOut } : {}),
  };
}
