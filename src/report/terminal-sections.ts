import { heldOutText } from './held-out-text.js';
import type { ProfileView, SegmentRow } from './profile-view.js';
import type { TerminalPage } from './terminal-page.js';
import { layOutTable, layOutText } from './terminal-table.js';

/** The four best and the one to avoid, which comes last. */
const mostSegments = 5;

/** Under this the p-values stand in the lines below the table. */
const roomy = 80;

/** The segments with what they did on accounts that the search had not seen. */
export function terminalSegments(view: ProfileView, { width, colors }: TerminalPage): string[] {
  const { segments, segmentsNote, segmentsMeasure } = view;
  if (segments.length === 0) return [];
  const shown = segments.slice(0, mostSegments);
  const hasP = width >= roomy;
  const rows = shown.map((row) => {
    const { title, isAvoid, accounts, lift, heldOut } = row;
    const found = lift ? `${lift.text} (${lift.range})` : '';
    const held = heldOut ? heldOutText(row) : colors.dim(heldOutText(row));
    return [isAvoid ? colors.red(title) : title, accounts, found, held, ...(hasP ? [heldOut?.p ?? ''] : [])];
  });
  const more = segments.length - mostSegments;
  const of = segmentsMeasure === 'lift' ? 'lift ' : '';
  const head = ['', 'accounts', `${of}found`, `${of}held out`, ...(hasP ? ['p'] : [])].map((label) =>
    colors.dim(label),
  );
  const p = hasP ? [{ width: 6, align: 'right' as const }] : [];
  return [
    colors.bold(segmentsMeasure === 'lift' ? '  Segments' : `  Segments, ${segmentsMeasure}`),
    ...layOutTable(
      [head, ...rows],
      [{ width: width - (hasP ? 62 : 54) }, { width: 8, align: 'right' }, { width: 17 }, { width: 17 }, ...p],
    ),
    ...layOutText(segmentsNote, width).map((line) => colors.dim(line)),
    ...shown.flatMap((segment) => layOutText(segmentLine(segment, hasP), width)).map((line) => colors.dim(line)),
    ...(more > 0 ? [colors.dim(`  … and ${more} more in the report`)] : []),
  ];
}

/** What the table has no room for. */
function segmentLine({ name, traits, share, rate, value, overlap, heldOut }: SegmentRow, hasP: boolean): string {
  const facts = [
    ...(traits === '' ? [] : [traits]),
    `${share} of all${rate === '' ? '' : `, rate ${rate}`}`,
    ...(value === '' ? [] : [`worth ${value} on average`]),
    ...(overlap === '' || /^0\s/.test(overlap) ? [] : [`${overlap} of it in other segments too`]),
    ...(hasP || heldOut === null ? [] : [`p ${heldOut.p}`]),
  ];
  return `${name}: ${facts.join('; ')}`;
}

export function terminalTiers({ tiers, scorecard }: ProfileView, { width, colors }: TerminalPage): string[] {
  if (tiers.length === 0) return [];
  const rows = tiers.map(({ name, cut, meaning }) => [colors.bold(name), `${meaning} ${colors.dim(cut)}`]);
  const unit = scorecard?.unit ? layOutText(scorecard.unit, width).map((line) => colors.dim(line)) : [];
  return [colors.bold('  Tiers'), ...layOutTable(rows, [{ width: 7 }, { width: width - 13 }]), ...unit];
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
