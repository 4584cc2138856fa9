import type { ProfileView, SegmentRow } from './profile-view.js';
import type { TerminalPage } from './terminal-page.js';
import { layOutTable, layOutText } from './terminal-table.js';

/** The four best and the one to avoid, which comes last. */
const mostSegments = 5;

/** The segments with what they did on accounts that the search had not seen. */
export function terminalSegments({ segments, segmentsNote }: ProfileView, { width, colors }: TerminalPage): string[] {
  if (segments.length === 0) return [];
  const shown = segments.slice(0, mostSegments);
  const rows = shown.map(({ title, isAvoid, accounts, lift, heldOut }) => {
    const found = lift ? `${lift.text} (${lift.range})` : '';
    const held = heldOut ? `${heldOut.lift.text} (${heldOut.lift.range})` : colors.dim('not confirmed');
    return [isAvoid ? colors.red(title) : title, accounts, found, held];
  });
  const traits = shown.filter((segment) => segment.traits !== '').map((segment) => segmentTraits(segment, width));
  const more = segments.length - mostSegments;
  const head = ['', 'accounts', 'lift found', 'lift held out'].map((label) => colors.dim(label));
  return [
    colors.bold('  Segments'),
    ...layOutTable(
      [head, ...rows],
      [{ width: width - 54 }, { width: 8, align: 'right' }, { width: 17 }, { width: 17 }],
    ),
    ...layOutText(segmentsNote, width).map((line) => colors.dim(line)),
    ...traits.flat().map((line) => colors.dim(line)),
    ...(more > 0 ? [colors.dim(`  … and ${more} more in the report`)] : []),
  ];
}

function segmentTraits({ name, traits }: SegmentRow, width: number): string[] {
  return layOutText(`${name}: ${traits}`, width);
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
