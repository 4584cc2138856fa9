import pc from 'picocolors';
import type { EffectComparison, Finding, Judgement, TruthComparison } from './truth-comparison.js';

type Colors = ReturnType<typeof pc.createColors>;

/** What was found beside what was planted, as lines for the terminal. @param options `color`: whether to use ANSI colours. */
export function renderTruthComparison(comparison: TruthComparison, { color }: { color: boolean }): string {
  const colors = pc.createColors(color);
  const blocks = [
    effectLines(comparison, colors),
    beliefLines(comparison, colors),
    publishedLines(comparison, colors),
    dataLines(comparison, colors),
  ].filter((lines) => lines.length > 0);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const findingMarks: Readonly<Record<Finding, { sign: string; paint: 'green' | 'yellow' | 'red' }>> = {
  found: { sign: '✔', paint: 'green' },
  partly: { sign: '◐', paint: 'yellow' },
  missed: { sign: '✖', paint: 'red' },
};

function effectLines({ effects, counts }: TruthComparison, colors: Colors): string[] {
  if (effects.length === 0) return [colors.bold('Nothing was planted.')];
  const width = Math.max(...effects.map(({ text }) => Math.min(text.length, widest)));
  return [
    colors.bold(
      `Planted: ${effects.length} effects. Found ${counts.found}, partly ${counts.partly}, missed ${counts.missed}.`,
    ),
    ...effects.flatMap((one) => {
      const { sign, paint } = findingMarks[one.finding];
      const head = `  ${colors[paint](sign)} ${one.text.padEnd(width)} ${colors.dim(odds(one))}`;
      const rest = [saidBy(one), lateness(one)].filter((part) => part !== '').join('; ');
      return rest === '' ? [head] : [head, colors.dim(`      ${rest}`)];
    }),
  ];
}

/** Texts longer than this push the next column out instead of stretching all rows. */
const widest = 60;

function odds({ effect }: EffectComparison): string {
  const times = Math.exp(Math.abs(effect.logOdds));
  const share = `${(effect.share * 100).toFixed(effect.share < 0.1 ? 1 : 0)} % of accounts`;
  return `odds ${effect.logOdds < 0 ? '÷' : '×'} ${times.toFixed(1)}, ${share}`;
}

function saidBy({ finding, by }: EffectComparison): string {
  if (by === null) return '';
  if (by.where === 'card') return `in the scorecard only: ${by.text}`;
  const overlap = by.overlap === null ? '' : ` (${Math.round(by.overlap * 100)} % the same)`;
  return `${finding === 'partly' ? 'in part: ' : ''}${by.where} ${by.text}${overlap}`;
}

function lateness({ effect: { schedule }, isOver, finding }: EffectComparison): string {
  if (schedule === undefined) return '';
  const days = schedule.overDays ? ` within ${schedule.overDays} days` : ' at once';
  if (schedule.from !== undefined && !isOver) return `began on ${schedule.from}${days}`;
  if (!isOver) return `will end on ${schedule.until}`;
  return `ended on ${schedule.until}${days}${finding === 'missed' ? '' : ': the profile is late'}`;
}

function beliefLines({ beliefs }: TruthComparison, colors: Colors): string[] {
  if (beliefs.length === 0) return [];
  const width = Math.max(...beliefs.map(({ text }) => text.length));
  return [
    colors.bold('Believed'),
    ...beliefs.map(({ text, holds, judged }) => {
      const isRight = judged === (holds ? 'holds' : 'refuted');
      const sign = judged === 'open' ? colors.yellow('?') : isRight ? colors.green('✔') : colors.red('✖');
      const verdict = { holds: 'judged true', refuted: 'judged untrue', open: 'not decided yet' }[judged];
      return `  ${sign} ${text.padEnd(width)} ${colors.dim(`${verdict}; in truth it ${holds ? 'holds' : 'does not hold'}`)}`;
    }),
  ];
}

const judgementTexts: Readonly<Record<Judgement, string>> = {
  planted: 'planted',
  follows: 'follows from',
  false: 'not planted: false',
  leak: 'filled after the outcome: a leak',
};

/** The lines that need a word: what is plainly planted stands above already. */
function publishedLines({ lines, counts, noiseInCard }: TruthComparison, colors: Colors): string[] {
  if (lines.length === 0) return [colors.bold('The profile publishes no line.')];
  const wrong = counts.false + counts.leak;
  return [
    colors.bold(
      `Published: ${lines.length} lines. Planted ${counts.planted}, consequences ${counts.follows}, false ${wrong}.`,
    ),
    ...lines
      .filter(({ judgement }) => judgement !== 'planted')
      .map(({ where, text, judgement, follows }) => {
        const paint = judgement === 'follows' ? colors.cyan : colors.red;
        const sign = judgement === 'follows' ? '→' : '✖';
        return `  ${paint(sign)} ${where} ${text}: ${judgementTexts[judgement]} ${follows.join(', ')}`.trimEnd();
      }),
    ...(noiseInCard.length === 0 ? [] : [`  ${colors.yellow('!')} noise in the scorecard: ${noiseInCard.join(', ')}`]),
  ];
}

function dataLines({ leaks, duplicates, auc, bestAuc }: TruthComparison, colors: Colors): string[] {
  const { exact, respelled, found } = duplicates;
  const leakLines = leaks.map(({ column, fate }) => {
    const sign = fate === 'used' ? colors.red('✖') : colors.green('✔');
    return `  ${sign} leak ${column}: ${fate === 'used' ? 'used, which it should not be' : fate}`;
  });
  const copies = `${exact} exact copies planted, ${respelled} under another spelling`;
  const copyLine = `  ${found === null ? colors.yellow('?') : colors.green('✔')} ${copies}: ${found ?? 'no'} rows set aside`;
  const reached = auc === null ? 'no proof' : `reached ${auc.toFixed(3)}`;
  return [
    colors.bold('In the data'),
    ...leakLines,
    ...(exact + respelled === 0 ? [] : [copyLine]),
    ...(Number.isNaN(bestAuc)
      ? []
      : [`  AUC: ${reached}; the true probabilities themselves reach ${bestAuc.toFixed(3)}`]),
  ];
}
