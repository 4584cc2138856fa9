import { axisWidth, drawIntervalBar, drawLiftAxis, liftAxis } from './interval-bar.js';
import type { CriterionGroup, CriterionRow, ProfileView } from './profile-view.js';
import type { TerminalPage } from './terminal-page.js';
import { layOutTable, layOutText, type TerminalColumn, tableWidth } from './terminal-table.js';

/** What was made of beliefs, who the best are, whom to avoid, what turns round, what is only believed, what was refuted. */
export function terminalCriteria(view: ProfileView, page: TerminalPage): string[][] {
  return [
    weighed(view.weighed, page),
    group(view.best, { page, most: 7, color: 'green' }),
    group(view.avoid, { page, most: 5, color: 'red' }),
    turned(view.turned, page),
    beliefs(view.beliefs, page),
    refuted(view.refuted, page),
  ];
}

const wide = 110;
/** Under this the columns of a belief take more than half of the page. */
const narrow = 76;

/** From here on there is room for what was believed of the odds beside what is left of it. */
const oddsWidth = 110;

interface GroupParts {
  readonly page: TerminalPage;
  readonly most: number;
  readonly color: 'green' | 'red';
}

function group({ title, rows }: CriterionGroup, { page, most, color }: GroupParts): string[] {
  if (rows.length === 0) return [];
  const { colors, width } = page;
  const fields = fieldsFor(rows, { page, color });
  const fixed = tableWidth(fields.map((field) => field.column)) + 2;
  const columns: TerminalColumn[] = [{ width: width - 4 - fixed }, ...fields.map((field) => field.column)];
  const head = ['', ...fields.map(({ label }) => label)].map((label) => colors.dim(label));
  const shown = rows.slice(0, most);
  const body = shown.map((row) => [row.trait, ...fields.map(({ text }) => text(row))]);
  return [
    colors.bold(`  ${title}`),
    ...layOutTable([head, ...body], columns),
    ...shown.flatMap(({ trait, note }) => (note ? layOutText(colors.dim(`${trait}: ${note}`), width) : [])),
    ...(rows.length > most ? [colors.dim(`  … and ${rows.length - most} more in the report`)] : []),
  ];
}

interface Field {
  readonly label: string;
  readonly column: TerminalColumn;
  readonly text: (row: CriterionRow) => string;
}

function fieldsFor(rows: readonly CriterionRow[], { page, color }: Omit<GroupParts, 'most'>): Field[] {
  const { colors, width } = page;
  const right = (label: string, of: (row: CriterionRow) => string): Field => ({
    label,
    column: { width: Math.max(label.length, ...rows.map((row) => of(row).length)), align: 'right' },
    text: of,
  });
  const counts = [right('accounts', (row) => row.accounts), right('share', (row) => row.share)];
  if (rows.every(({ lift }) => lift === null)) return counts;
  const lifts = rows.flatMap(({ lift }) => (lift ? [lift.interval] : []));
  const axis = liftAxis(lifts, width < wide ? 13 : 21);
  const drawn: Field[] = [
    right('lift', (row) => row.lift?.text ?? ''),
    { ...right('95\u00a0% interval', (row) => row.lift?.range ?? ''), column: { width: 13 } },
    {
      label: drawLiftAxis(axis),
      column: { width: axisWidth(axis) },
      text: ({ lift }) => (lift ? colors[color](drawIntervalBar(lift.interval, axis)) : ''),
    },
  ];
  const hasPoints = rows.some(({ points }) => /\d/.test(points));
  const points = hasPoints ? [right('points', (row) => row.points)] : [];
  if (width < wide) return [...drawn, right('accounts', (row) => row.accounts), ...points];
  return [...drawn, ...counts, right('rate', (row) => row.rate), right('q', (row) => row.q), ...points];
}

function weighed({ title, rows }: CriterionGroup, { colors, width }: TerminalPage): string[] {
  if (rows.length === 0) return [];
  const counts = [
    { label: 'worth', of: ({ belief }: CriterionRow) => belief.replace(/ observations?$/, '') },
    { label: 'accounts', of: ({ accounts }: CriterionRow) => accounts },
  ];
  const odds = [
    { label: 'odds', of: ({ before }: CriterionRow) => before || '–' },
    { label: 'odds now', of: ({ after }: CriterionRow) => (after ? `${after.text} (${after.range})` : '–') },
  ];
  const legend = colors.dim(
    'worth: observations that the belief counted for. accounts: those with the trait. odds: of the outcome with the trait against without it, as believed and as the outcomes leave them.',
  );
  const numbers = [
    ...(width < narrow ? [] : counts),
    ...(width < oddsWidth ? [] : odds),
    { label: 'lift', of: ({ lift }: CriterionRow) => lift?.text ?? '–' },
    { label: 'interval', of: ({ lift }: CriterionRow) => lift?.range ?? '–' },
    { label: 'points', of: ({ points }: CriterionRow) => points },
  ].map(({ label, of }) => ({
    label,
    of,
    column: { width: Math.max(label.length, ...rows.map((row) => of(row).length)), align: 'right' as const },
  }));
  const status: TerminalColumn = { width: 10 };
  const fixed = tableWidth([status, ...numbers.map(({ column }) => column)]) + 2;
  const columns = [{ width: width - 4 - fixed }, status, ...numbers.map(({ column }) => column)];
  const head = ['', 'status', ...numbers.map(({ label }) => label)].map((label) => colors.dim(label));
  const body = rows.map((row) => [row.trait, toneOf(row, colors), ...numbers.map(({ of }) => of(row))]);
  return [
    colors.bold(`  ${title}`),
    ...layOutTable([head, ...body], columns),
    ...(width < narrow ? [] : layOutText(legend, width)),
    ...rows.flatMap(({ trait, note }) => (note ? layOutText(colors.dim(`${trait}: ${note}`), width) : [])),
  ];
}

function toneOf({ status }: CriterionRow, colors: TerminalPage['colors']): string {
  if (status === 'validated') return colors.green(status);
  return status === 'refuted' ? colors.red(status) : status;
}

function turned({ title, rows }: CriterionGroup, { colors, width }: TerminalPage): string[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, mostTurned);
  const head = ['', 'lift', 'points', 'counts'].map((label) => colors.dim(label));
  const lines = shown.map(({ trait, lift, points, turn }) => [trait, lift?.text ?? '', points, turn]);
  // At 60 columns the words wrap, so that the trait keeps room.
  const turnWidth = width < 80 ? 20 : 28;
  const columns: TerminalColumn[] = [
    { width: width - 4 - 5 - 6 - turnWidth - 6 },
    { width: 5, align: 'right' },
    { width: 6, align: 'right' },
    { width: turnWidth },
  ];
  return [
    colors.bold(`  ${title}`),
    ...layOutTable([head, ...lines], columns),
    ...(rows.length > mostTurned ? [colors.dim(`  … and ${rows.length - mostTurned} more in the report`)] : []),
  ];
}

const mostTurned = 5;

function beliefs({ title, rows }: CriterionGroup, { colors, width }: TerminalPage): string[] {
  if (rows.length === 0) return [];
  const lines = rows.map(({ trait, role, belief, before, note }) => [
    trait,
    role,
    [belief && `odds ${before}, worth ${belief}`, note].filter(Boolean).join('. '),
  ]);
  const rest = width - 4 - 12 - 4;
  const columns = [{ width: Math.floor(rest * 0.45) }, { width: 12 }, { width: Math.ceil(rest * 0.55) }];
  return [colors.bold(`  ${title}`), ...layOutTable(lines, columns)];
}

function refuted({ title, rows }: CriterionGroup, { colors, width }: TerminalPage): string[] {
  if (rows.length === 0) return [];
  const lines = rows.flatMap(({ trait, note }) =>
    layOutTable([['✖', note ? `${trait}: ${note}` : trait]], [{ width: 1 }, { width: width - 7 }]),
  );
  return [colors.bold(`  ${title}`), ...lines];
}
