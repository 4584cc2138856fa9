import type { ProfileView } from './profile-view.js';
import type { TerminalPage } from './terminal-page.js';
import { layOutTable, layOutText } from './terminal-table.js';

/** The proof of a profile of time beside the baselines, and what its tiers did. */
export function terminalTime({ time }: ProfileView, { width, colors }: TerminalPage): string[] {
  if (time === null) return [];
  const rows = time.rows.map(({ cells, isOurs }) => cells.map((cell) => (isOurs ? colors.bold(cell) : cell)));
  const head = time.heads.map((label) => colors.dim(label));
  const columns = [{ width: width - 64 }, { width: 20 }, { width: 20 }, { width: 11, align: 'right' as const }];
  return [
    colors.bold('  How we know'),
    ...layOutText(time.split, width),
    ...layOutTable([head, ...rows], columns),
    ...time.sentences.flatMap((sentence) => layOutTable([['•', sentence]], [{ width: 1 }, { width: width - 7 }])),
    ...time.tables.flatMap(({ title, heads, rows: lines }) => [
      '',
      ...layOutText(title, width),
      ...layOutTable(
        [heads.map((label) => colors.dim(label)), ...lines.map((line) => [...line])],
        heads.map((_, at) => ({ width: at < 3 ? 9 : Math.floor((width - 45) / Math.max(1, heads.length - 3)) })),
      ),
    ]),
  ];
}
