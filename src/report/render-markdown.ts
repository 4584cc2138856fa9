import { beforeUse } from './before-use.js';
import { escapeMarkdown } from './escape-markdown.js';
import { heldOutText } from './held-out-text.js';
import { auditTitle } from './html-audit.js';
import { markdownDetails, markdownGates } from './markdown-proof.js';
import { markdownTable as table } from './markdown-table.js';
import type { CriterionGroup, ProfileView, ScorecardView } from './profile-view.js';
import { gatesTitle } from './view-gates.js';

/** The report as GitHub-flavoured Markdown. The same view gives the same bytes; there is no clock in it. */
export function renderMarkdown(view: ProfileView): string {
  const blocks = [
    `# ${escapeMarkdown(view.title)}`,
    escapeMarkdown(view.description),
    `**${escapeMarkdown(view.verdict.label)}:** ${escapeMarkdown(view.verdict.sentence)}`,
    cautions(view.cautions),
    list(view.verdict.reasons),
    list(view.facts.map(({ label, value }) => `${label}: ${value}`)),
    weighed(view.weighed),
    ...[view.best, view.avoid].map(criteria),
    turned(view.turned),
    beliefs(view.beliefs),
    refuted(view.refuted),
    segments(view),
    clusters(view),
    tiers(view),
    ...proof(view),
    view.gates.length === 0 ? '' : section(gatesTitle, markdownGates(view.gates)),
    ...amount(view),
    ...time(view),
    information(view),
    ...scorecard(view.scorecard),
    section(view.needed.title, list(view.needed.items)),
    audit(view),
    leaks(view),
    setAside(view),
    use(view),
    section('Where this comes from', list(view.provenance.map(({ label, value }) => `${label}: ${value}`))),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** A quotation, so that the lists before and after it stay lists of their own. */
function cautions(items: readonly string[]): string {
  if (items.length === 0) return '';
  const lines = [`**${beforeUse}**`, '', ...list(items).split('\n')];
  return lines.map((line) => `> ${line}`.trimEnd()).join('\n');
}

function section(title: string, body: string): string {
  return body === '' ? '' : `## ${escapeMarkdown(title)}\n\n${body}`;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${escapeMarkdown(item)}`).join('\n');
}

function criteria({ title, rows }: CriterionGroup): string {
  if (rows.every(({ lift }) => lift === null)) {
    return section(
      title,
      table(
        ['trait', '>accounts', '>share'],
        rows.map((row) => [row.trait, row.accounts, row.share]),
      ),
    );
  }
  const heads = ['trait', 'role', '>lift', '95 % interval', '>rate', '>accounts', '>share', '>q', '>points', 'status'];
  const isRedrawn = rows.some(({ refound }) => refound !== '');
  const cells = rows.map((row) => [
    row.trait,
    row.role,
    row.lift?.text ?? '',
    row.lift?.range ?? '',
    row.rate,
    row.accounts,
    row.share,
    row.q,
    row.points,
    row.status,
    ...(isRedrawn ? [row.refound] : []),
  ]);
  const notes = list(rows.filter(({ note }) => note).map(({ trait, note }) => `${trait}: ${note}`));
  return section(
    title,
    [table([...heads, ...(isRedrawn ? ['found again'] : [])], cells), notes].filter(Boolean).join('\n\n'),
  );
}

function weighed({ title, rows }: CriterionGroup): string {
  const heads = [
    'belief',
    'status',
    'worth',
    '>odds believed',
    '>odds now',
    '>accounts with it',
    '>rate',
    '>lift',
    '95 % interval',
    '>points',
    'note',
  ];
  const cells = rows.map((row) => [
    row.trait,
    row.status,
    row.belief,
    row.before,
    row.after === null ? '' : `${row.after.text} (${row.after.range})`,
    row.accounts,
    row.rate,
    row.lift?.text ?? '',
    row.lift?.range ?? '',
    row.points,
    row.note,
  ]);
  return section(title, table(heads, cells));
}

function turned({ title, rows }: CriterionGroup): string {
  const heads = ['trait', '>lift', '95 % interval', '>accounts', '>points', 'counts'];
  const cells = rows.map(({ trait, lift, accounts, points, turn }) => [
    trait,
    lift?.text ?? '',
    lift?.range ?? '',
    accounts,
    points,
    turn,
  ]);
  return section(title, table(heads, cells));
}

function beliefs({ title, rows }: CriterionGroup): string {
  return section(
    title,
    table(
      ['trait', 'role', 'worth', '>odds believed', 'note'],
      rows.map((row) => [row.trait, row.role, row.belief, row.before, row.note]),
    ),
  );
}

function refuted({ title, rows }: CriterionGroup): string {
  return section(title, list(rows.map(({ trait, note }) => (note ? `${trait}: ${note}` : trait))));
}

function segments({ segments, segmentsNote, segmentsMeasure }: ProfileView): string {
  const hasValue = segments.some(({ value }) => value !== '');
  const heads = [
    'segment',
    'traits',
    '>accounts',
    '>share',
    '>rate',
    `>${segmentsMeasure} found`,
    `>${segmentsMeasure} held out`,
    '>accounts held out',
    '>p (Holm)',
    ...(hasValue ? ['>mean value'] : []),
    '>shared',
    'status',
  ];
  const rows = segments.map((row) => [
    row.title,
    row.traits,
    row.accounts,
    row.share,
    row.rate,
    row.lift ? `${row.lift.text} (${row.lift.range})` : '',
    heldOutText(row),
    row.heldOut?.accounts ?? '',
    row.heldOut?.p ?? '',
    ...(hasValue ? [row.value] : []),
    row.overlap,
    row.status,
  ]);
  return section('Segments', [escapeMarkdown(segmentsNote), table(heads, rows)].filter(Boolean).join('\n\n'));
}

function information({ information, informationNote }: ProfileView): string {
  const cells = information.map(({ attribute, value, trend, bins }) => [attribute, value, trend, bins]);
  const rows = table(['attribute', '>information value', 'direction', 'weight of evidence by values'], cells);
  return rows === '' ? '' : section('What each attribute tells alone', `${escapeMarkdown(informationNote)}\n\n${rows}`);
}

function clusters({ clusters }: ProfileView): string {
  if (clusters === null) return '';
  const heads = ['trait', '>of this kind', '>of the other best', '>times as often'];
  const kinds = clusters.rows.map(({ name, accounts, share, traits }) => {
    const cells = traits.map((row) => [row.trait, row.inside, row.outside, `${row.ratio.text} (${row.ratio.range})`]);
    const about = `**${escapeMarkdown(name)}**: ${escapeMarkdown(`${accounts} accounts, ${share} of the best`)}`;
    return [about, table(heads, cells)].filter(Boolean).join('\n\n');
  });
  return section(clusters.title, [escapeMarkdown(clusters.note), ...kinds].join('\n\n'));
}

function tiers({ tiers }: ProfileView): string {
  return section(
    'Tiers',
    table(
      ['tier', 'cut', 'what to do'],
      tiers.map(({ name, cut, meaning }) => [name, cut, meaning]),
    ),
  );
}

function proof({ proof }: ProfileView): string[] {
  if (!proof) return [];
  const rows = proof.rows.map(({ name, auc, lift, logLoss }) => [
    name,
    `${auc.text} (${auc.range})`,
    `${lift.text} (${lift.range})`,
    logLoss,
  ]);
  const body = [
    escapeMarkdown(proof.split),
    table(['', '>AUC', '>lift in the best fifth', '>log loss'], rows),
    list(proof.sentences),
  ];
  const gains = table(
    ['best-scored', '>hold of those with the outcome', '>times average'],
    proof.gains.map((row) => [row.share, row.captured, row.times]),
  );
  const bins = table(
    ['predicted', '>observed', '>accounts'],
    proof.calibration.map((row) => [row.predicted, row.observed, row.accounts]),
  );
  return [
    section('How we know', body.join('\n\n')),
    section('Gains', gains),
    proof.hasProbabilities ? section('Calibration', bins) : '',
    ...markdownDetails(proof.details).map(([title, body]) => section(title, body)),
  ];
}

function amount({ amount }: ProfileView): string[] {
  if (amount === null) return [];
  const heads = amount.heads.map((head, at) => (at === 0 ? head : `>${head}`));
  const beside = table(
    heads,
    amount.rows.map(({ cells }) => cells),
  );
  const curve = table(
    ['best-scored', '>hold of all value'],
    amount.curve.map(({ share, held }) => [share, held]),
  );
  const fifths = table(
    ['fifth', '>accounts', '>expected', '>came'],
    amount.fifths.map((row) => [row.name, row.accounts, row.expected, row.came]),
  );
  return [
    section('How we know', [escapeMarkdown(amount.split), beside, list(amount.sentences)].join('\n\n')),
    section('Value', curve),
    section('Expected and came', fifths),
  ];
}

function time({ time }: ProfileView): string[] {
  if (time === null) return [];
  const beside = table(
    time.heads.map((head, at) => (at === 0 ? head : `>${head}`)),
    time.rows.map(({ cells }) => cells),
  );
  return [
    section('How we know', [escapeMarkdown(time.split), beside, list(time.sentences)].join('\n\n')),
    ...time.tables.map(({ title, heads, rows }) =>
      section(
        title,
        table(
          heads.map((head, at) => (at === 0 ? head : `>${head}`)),
          rows,
        ),
      ),
    ),
  ];
}

function scorecard(card: ScorecardView | null): string[] {
  if (!card) return [];
  const intro = `Every account starts at ${escapeMarkdown(card.base)} points; each attribute adds the points of its row. Possible: ${escapeMarkdown(card.range)}.${card.unit === '' ? '' : ` ${escapeMarkdown(card.unit)}`}`;
  const terms = card.terms.map(({ title, rows }) =>
    table(
      [title, '>points'],
      rows.map(({ value, points }) => [value, points]),
    ),
  );
  return [section('Scorecard', [intro, ...terms, ...pairs(card), lengths(card)].filter(Boolean).join('\n\n'))];
}

function pairs({ pairs }: ScorecardView): string[] {
  const tables = pairs.map(({ title, columns, rows }) =>
    table(
      [title, ...columns.map((column) => `>${column}`)],
      rows.map(({ value, points }) => [value, ...points]),
    ),
  );
  return tables.length === 0 ? [] : ['Two attributes together add, beside their own points:', ...tables];
}

function lengths({ lengths, lossName }: ScorecardView): string {
  const heads = ['length', '>attributes', '>rows', '>pairs', `>${lossName}`, '>above the best'];
  return table(
    heads,
    lengths.map((row) => [
      row.isChosen ? 'this card' : '',
      row.attributes,
      row.rows,
      row.pairs,
      row.logLoss,
      row.excess,
    ]),
  );
}

function audit({ audit, stabilityNote }: ProfileView): string {
  const cells = audit.map((row) => [row.kind, row.about, row.severity, row.finding, row.advice]);
  const rows = table(['what', 'about', 'severity', 'found', 'what to do'], cells);
  return [section(auditTitle, rows), section('Found again', escapeMarkdown(stabilityNote))]
    .filter(Boolean)
    .join('\n\n');
}

function leaks({ leaks, leaksNote }: ProfileView): string {
  const cells = leaks.map((row) => [row.attribute, row.use, row.detail, row.with, row.without, row.difference]);
  const rows = table(['column', 'use', 'why', '>AUC with', '>without', '>difference'], cells);
  return rows === '' ? '' : section('What may know the outcome', `${escapeMarkdown(leaksNote)}\n\n${rows}`);
}

function setAside({ setAside }: ProfileView): string {
  const rows = setAside.flatMap(({ reason, items }) => items.map(({ what, detail }) => [what, reason, detail]));
  return section('Set aside', table(['what', 'why', 'detail'], rows));
}

function use({ use }: ProfileView): string {
  if (use.length === 0) return '';
  return section(
    'Next',
    use.map(({ purpose, command }) => `${escapeMarkdown(purpose)}:\n\n${codeBlock(command)}`).join('\n\n'),
  );
}

/** A fence longer than any run of backticks inside. */
function codeBlock(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}
