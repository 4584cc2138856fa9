import type { ProfileView, SegmentRow } from './profile-view.js';
import type { TerminalPage } from './render-terminal.js';
import { layOutTable, layOutText } from './terminal-table.js';

const mostSegments = 4;

/** The segments with what they did on accounts that the search had not seen. */
export function terminalSegments({ segments }: ProfileView, { width, colors }: TerminalPage): string[] {
  if (segments.length === 0) return [];
  const columns = [{ width: width - 51 }, { width: 9, align: 'right' as const }, { width: 15 }, { width: 17 }];
  const head = ['', 'accounts', 'lift found', 'lift held out'].map((label) => colors.dim(label));
  const rows = segments.slice(0, mostSegments).flatMap((segment) => segmentLines(segment, colors.dim));
  const more = segments.length - mostSegments;
  return [
    colors.bold('  Segments'),
    ...layOutTable([head, ...rows], columns),
    ...(more > 0 ? [colors.dim(`  … and ${more} more in the report`)] : []),
  ];
}

function segmentLines(
  { name, traits, accounts, lift, heldOut }: SegmentRow,
  dim: (text: string) => string,
): string[][] {
  const found = lift ? `${lift.text} (${lift.range})` : '';
  const held = heldOut ? `${heldOut.lift.text} (${heldOut.lift.range})` : dim('not confirmed');
  return [[name, accounts, found, held], ...(traits ? [[dim(`  ${traits}`), '', '', '']] : [])];
}

export function terminalTiers({ tiers }: ProfileView, { width, colors }: TerminalPage): string[] {
  if (tiers.length === 0) return [];
  const rows = tiers.map(({ name, cut, meaning }) => [colors.bold(name), `${meaning} ${colors.dim(cut)}`]);
  return [colors.bold('  Tiers'), ...layOutTable(rows, [{ width: 7 }, { width: width - 13 }])];
}

/** What the proof says beside the baselines, and what that means. */
export function terminalProof({ proof }: ProfileView, { width, colors }: TerminalPage): string[] {
  if (!proof) return [];
  const rows = proof.rows.map(({ name, isOurs, auc, lift, logLoss }) =>
    [name, `${auc.text} (${auc.range})`, `${lift.text} (${lift.range})`, logLoss].map((cell) =>
      isOurs ? colors.bold(cell) : cell,
    ),
  );
  const head = ['', 'AUC', 'lift, best fifth', 'log loss'].map((label) => colors.dim(label));
  const columns = [{ width: width - 52 }, { width: 16 }, { width: 17 }, { width: 9, align: 'right' as const }];
  return [
    colors.bold('  How we know'),
    ...layOutText(proof.split, width),
    ...layOutTable([head, ...rows], columns),
    ...proof.sentences.flatMap((sentence) => layOutTable([['•', sentence]], [{ width: 1 }, { width: width - 7 }])),
  ];
}
