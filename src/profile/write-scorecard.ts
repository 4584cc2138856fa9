import type { Axis, LengthPoint, Scorecard, Term } from '../model/scorecard.js';
import { roundMeasured } from './round-measured.js';
import type { AxisDocument, ScorecardDocument, TermDocument } from './scorecard-schema.js';

/** `scorecard` of the document: all but the tier cuts. */
export function writeScorecard(card: Scorecard): ScorecardDocument {
  const { base, pointsPerLogit, calibration, amount, time, terms, pairs, typical, curve } = card;
  return {
    base,
    points_per_logit: pointsPerLogit,
    calibration: { intercept: calibration.intercept, slope: calibration.slope },
    ...(amount === undefined ? {} : { amount: { ...amount } }),
    ...(time === undefined ? {} : { time: { ...time, edges: [...time.edges], stay: [...time.stay] } }),
    terms: terms.map((term, i) => writeTerm(term, typical[i])),
    pairs: pairs.map(({ axes: [first, second], points }, i) => ({
      axes: [writeAxis(first), writeAxis(second)],
      typical: typical[terms.length + i],
      points: points.map((row) => [...row]),
    })),
    ...(curve === undefined ? {} : { curve: curve.map(writeLength) }),
  };
}

function writeTerm(term: Term, typical: number): TermDocument {
  const { attribute, missing } = term;
  switch (term.kind) {
    case 'numeric': {
      const rows = term.points.map((points, i) => ({
        ...(i === 0 ? {} : { from: term.cuts[i - 1] }),
        ...(i === term.cuts.length ? {} : { under: term.cuts[i] }),
        points,
      }));
      return { kind: 'numeric', attribute, whole: term.whole, rows, missing, typical };
    }
    case 'category': {
      const rows = term.groups.map(({ values, points }) => ({ in: [...values], points }));
      return { kind: 'category', attribute, rows, other: term.other, missing, typical };
    }
    case 'member': {
      const { member, points, without } = term;
      return { kind: 'member', attribute, member, points, without, missing, typical };
    }
  }
}

function writeAxis(axis: Axis): AxisDocument {
  const { attribute } = axis;
  switch (axis.kind) {
    case 'numeric':
      return { kind: 'numeric', attribute, whole: axis.whole, cuts: [...axis.cuts] };
    case 'category':
      return { kind: 'category', attribute, groups: axis.groups.map(({ values }) => [...values]) };
    case 'member':
      return { kind: 'member', attribute, member: axis.member };
  }
}

function writeLength({ attributes, rows, pairs, logLoss, excess, standardError, isChosen }: LengthPoint) {
  return {
    attributes,
    rows,
    pairs,
    log_loss: roundMeasured(logLoss),
    excess: roundMeasured(excess),
    standard_error: roundMeasured(standardError),
    ...(isChosen ? { chosen: true } : {}),
  };
}
