import fc from 'fast-check';
import { attributeKinds } from '../../src/model/attribute.js';
import { wishedShapes } from '../../src/model/attribute-wish.js';
import { axisSize } from '../../src/model/axis-size.js';
import type { Clustering } from '../../src/model/clustering.js';
import { type Criterion, roles, statuses } from '../../src/model/criterion.js';
import { type Profile, setAsideReasons } from '../../src/model/profile.js';
import { verdicts } from '../../src/model/proof.js';
import { measures, type Recipe, recipeSources } from '../../src/model/recipe.js';
import type { Axis, LengthPoint, PairTerm, Scorecard, Term } from '../../src/model/scorecard.js';
import { type Segment, segmentMeasures } from '../../src/model/segment.js';
import type { Condition, Trait } from '../../src/model/trait.js';
import { attributesOfTraits, fitTrait } from '../../src/profile/attribute-of-trait.js';
import { anyAudit, anyLeaks, anyRefound } from './any-findings.js';
import { anyGate, anyProof } from './any-proof.js';
import { anyName, anyText, count, decimal, interval, share } from './any-value.js';

const anyNumber = fc.oneof(
  fc.integer({ min: -1000, max: 100_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => (x === 0 ? 0 : x)),
);
const logOdds = decimal(3).map((x) => Math.round((x * 4 - 2) * 1000) / 1000 || 0);

const anyRange: fc.Arbitrary<Condition> = fc
  .tuple(fc.option(anyNumber), fc.option(anyNumber), fc.boolean())
  .map(([a, b, included]) => {
    const [lower, upper] = a !== null && b !== null && a > b ? [b, a] : [a, b];
    return { kind: 'range', lower, upper, upperIncluded: upper !== null && (included || lower === upper) };
  });
const anyCondition: fc.Arbitrary<Condition> = fc.oneof(
  anyRange,
  fc.array(anyText, { minLength: 1, maxLength: 3 }).map((values) => ({ kind: 'in' as const, values })),
  anyText.map((member) => ({ kind: 'includes' as const, member })),
  anyText.map((member) => ({ kind: 'excludes' as const, member })),
  fc.constant({ kind: 'missing' as const }),
);
export const anyTrait: fc.Arbitrary<Trait> = fc.record({ attribute: anyName, condition: anyCondition });

const anyCriterion = fc
  .record(
    {
      trait: anyTrait,
      role: fc.constantFrom(...roles),
      status: fc.constantFrom(...statuses),
      belief: fc.record(
        {
          strength: fc.integer({ min: 1, max: 500 }),
          effect: fc.constantFrom(-1.5, 0.25, 2),
          posterior: interval(logOdds),
        },
        { requiredKeys: ['strength'] },
      ),
      evidence: fc.record(
        {
          accounts: count,
          positives: count,
          share,
          lift: interval(decimal(3)),
          q: decimal(2),
          crude: logOdds,
          adjusted: logOdds,
          refound: anyRefound,
        },
        { requiredKeys: ['accounts', 'positives', 'share', 'lift', 'q', 'crude', 'adjusted'] },
      ),
      points: fc.integer({ min: -50, max: 50 }),
      note: anyText,
    },
    { requiredKeys: ['trait', 'role', 'status'] },
  )
  .map((line) =>
    line.status === 'hypothesis' && line.evidence === undefined && line.belief === undefined
      ? { ...line, belief: { strength: 10 } }
      : line,
  ) as fc.Arbitrary<Criterion>;

const anyValue = fc.record({ mean: decimal(3), ratio: interval(decimal(3)) });

const anySegment = fc.record(
  {
    name: anyText,
    traits: fc.array(anyTrait, { minLength: 1, maxLength: 3 }),
    status: fc.constantFrom(...statuses),
    accounts: count,
    positives: count,
    share,
    lift: interval(decimal(3)),
    value: anyValue,
    overlap: share,
    heldOut: fc.record(
      { accounts: count, positives: count, lift: interval(decimal(3)), p: decimal(2), value: anyValue },
      { requiredKeys: ['accounts', 'positives', 'lift', 'p'] },
    ),
    refound: anyRefound,
  },
  { requiredKeys: ['name', 'traits', 'status', 'accounts', 'positives', 'share', 'lift'] },
) as fc.Arbitrary<Segment>;

export const anyClustering = fc.record({
  accounts: count,
  finding: anyText,
  agreement: fc.option(share),
  clusters: fc.array(
    fc.record({
      name: anyText,
      accounts: count,
      share,
      stability: share,
      traits: fc.array(
        fc.record({ trait: anyTrait, accounts: count, inside: share, outside: share, ratio: interval(decimal(3)) }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 2 },
  ),
}) as fc.Arbitrary<Clustering>;

const points = fc.integer({ min: -99, max: 99 });
const anyTerm: fc.Arbitrary<Term> = fc.oneof(
  fc.uniqueArray(anyNumber, { maxLength: 4 }).chain((cuts) =>
    fc.record({
      kind: fc.constant('numeric' as const),
      attribute: anyName,
      whole: fc.boolean(),
      cuts: fc.constant([...cuts].sort((a, b) => a - b)),
      points: fc.array(points, { minLength: cuts.length + 1, maxLength: cuts.length + 1 }),
      missing: points,
    }),
  ),
  fc.record({
    kind: fc.constant('category' as const),
    attribute: anyName,
    groups: fc
      .uniqueArray(anyText, { maxLength: 5 })
      .chain((values) => points.map((p) => values.map((value) => ({ values: [value], points: p })))),
    other: points,
    missing: points,
  }),
  fc.record({
    kind: fc.constant('member' as const),
    attribute: anyName,
    member: anyText,
    points,
    without: points,
    missing: points,
  }),
);
const anyAxis: fc.Arbitrary<Axis> = fc.oneof(
  fc.uniqueArray(anyNumber, { maxLength: 3 }).chain((cuts) =>
    fc.record({
      kind: fc.constant('numeric' as const),
      attribute: anyName,
      whole: fc.boolean(),
      cuts: fc.constant([...cuts].sort((a, b) => a - b)),
    }),
  ),
  fc.record({
    kind: fc.constant('category' as const),
    attribute: anyName,
    groups: fc.uniqueArray(anyText, { maxLength: 4 }).map((values) => values.map((value) => ({ values: [value] }))),
  }),
  fc.record({ kind: fc.constant('member' as const), attribute: anyName, member: anyText }),
);
export const anyPair: fc.Arbitrary<PairTerm> = fc.tuple(anyAxis, anyAxis).chain((axes) => {
  const [rows, columns] = axes.map(axisSize);
  const row = fc.array(points, { minLength: columns, maxLength: columns });
  return fc.array(row, { minLength: rows, maxLength: rows }).map((cells) => ({ axes, points: cells }));
});
const anyFinite = fc
  .double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })
  .map((x) => (x === 0 ? 0 : x));
const anyLength: fc.Arbitrary<LengthPoint> = fc.record({
  attributes: count,
  rows: count,
  pairs: count,
  logLoss: share,
  excess: share,
  standardError: share,
  isChosen: fc.boolean(),
});
const termsAndPairs = fc.tuple(fc.array(anyTerm, { maxLength: 4 }), fc.array(anyPair, { maxLength: 2 }));
export const anyScorecard = termsAndPairs.chain(([terms, pairs]) =>
  fc.record(
    {
      base: points,
      pointsPerLogit: fc.integer({ min: 1, max: 50 }),
      terms: fc.constant(terms),
      pairs: fc.constant(pairs),
      calibration: fc.record({ intercept: anyFinite, slope: anyFinite }),
      tierCuts: fc.option(
        fc.tuple(points, points).map(([a, b]) => ({ ideal: Math.max(a, b), stretch: Math.min(a, b) })),
      ),
      typical: fc.array(anyFinite, { minLength: terms.length + pairs.length, maxLength: terms.length + pairs.length }),
      curve: fc.array(anyLength, { maxLength: 2 }),
    },
    { requiredKeys: ['base', 'pointsPerLogit', 'terms', 'pairs', 'calibration', 'tierCuts', 'typical'] },
  ),
) as fc.Arbitrary<Scorecard>;

const anyFilled = anyText.filter((text) => text.trim() !== '');
const anyRecipe = fc.record(
  {
    from: fc.constantFrom(...recipeSources),
    measure: fc.constantFrom(...measures),
    of: anyFilled,
    at: anyFilled,
    until: anyFilled,
    where: fc.record({ column: anyFilled, values: fc.array(anyText, { minLength: 1, maxLength: 2 }) }),
    windowDays: fc.integer({ min: 1, max: 1000 }),
  },
  { requiredKeys: ['from', 'measure', 'of', 'at'] },
) as fc.Arbitrary<Omit<Recipe, 'name'>>;

const anyProfileParts = fc.record(
  {
    assay: fc.constant(1 as const),
    name: anyText.filter((text) => text.trim() !== ''),
    market: fc.constantFrom('b2b' as const, 'b2c' as const),
    description: anyText,
    verdict: fc.constantFrom(...verdicts),
    reasons: fc.array(anyText, { maxLength: 2 }),
    gates: fc.array(anyGate, { minLength: 1, maxLength: 2 }),
    audit: anyAudit,
    leaks: anyLeaks,
    best: fc.record(
      {
        outcome: anyText,
        is: fc.array(anyText, { minLength: 1, maxLength: 2 }),
        atLeast: anyNumber,
        description: anyText,
      },
      { requiredKeys: ['outcome', 'description'] },
    ),
    learned: fc.record({ accounts: count, positives: count, baseRate: share }),
    attributes: fc.uniqueArray(
      fc.record(
        {
          name: anyName,
          kind: fc.constantFrom(...attributeKinds),
          type: fc.constantFrom('whole' as const, 'number' as const, 'category' as const, 'set' as const),
          separator: fc.constantFrom(';' as const, '|' as const, ',' as const),
          sensitivity: fc.constantFrom('personal' as const, 'protected' as const, 'special' as const),
          proxyFor: anyText,
          recipe: anyRecipe,
          cuts: fc.uniqueArray(anyFinite, { maxLength: 3 }).map((cuts) => cuts.sort((a, b) => a - b)),
          groups: fc.array(fc.array(anyText, { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
          monotone: fc.constantFrom(...wishedShapes),
        },
        { requiredKeys: ['name', 'kind', 'type'] },
      ),
      { maxLength: 3, selector: ({ name }) => name },
    ),
    criteria: fc.array(anyCriterion, { maxLength: 3 }),
    segments: fc.array(anySegment, { maxLength: 2 }),
    segmentsBy: fc.record(
      { measure: fc.constantFrom(...segmentMeasures), value: anyText },
      { requiredKeys: ['measure'] },
    ),
    clusters: anyClustering,
    vetting: fc.array(anyText, { minLength: 1, maxLength: 2 }),
    scorecard: fc.option(anyScorecard),
    proof: fc.option(anyProof),
    baselines: fc.array(
      fc.record(
        {
          name: anyText,
          auc: interval(share),
          liftTopFifth: interval(decimal(3)),
          logLoss: share,
          ahead: fc.record({
            auc: interval(share),
            averagePrecision: interval(share),
            liftTopFifth: interval(decimal(3)),
            logLoss: interval(share),
            brier: interval(share),
          }),
        },
        { requiredKeys: ['name', 'auc', 'liftTopFifth', 'logLoss'] },
      ),
      { maxLength: 2 },
    ),
    setAside: fc.array(fc.record({ what: anyText, reason: fc.constantFrom(...setAsideReasons), detail: anyText }), {
      maxLength: 2,
    }),
    review: fc.record({ every: fc.constantFrom('quarter' as const, 'half-year' as const) }),
    provenance: fc.record(
      {
        assay: anyText,
        seed: fc.nat(),
        snapshots: fc.array(fc.record({ source: anyText, sha256: anyText, rows: count }), { maxLength: 2 }),
        id: anyText,
        time: anyText,
      },
      { requiredKeys: ['assay', 'seed', 'snapshots'] },
    ),
  },
  {
    requiredKeys: [
      'assay',
      'name',
      'market',
      'description',
      'verdict',
      'reasons',
      'best',
      'learned',
      'attributes',
      'criteria',
      'segments',
      'scorecard',
      'proof',
      'baselines',
      'setAside',
      'review',
      'provenance',
    ],
  },
) as fc.Arbitrary<Profile>;

/** Traits ask of each attribute what its type can answer, and points for tiers stand only beside a scorecard. */
export const anyProfile: fc.Arbitrary<Profile> = anyProfileParts.map((profile) => {
  const types = attributesOfTraits(
    profile.criteria.map(({ trait }) => trait),
    profile.market,
  );
  const listed = [
    ...profile.attributes,
    ...types.filter(({ name }) => !profile.attributes.some((a) => a.name === name)),
  ];
  const fits = (trait: Trait) => {
    const fitted = fitTrait(trait, listed);
    return fitted.kind === 'trait' && fitted.trait === trait;
  };
  return {
    ...profile,
    attributes: listed,
    criteria: profile.criteria.filter(({ trait }) => fits(trait)),
    segments: profile.segments.filter(({ traits }) => traits.every(fits)),
    ...(profile.clusters === undefined ? {} : { clusters: onlyFitting(profile.clusters, fits) }),
  };
});

function onlyFitting(clustering: Clustering, fits: (trait: Trait) => boolean): Clustering {
  const clusters = clustering.clusters.map((one) => ({
    ...one,
    traits: one.traits.filter(({ trait }) => fits(trait)),
  }));
  return { ...clustering, clusters };
}
