import pc from 'picocolors';
import { beforeUse } from '../before-use.js';
import { layOutTable, layOutText, type TerminalColumn } from '../terminal-table.js';
import type { PageSection, PageTable, PageView } from './page-view.js';

/** The page for a terminal: verdict first, then reasons, then the tables. @param options `width` in columns, 60–120. */
export function renderPageTerminal(
  view: PageView,
  options: { readonly width: number; readonly color: boolean },
): string {
  const width = Math.min(120, Math.max(60, options.width));
  const colors = pc.createColors(options.color);
  const bullets = (items: readonly string[], sign = '•') =>
    items.flatMap((item) => layOutTable([[sign, item]], [{ width: 1 }, { width: width - 7 }]));
  const tone = { publishable: colors.green, ranked: colors.yellow, description: colors.yellow, refused: colors.red };
  const paint = view.verdict.tone in tone ? tone[view.verdict.tone as keyof typeof tone] : colors.bold;
  const section = ({ title, intro, tables, items }: PageSection): string[] => {
    const body = [
      ...(intro === undefined ? [] : layOutText(intro, width)),
      ...tables.flatMap((table, i) => [...(i > 0 ? [''] : []), ...layOut(table, { width, colors })]),
      ...bullets(items),
    ];
    return body.length === 0 ? [] : ['', colors.bold(`  ${title}`), ...body];
  };
  const lines = [
    colors.bold(`  ${view.title}`),
    '',
    ...layOutText(`${paint(colors.bold(view.verdict.label))}: ${view.verdict.sentence}`, width),
    ...bullets(view.reasons),
    ...(view.cautions.length === 0 ? [] : ['', colors.yellow(`  ${beforeUse}`), ...bullets(view.cautions, '!')]),
    ...view.sections.flatMap(section),
  ];
  return lines.join('\n');
}

/** Columns as wide as what stands in them; the first takes what is left, and wraps. */
function layOut(
  { columns, rows: all, strong = [], mostInTerminal = all.length }: PageTable,
  { width, colors }: { width: number; colors: ReturnType<typeof pc.createColors> },
): string[] {
  const rows = all.slice(0, mostInTerminal);
  if (rows.length === 0) return [];
  const widths = columns.map(({ head }, at) => Math.max(head.length, ...rows.map((row) => row[at].length)));
  const gaps = 2 * (columns.length - 1) + 4;
  const rest = () => width - gaps - widths.slice(1).reduce((sum, one) => sum + one, 0);
  // Where the first column would vanish, the widest of the others wrap.
  while (rest() < Math.min(24, widths[0])) {
    const widest = widths.indexOf(Math.max(...widths.slice(1)), 1);
    if (widths[widest] <= 8) break;
    widths[widest]--;
  }
  const first = Math.max(8, Math.min(widths[0], rest()));
  const laid = columns.map(
    ({ isNumber }, at): TerminalColumn => ({
      width: at === 0 ? first : widths[at],
      align: isNumber ? 'right' : 'left',
    }),
  );
  const body = rows.map((row, i) => (strong.includes(i) ? row.map((cell) => colors.bold(cell)) : row));
  const more = all.length - rows.length;
  return [
    ...layOutTable([columns.map(({ head }) => colors.dim(head)), ...body], laid),
    ...(more > 0 ? [colors.dim(`  … and ${more} more in the report (--report)`)] : []),
  ];
}
