import type { ProfileView } from './profile-view.js';
import type { TerminalPage } from './terminal-page.js';
import { layOutTable, layOutText } from './terminal-table.js';

/** The proof of expected amounts beside the baselines, and by fifths. */
export function terminalAmount({ amount }: ProfileView, { width, colors }: TerminalPage): string[] {
  if (amount === null) return [];
  const rows = amount.rows.map(({ cells, isOurs }) => cells.map((cell) => (isOurs ? colors.bold(cell) : cell)));
  const head = amount.heads.map((label) => colors.dim(label));
  const columns = [
    { width: width - 64 },
    { width: 17 },
    { width: 16 },
    { width: 10, align: 'right' as const },
    { width: 8, align: 'right' as const },
  ];
  const fifths = amount.fifths.map(({ name, expected, came }) => [name, expected, came]);
  const heads = ['fifth', 'expected', 'came'].map((label) => colors.dim(label));
  return [
    colors.bold('  How we know'),
    ...layOutText(amount.split, width),
    ...layOutTable([head, ...rows], columns),
    ...amount.sentences.flatMap((sentence) => layOutTable([['•', sentence]], [{ width: 1 }, { width: width - 7 }])),
    ...(fifths.length === 0
      ? []
      : ['', ...layOutTable([heads, ...fifths], [{ width: 8 }, { width: 12 }, { width: width - 28 }])]),
  ];
}
