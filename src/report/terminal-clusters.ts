import type { ProfileView } from './profile-view.js';
import type { TerminalPage } from './terminal-page.js';
import { layOutTable, layOutText } from './terminal-table.js';

/** Traits of one kind that fit on the page. */
const mostTraits = 3;

/** The kinds of best account, a few lines each. */
export function terminalClusters({ clusters }: ProfileView, { width, colors }: TerminalPage): string[] {
  if (clusters === null) return [];
  const rows = clusters.rows.flatMap(({ name, accounts, share, traits }) => [
    [name, accounts, share],
    ...traits
      .slice(0, mostTraits)
      .map(({ trait, inside, outside }) => [colors.dim(`  ${trait}: ${inside}, other best ${outside}`), '', '']),
  ]);
  const head = ['', 'accounts', 'share'].map((label) => colors.dim(label));
  return [
    colors.bold(`  ${clusters.title}`),
    ...(rows.length === 0
      ? []
      : layOutTable(
          [head, ...rows],
          [{ width: width - 26 }, { width: 8, align: 'right' }, { width: 8, align: 'right' }],
        )),
    ...layOutText(clusters.note, width).map((line) => colors.dim(line)),
  ];
}
