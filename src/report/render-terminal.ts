import pc from 'picocolors';
import { beforeUse } from './before-use.js';
import { auditTitle } from './html-audit.js';
import type { ProfileView, Standing } from './profile-view.js';
import { terminalAmount } from './terminal-amount.js';
import { terminalClusters } from './terminal-clusters.js';
import { terminalCriteria } from './terminal-criteria.js';
import { terminalGates } from './terminal-gates.js';
import type { TerminalPage } from './terminal-page.js';
import { terminalProof, terminalSegments, terminalTiers } from './terminal-sections.js';
import { layOutTable, layOutText } from './terminal-table.js';
import { terminalTime } from './terminal-time.js';

export interface TerminalOptions {
  /** Columns of the page; under 60 is taken as 60, over 120 as 120. */
  readonly width: number;
  readonly color: boolean;
}

/** The page that a salesperson reads in half a minute: verdict, who the best are, whom to avoid, the proof, what next. */
export function renderTerminal(view: ProfileView, { width, color }: TerminalOptions): string {
  const page = { width: Math.min(120, Math.max(60, width)), colors: pc.createColors(color) };
  const sections = [
    head(view, page),
    ...terminalCriteria(view, page),
    terminalSegments(view, page),
    terminalClusters(view, page),
    terminalTiers(view, page),
    terminalProof(view, page),
    terminalGates(view, page),
    terminalAmount(view, page),
    terminalTime(view, page),
    needed(view, page),
    audit(view, page),
    stability(view, page),
    leaks(view, page),
    setAside(view, page),
    use(view, page),
  ].filter((lines) => lines.length > 0);
  return `\n${sections.map((lines) => `${lines.join('\n')}\n`).join('\n')}`.replaceAll('\u00a0', ' ');
}

function head(view: ProfileView, { width, colors }: TerminalPage): string[] {
  const { title, market, description, verdict, cautions, facts } = view;
  const [sign, color] = verdict.isOutdone ? (['⚠', 'yellow'] as const) : signs[verdict.standing];
  const reasons = verdict.standing === 'refused' || verdict.standing === 'description' ? verdict.reasons : [];
  return [
    ...layOutText(`${colors.bold(title)} ${colors.dim(`· ${market}`)}`, width),
    ...layOutText(description, width),
    '',
    ...layOutText(`${colors.bold(colors[color](`${sign} ${verdict.label}:`))} ${verdict.sentence}`, width),
    ...bullets(reasons, width),
    ...(cautions.length > 0 ? ['', `  ${colors.bold(colors.yellow(beforeUse))}`, ...bullets(cautions, width)] : []),
    '',
    ...layOutTable(
      facts.map(({ label, value }) => [colors.dim(label), value]),
      [{ width: 12 }, { width: width - 18 }],
    ),
  ];
}

function bullets(items: readonly string[], width: number): string[] {
  return items.flatMap((item) => layOutTable([['•', item]], [{ width: 1 }, { width: width - 7 }]));
}

const signs: Record<Standing, [string, 'green' | 'yellow' | 'red' | 'cyan']> = {
  publishable: ['✔', 'green'],
  ranked: ['✔', 'yellow'],
  description: ['○', 'cyan'],
  refused: ['✖', 'red'],
  hypotheses: ['?', 'cyan'],
  weighed: ['◐', 'cyan'],
};

function needed(view: ProfileView, { width, colors }: TerminalPage): string[] {
  const { title, items } = view.needed;
  return items.length === 0 ? [] : [colors.bold(`  ${title}`), ...bullets(items, width)];
}

function audit({ audit }: ProfileView, { width, colors }: TerminalPage): string[] {
  const shown = audit.filter(({ isNote }) => !isNote);
  if (shown.length === 0) return [];
  const rows = shown.map(({ severity, isGrave, kind, finding, advice }) => {
    const sign = isGrave
      ? colors.red(severity)
      : severity === 'caution'
        ? colors.yellow(severity)
        : colors.dim(severity);
    return [`${sign}\n${colors.dim(kind)}`, `${finding} ${colors.dim(`→ ${advice}`)}`];
  });
  return [colors.bold(`  ${auditTitle}`), ...layOutTable(rows, [{ width: 16 }, { width: width - 22 }])];
}

function stability({ stabilityNote }: ProfileView, { width, colors }: TerminalPage): string[] {
  return stabilityNote === '' ? [] : [colors.bold('  Found again'), ...layOutText(stabilityNote, width)];
}

function leaks({ leaks }: ProfileView, { width, colors }: TerminalPage): string[] {
  if (leaks.length === 0) return [];
  const lines = leaks.flatMap((row) => {
    const effect =
      row.with === '' ? '' : ` Held-out AUC ${row.with} with it, ${row.without} without: ${row.difference}.`;
    const use = row.isKept ? colors.bold(colors.yellow(row.use)) : colors.yellow(row.use);
    return [[use, `${row.detail}${effect}`]];
  });
  return [colors.bold('  What may know the outcome'), ...layOutTable(lines, [{ width: 16 }, { width: width - 22 }])];
}

const mostNames = 8;

function setAside(view: ProfileView, { width, colors }: TerminalPage): string[] {
  const rows = view.setAside.map(({ reason, items }) => {
    const isUrgent = reason === 'suspected leak' || reason === 'unreadable rows';
    // Why a column looks like a leak stands above, with its numbers.
    const isTold = reason === 'suspected leak' && view.leaks.length > 0;
    const names = items.map(({ what, detail }) => (isUrgent && detail && !isTold ? `${what} (${detail})` : what));
    const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : '';
    return [isUrgent ? colors.yellow(reason) : colors.dim(reason), names.slice(0, mostNames).join(', ') + more];
  });
  if (rows.length === 0) return [];
  return [colors.bold('  Set aside'), ...layOutTable(rows, [{ width: 15 }, { width: width - 21 }])];
}

/** Commands stay on one line whatever the width: they are there to be copied. */
function use(view: ProfileView, { colors }: TerminalPage): string[] {
  if (view.use.length === 0) return [];
  const lines = view.use.map(({ purpose, command }) => `  ${colors.dim(purpose.padEnd(23))} ${command}`);
  return [colors.bold('  Next'), ...lines];
}
