import { describe, expect, it } from 'vitest';
import { formatDiagnostic } from '../../src/document/diagnostic.js';
import { AssayError } from '../../src/errors.js';
import { checkProfile, parseProfile } from '../../src/profile/parse-profile.js';
import { printProfile } from '../../src/profile/print-profile.js';

const minimal = `name: NexaCRM ideal customer
market: b2b
best: {outcome: bought, is: yes}
criteria:
  - trait: employees 20–50
    role: must
    status: hypothesis
    belief: {strength: 20}
`;
const read = (text: string) => parseProfile(text, { file: 'icp.yaml' });
const found = (text: string) => checkProfile(text, { file: 'icp.yaml' }).diagnostics.map(formatDiagnostic);

/** The minimal document with a piece of text put in for another. */
const broken = (from: string, to: string) => minimal.replace(from, to);
const numeric = (rows: string) => `${minimal}scorecard:
  base: 0
  points_per_logit: 20
  calibration: {intercept: 0, slope: 0.05}
  terms:
    - {kind: numeric, attribute: employees, missing: 0, typical: 0, rows: [${rows}]}
`;
const category = (rows: string) =>
  numeric('').replace(
    / {4}- .*\n/,
    `    - kind: category
      attribute: plan
      other: 0
      missing: 0
      typical: 0
      rows: [${rows}]
`,
  );

describe('parseProfile', () => {
  it('fills a minimal document written by hand', () => {
    expect(read(minimal)).toEqual({
      assay: 1,
      name: 'NexaCRM ideal customer',
      market: 'b2b',
      description: '',
      verdict: 'description',
      reasons: [],
      best: { outcome: 'bought', is: ['yes'], description: 'bought is yes' },
      learned: { accounts: 0, positives: 0, baseRate: 0 },
      attributes: [{ name: 'employees', kind: 'firmographic', type: 'whole' }],
      criteria: [
        {
          trait: { attribute: 'employees', condition: { kind: 'range', lower: 20, upper: 50, upperIncluded: true } },
          role: 'must',
          status: 'hypothesis',
          belief: { strength: 20 },
        },
      ],
      segments: [],
      scorecard: null,
      proof: null,
      baselines: [],
      setAside: [],
      review: { every: 'quarter' },
      provenance: { assay: 'by hand', seed: 0, snapshots: [] },
    });
  });

  it('takes a line that is only a trait for a hypothesis worth ten observations', () => {
    const [line] = read(minimal.replace(/ {4}role[\s\S]*/, '')).criteria;
    expect(line).toMatchObject({ role: 'strong', status: 'hypothesis', belief: { strength: 10 } });
    expect(read(minimal.replace('{strength: 20}', '35')).criteria[0].belief).toEqual({ strength: 35 });
  });

  it('keeps text as it stands: No, 007 and 1E10 are words', () => {
    const text = minimal.replace('is: yes', 'is: [No, 007, 1E10, true]').replace('20–50', '= 007');
    expect(read(text).best.is).toEqual(['No', '007', '1E10', 'true']);
  });

  it('reads a number as a category where the attribute is one', () => {
    const attributes = 'attributes: [{name: senior, kind: demographic, type: category}]';
    const text = `${minimal.replace('employees 20–50', 'senior = 1')}${attributes}`;
    expect(read(text).criteria[0].trait.condition).toEqual({ kind: 'in', values: ['1'] });
  });

  it('reads the order of keys, comments and layout as nothing', () => {
    const other = `# by Ann
criteria: [{role: must, trait: "employees 20–50", belief: 20}]
"market": b2b # companies
best:
  is:
    - yes
  outcome: bought
name: >-
  NexaCRM
  ideal customer
`;
    expect(printProfile(read(other))).toBe(printProfile(read(minimal)));
  });

  it('throws one error with every problem', () => {
    const text = broken('role: must', 'role: muts').replace('b2b', 'b2x');
    const fail = () => read(text);
    expect(fail).toThrow(AssayError);
    expect(fail).toThrow(
      `2 problems:
icp.yaml:2:9 market is "b2x". Did you mean b2b? Write one of b2b, b2c, unknown.
icp.yaml:6:11 criteria[0].role is "muts". Did you mean must? Write one of must, strong, nice, disqualifier.`,
    );
    expect(fail).toThrow(
      expect.objectContaining({
        code: 'PROFILE_INVALID',
        exitCode: 2,
        place: { file: 'icp.yaml', line: 2, column: 9 },
      }),
    );
  });

  it('warns of keys that it does not know, and reads the rest', () => {
    const warnings: string[] = [];
    const text = broken('belief: {strength: 20}', 'beleif: 3').replace('best:', 'playbooks: {}\nbest:');
    const profile = parseProfile(text, { file: 'icp.yaml', onWarning: (w) => warnings.push(formatDiagnostic(w)) });
    expect(profile.criteria[0].belief).toEqual({ strength: 10 });
    expect(warnings).toEqual([
      expect.stringMatching(
        /^icp\.yaml:3:1 "playbooks" is not a key of the document and is not read\. The keys here are assay, name,/,
      ),
      'icp.yaml:9:5 "beleif" is not a key of criteria[0] and is not read. Did you mean "belief"?',
    ]);
  });

  it.each<[string, string]>([
    ['', 'icp.yaml:1:1 The file is not an ICP document. Begin with `name: …`, `market: b2b`, `best:` and `criteria:`.'],
    ['- a\n- b', 'icp.yaml:1:1 The file is not an ICP document.'],
    ['just words', 'icp.yaml:1:1 The file is not an ICP document.'],
    [broken('market: b2b', 'market: "b2b'), 'icp.yaml:9:1 Missing closing "quote. Close the quote or the bracket.'],
    [broken('is: yes}', 'is: yes'), 'icp.yaml:4:1'],
    [broken('    role', '\trole'), 'icp.yaml:6:1 Tabs are not allowed as indentation. Indent with spaces.'],
    [broken('market: b2b', 'market: b2b\nmarket: b2c'), 'icp.yaml:3:1 The key stands twice. Keep one of the two.'],
    [
      broken('    role', '  role'),
      'icp.yaml:6:1 All mapping items must start at the same column. Line the keys up under one another.',
    ],
    [`${minimal}---\n${minimal}`, 'icp.yaml:9:1 A second document begins here. Keep one document to a file.'],
    [broken('name: NexaCRM', 'name: *x'), 'icp.yaml:1:7'],
    [
      `x: &x {a: 1}\n${broken('name: NexaCRM ideal customer', 'name: *x')}`,
      'icp.yaml:2:7 *x is an alias. Write the value itself.',
    ],
    [
      broken('market: b2b\n', ''),
      'icp.yaml:1:1 market is missing. Add `market: b2b | b2c | unknown`. Who buys: companies or people.',
    ],
    [broken('best: {outcome: bought, is: yes}\n', ''), 'icp.yaml:1:1 best is missing. Add `best: <object>`.'],
    [
      broken('outcome: bought, ', ''),
      'icp.yaml:3:7 best.outcome is missing. Add `outcome: <string>`. The column that says what became of an account.',
    ],
    [broken('NexaCRM ideal customer', '"  "'), 'icp.yaml:1:7 name is "  ". Write a text that is not empty.'],
    [broken('b2b', 'saas'), 'icp.yaml:2:9 market is "saas". Write one of b2b, b2c, unknown.'],
    [`assay: 2\n${minimal}`, 'icp.yaml:1:8 assay is "2". Write 1.'],
    [
      broken('best: {outcome: bought, is: yes}', 'best: bought'),
      'icp.yaml:3:7 best is "bought". Write keys and values,',
    ],
    [
      broken('is: yes', 'at_least: lots'),
      'icp.yaml:3:35 best.at_least is "lots". Write a number, with a point for decimals and no separators.',
    ],
    [broken('is: yes', 'at_least: 1,5'), 'icp.yaml:3:37 "5" is not a key of best'],
    [broken('is: yes', 'is: {a: b}'), 'icp.yaml:3:29 best.is is a group of keys. Write a list'],
    [
      minimal.replace(/criteria:[\s\S]*/, 'criteria: must'),
      'icp.yaml:4:11 criteria is "must". Write a list: `[a, b]`, or one entry a line that begins with `- `.',
    ],
    [
      minimal.replace(/ {2}- trait[\s\S]*/, '  - employees'),
      'icp.yaml:5:5 criteria[0] is "employees". Write keys and values',
    ],
    [
      broken('trait: employees 20–50', 'note: hello'),
      'icp.yaml:5:5 criteria[0].trait is missing. Add `trait: <string>`.',
    ],
    [
      broken('employees 20–50', 'employees'),
      'icp.yaml:5:12 criteria[0].trait: "employees" is not a trait. Name the attribute',
    ],
    [
      broken('employees 20–50', 'employees 50–20'),
      'icp.yaml:5:12 criteria[0].trait: "employees 50–20" can match no account. The lower bound stands first',
    ],
    [
      broken('employees 20–50', 'revenue 1,000,000+'),
      'icp.yaml:5:12 criteria[0].trait: "revenue 1,000,000+" is not a trait. Write numbers without separators: revenue 1000000+.',
    ],
    [
      broken('status: hypothesis', 'status: guess'),
      'icp.yaml:7:13 criteria[0].status is "guess". Write one of hypothesis, observed, validated, refuted.',
    ],
    [broken('strength: 20', 'strength: much'), 'icp.yaml:8:24 criteria[0].belief.strength is "much". Write a number'],
    [
      broken('strength: 20', 'strength: -3'),
      'icp.yaml:8:24 criteria[0].belief.strength is "-3". Write a number over 0.',
    ],
    [broken('{strength: 20}', '[20]'), 'icp.yaml:8:13 criteria[0].belief is a list. Write keys and values'],
    [
      broken('belief: {strength: 20}', 'evidence: {accounts: 1.5}'),
      'icp.yaml:8:26 criteria[0].evidence.accounts is "1.5". Write a whole number without separators.',
    ],
    [
      `${minimal}learned: {accounts: -1, positives: 0, base_rate: 0}`,
      'icp.yaml:9:21 learned.accounts is "-1". Write a number of at least 0.',
    ],
    [
      `${minimal}learned: {accounts: 1, positives: 1, base_rate: 40}`,
      'icp.yaml:9:49 learned.base_rate is "40". Write a number of at most 1.',
    ],
    [`${minimal}review: {every: yaer}`, 'icp.yaml:9:17 review.every is "yaer". Write one of quarter, half-year.'],
    [
      `${minimal}segments:\n  - {name: a, traits: [], accounts: 1, positives: 1, share: 0, lift: 1, interval: [1, 1]}`,
      'icp.yaml:10:23 segments[0].traits has 0 entries. Write at least 1.',
    ],
    [
      `${minimal}segments:\n  - {name: a, traits: [x 1+], accounts: 1, positives: 1, share: 0, lift: 1, interval: [1]}`,
      'icp.yaml:10:87 segments[0].interval[1] is missing. The list has too few entries: add a number.',
    ],
    [
      `${minimal}tiers: {ideal: {from: 20}, stretch: {vetting: [a]}}`,
      'icp.yaml:9:37 tiers.stretch.from is missing. Add `stretch: {from: <points>}`.',
    ],
    [
      `${minimal}tiers: {ideal: {from: 20}, stretch: {from: 30}}`,
      'icp.yaml:9:44 stretch begins at 30, above ideal at 20. Write at most 20.',
    ],
    [
      `${minimal}tiers: {ideal: {from: 20}, stretch: {from: 10}, bad: {below: 9}}`,
      'icp.yaml:9:62 bad ends below 9, and stretch begins at 10. Write 10, or leave `bad` out.',
    ],
    [
      `${minimal}attributes: [{name: employees, kind: firmographic, type: category}]`,
      'icp.yaml:5:12 "employees" is a category, and the trait asks for a range. Write `= value`',
    ],
    [
      `${minimal}attributes: [{name: employees, kind: firmographic, type: set}]`,
      'icp.yaml:5:12 "employees" is a set, and the trait asks for a range. Write `includes member`',
    ],
    [
      `${minimal}attributes: [{name: a, kind: need, type: set}, {name: a, kind: need, type: set}]`,
      'icp.yaml:9:55 "a" stands here twice. Keep one.',
    ],
    [
      `${minimal}attributes: [{name: a, kind: size, type: set}]`,
      'icp.yaml:9:30 attributes[0].kind is "size". Write one of firmographic',
    ],
    [numeric('{points: 1.5}'), 'icp.yaml:14:85 scorecard.terms[0].rows[0].points is "1.5". Write a whole number'],
    [
      numeric('{under: 5, points: 1}, {from: 6, points: 2}'),
      'icp.yaml:14:99 the range begins at 6, and the one before ends at 5. Write `from: 5`.',
    ],
    [
      numeric('{from: 5, points: 1}'),
      'icp.yaml:14:76 values under 5 fall into no range. Leave `from` out of the first range.',
    ],
    [
      numeric('{under: 5, points: 1}'),
      'icp.yaml:14:76 values from 5 on fall into no range. Leave `under` out of the last range.',
    ],
    [numeric('{points: 1}, {points: 2}'), 'icp.yaml:14:76 the range has no end. Add `under: <number>`.'],
    [
      numeric('{under: 5, points: 1}, {under: 5, points: 2}, {points: 1}'),
      'icp.yaml:14:99 the range ends at 5, where it begins or before.',
    ],
    [numeric(''), 'icp.yaml:14:75 scorecard.terms[0].rows has 0 entries. Write at least 1.'],
    [
      numeric('{points: 1}').replace('kind: numeric', 'kind: number'),
      'icp.yaml:14:14 scorecard.terms[0].kind is "number". Write one of numeric, category, member.',
    ],
    [
      category('{in: [a, b], points: 1}, {in: [b], points: 2}'),
      'icp.yaml:19:45 "b" stands in two rows. Keep it in one.',
    ],
    [
      numeric('{points: 1}').replace('slope: 0.05', 'slope: .nan'),
      'icp.yaml:12:38 scorecard.calibration.slope is ".nan". Write a number',
    ],
    [
      numeric('{points: 1}').replace('base: 0', 'base: .inf'),
      'icp.yaml:10:9 scorecard.base is ".inf". Write a whole number',
    ],
  ])('case %#: says where and how to mend it', (text, finding) => {
    expect(found(text).join('\n')).toContain(finding);
  });

  it('says when the outcome has no test, and when tiers stand without a scorecard', () => {
    expect(found(`${broken(', is: yes', '')}tiers: {ideal: {from: 2}, stretch: {from: 1}}`)).toEqual([
      expect.stringContaining('icp.yaml:3:7 best does not say which values of "bought" count. Add `is: [yes]`'),
      expect.stringContaining('icp.yaml:9:8 tiers stand on points, and there is no scorecard: they are not read.'),
    ]);
  });

  it('warns of two lines for one trait', () => {
    expect(found(`${minimal}  - {trait: employees 20-50, role: nice}\n`)).toEqual([
      'icp.yaml:9:13 employees 20–50 is a criterion already. Keep one of the two lines.',
    ]);
  });

  it.each([
    ['brackets', '['.repeat(50_000)],
    ['dashes', '- '.repeat(50_000)],
    ['a laughing alias', `a: &a [1, 1]\nb: &b [*a, *a]\nname: [*b, *b]\n`],
    ['a key named __proto__', `__proto__: {verdict: publishable}\n${minimal}`],
    ['a tag', `name: !!js/function 'x'\nmarket: b2b`],
    ['zero bytes', '\0\0\0'],
    ['twenty megabytes', ' '.repeat(20_000_001)],
  ])('stays calm at %s', (_, text) => {
    const { diagnostics } = checkProfile(text, { file: 'icp.yaml' });
    expect(diagnostics.length).toBeGreaterThan(0);
    for (const { place, fix } of diagnostics) {
      expect(place.line).toBeGreaterThan(0);
      expect(fix).not.toBe('');
    }
  });

  const withRecipe = (recipe: string) => `${minimal}attributes:
  - {name: employees, kind: firmographic, type: whole}
  - name: tickets_90d
    kind: behavioural
    type: whole
    recipe: ${recipe}
`;

  it('reads the recipe of a derived attribute', () => {
    const recipe =
      '{from: ticket, measure: count, at: openedAt, where: {column: priority, values: high}, window_days: 90}';
    expect(read(withRecipe(recipe)).attributes[1]).toEqual({
      name: 'tickets_90d',
      kind: 'behavioural',
      type: 'whole',
      recipe: {
        from: 'ticket',
        measure: 'count',
        at: 'openedAt',
        where: { column: 'priority', values: ['high'] },
        windowDays: 90,
      },
    });
  });

  it.each([
    [
      '{from: tickets, measure: count, at: openedAt}',
      /icp.yaml:14:20 attributes\[1\].recipe.from is "tickets".*ticket/,
    ],
    ['{from: ticket, measure: sum, at: openedAt}', /icp.yaml:14:37 .*sum does not say of what/],
    ['{from: ticket, measure: count}', /recipe.*at/],
    ['{from: ticket, measure: count, at: openedAt, window_days: -3}', /window_days/],
  ])('finds what is wrong in the recipe %s, with its place', (recipe, finding) => {
    expect(found(withRecipe(recipe)).join('\n')).toMatch(finding);
  });
});
