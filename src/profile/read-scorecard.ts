import type { LengthPoint, NumericTerm, Scorecard, Term } from '../model/scorecard.js';
import { checkGroups } from './check-groups.js';
import type { Report } from './document-report.js';
import type { IcpDocument } from './document-schema.js';
import { readPair } from './read-pair.js';
import type { ScorecardDocument, TermDocument } from './scorecard-schema.js';

/** The scorecard with its tier cuts; checks that every value falls into exactly one row. */
export function readScorecard({ scorecard, tiers }: IcpDocument, report: Report): Scorecard | null {
  const tierCuts = readTierCuts(tiers, report);
  if (scorecard === undefined) {
    if (tierCuts !== null)
      report(['tiers'], {
        severity: 'warning',
        message: 'tiers stand on points, and there is no scorecard: they are not read',
        fix: 'Let `assay` make the scorecard, or leave the tiers out.',
      });
    return null;
  }
  return {
    base: scorecard.base,
    pointsPerLogit: scorecard.points_per_logit,
    terms: scorecard.terms.map((term, i) => readTerm(term, { path: ['scorecard', 'terms', i], report })),
    pairs: scorecard.pairs.map((pair, i) => readPair(pair, { path: ['scorecard', 'pairs', i], report })),
    calibration: scorecard.calibration,
    ...(scorecard.amount === undefined ? {} : { amount: scorecard.amount }),
    ...(scorecard.time === undefined ? {} : { time: readStaying(scorecard.time, report) }),
    tierCuts,
    typical: [...scorecard.terms, ...scorecard.pairs].map(({ typical }) => typical),
    ...(scorecard.curve === undefined ? {} : { curve: scorecard.curve.map(readLength) }),
  };
}

function readStaying(time: NonNullable<ScorecardDocument['time']>, report: Report): NonNullable<Scorecard['time']> {
  const isAscending = time.edges.every((edge, k) => edge > (k === 0 ? time.from : time.edges[k - 1]));
  if (time.edges.length !== time.stay.length || time.edges.length === 0 || !isAscending)
    report(['scorecard', 'time'], {
      message: `there are ${time.edges.length} edges and ${time.stay.length} log-odds of staying`,
      fix: 'Give each bin of time its end, in ascending order, and its log-odds.',
    });
  return time;
}

function readLength(point: NonNullable<ScorecardDocument['curve']>[number]): LengthPoint {
  const { attributes, rows, pairs, excess, chosen } = point;
  const isChosen = chosen === true;
  return { attributes, rows, pairs, logLoss: point.log_loss, excess, standardError: point.standard_error, isChosen };
}

function readTierCuts(tiers: IcpDocument['tiers'], report: Report): Scorecard['tierCuts'] {
  const ideal = tiers?.ideal?.from;
  const stretch = tiers?.stretch?.from;
  const below = tiers?.bad?.below;
  if (ideal === undefined && stretch === undefined && below === undefined) return null;
  if (ideal === undefined || stretch === undefined) {
    const absent = ideal === undefined ? 'ideal' : 'stretch';
    report(['tiers', absent], {
      message: `tiers.${absent}.from is missing`,
      fix: `Add \`${absent}: {from: <points>}\`.`,
    });
    return null;
  }
  if (stretch > ideal)
    report(['tiers', 'stretch', 'from'], {
      message: `stretch begins at ${stretch}, above ideal at ${ideal}`,
      fix: `Write at most ${ideal}.`,
    });
  if (below !== undefined && below !== stretch)
    report(['tiers', 'bad', 'below'], {
      message: `bad ends below ${below}, and stretch begins at ${stretch}`,
      fix: `Write ${stretch}, or leave \`bad\` out.`,
    });
  return { ideal, stretch };
}

interface Context {
  readonly path: readonly PropertyKey[];
  readonly report: Report;
}

function readTerm(term: TermDocument, context: Context): Term {
  const { attribute, missing } = term;
  switch (term.kind) {
    case 'numeric':
      return readNumericTerm(term, context);
    case 'category': {
      checkGroups(
        term.rows.map((row) => row.in),
        { ...context, groupAt: (i) => ['rows', i, 'in'] },
      );
      const groups = term.rows.map((row) => ({ values: row.in, points: row.points }));
      return { kind: 'category', attribute, groups, other: term.other, missing };
    }
    case 'member': {
      const { member, points, without } = term;
      return { kind: 'member', attribute, member, points, without, missing };
    }
  }
}

function readNumericTerm(term: Extract<TermDocument, { kind: 'numeric' }>, { path, report }: Context): NumericTerm {
  const { attribute, whole, rows, missing } = term;
  const last = rows.length - 1;
  const cuts: number[] = [];
  for (const [i, { from, under }] of rows.entries()) {
    const at = [...path, 'rows', i];
    const before = rows[i - 1]?.under;
    if (i > 0 && before !== undefined && from !== undefined && from !== before)
      report(at, {
        message: `the range begins at ${from}, and the one before ends at ${before}`,
        fix: `Write \`from: ${before}\`.`,
      });
    if (i === 0 && from !== undefined)
      report(at, { message: `values under ${from} fall into no range`, fix: 'Leave `from` out of the first range.' });
    if (i === last && under !== undefined)
      report(at, {
        message: `values from ${under} on fall into no range`,
        fix: 'Leave `under` out of the last range.',
      });
    if (i === last) continue;
    const cut = under ?? rows[i + 1].from;
    if (cut === undefined) report(at, { message: 'the range has no end', fix: 'Add `under: <number>`.' });
    else if (cuts.length > 0 && cut <= cuts[cuts.length - 1])
      report(at, {
        message: `the range ends at ${cut}, where it begins or before`,
        fix: 'Put the ranges in ascending order.',
      });
    cuts.push(cut ?? 0);
  }
  const points = rows.map((row) => row.points);
  return { kind: 'numeric', attribute, whole, cuts, points, missing };
}
