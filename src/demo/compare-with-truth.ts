import type { Profile, SetAsideReason } from '../model/profile.js';
import { formatTrait } from '../model/trait-text.js';
import type { Schedule } from './company-spec.js';
import { compareEffect } from './compare-effect.js';
import { compareLine, relatedEffects } from './compare-line.js';
import { dayMs } from './draw-date.js';
import type { PlantedTruth } from './planted-truth.js';
import { type SaidLine, saidLines } from './said-lines.js';
import type { BeliefComparison, TruthComparison } from './truth-comparison.js';

/** Days from `since` on and before `until`; open where absent. ISO dates. */
export interface DayWindow {
  readonly since?: string;
  readonly until?: string;
}

/**
 * Puts a profile beside what was planted: each effect found, partly found or missed; each published line planted, a
 * consequence, or false; leaks, copies and beliefs. Works on refused profiles, too: then everything is missed.
 * @param window the days whose accounts were learnt from; effects that none of them could show are left out.
 */
export function compareWithTruth(profile: Profile, all: PlantedTruth, window: DayWindow = {}): TruthComparison {
  const truth = { ...all, effects: all.effects.filter((effect) => isVisible(effect.schedule, window)) };
  const said = saidLines(profile);
  const card = profile.scorecard;
  const effects = truth.effects.map((effect) =>
    compareEffect(effect, { lines: said, card, spreads: truth.spreads, window }),
  );
  const lines = said.map((line) => compareLine(line, truth));
  const axes = [...(card?.terms ?? []), ...(card?.pairs.flatMap((pair) => pair.axes) ?? [])];
  const inCard = [...new Set(axes.map(({ attribute }) => attribute))];
  const found = (one: (typeof effects)[number]['finding']) => effects.filter(({ finding }) => finding === one).length;
  const judged = (one: (typeof lines)[number]['judgement']) =>
    lines.filter(({ judgement }) => judgement === one).length;
  return {
    effects,
    lines,
    noiseInCard: inCard.filter(
      (attribute) => !truth.leaks.includes(attribute) && relatedEffects(attribute, truth).length === 0,
    ),
    leaks: truth.leaks.map((column) => ({ column, fate: fateOf(column, { profile, said, inCard }) })),
    duplicates: {
      exact: truth.duplicates.exact,
      respelled: truth.duplicates.respelled,
      found: countRows(profile, ['duplicate rows', 'same company']),
    },
    beliefs: compareBeliefs(profile, truth),
    bestAuc: truth.bestAuc,
    auc: profile.proof?.auc.estimate ?? null,
    counts: {
      found: found('found'),
      partly: found('partly'),
      missed: found('missed'),
      planted: judged('planted'),
      follows: judged('follows'),
      false: judged('false'),
      leak: judged('leak'),
    },
  };
}

function isVisible(schedule: Schedule | undefined, window: DayWindow): boolean {
  const { from, until, overDays = 0 } = schedule ?? {};
  const hasBegun = from === undefined || window.until === undefined || Date.parse(from) < Date.parse(window.until);
  const end = until === undefined ? Number.POSITIVE_INFINITY : Date.parse(until) + overDays * dayMs;
  const lasts = window.since === undefined || end > Date.parse(window.since);
  return hasBegun && lasts;
}

function fateOf(
  column: string,
  { profile, said, inCard }: { profile: Profile; said: readonly SaidLine[]; inCard: readonly string[] },
): 'set aside' | 'not used' | 'used' {
  const isSaid = said.some(({ traits }) => traits.some(({ attribute }) => attribute === column));
  if (isSaid || inCard.includes(column)) return 'used';
  return profile.setAside.some(({ what }) => what === column) ? 'set aside' : 'not used';
}

/** Rows that were set aside for these reasons: `what` begins with their number. Null when none were. */
function countRows({ setAside }: Profile, reasons: readonly SetAsideReason[]): number | null {
  const counts = setAside
    .filter(({ reason }) => reasons.includes(reason))
    .map(({ what }) => Number.parseInt(what.replaceAll(',', ''), 10))
    .filter((count) => !Number.isNaN(count));
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}

function compareBeliefs({ criteria }: Profile, { beliefs }: PlantedTruth): BeliefComparison[] {
  return beliefs.map(({ trait, holds }) => {
    const text = formatTrait(trait);
    const criterion = criteria.find((one) => formatTrait(one.trait) === text);
    // `observed` says that data count by now, and do not decide.
    const judged = criterion?.status === 'validated' ? 'holds' : criterion?.status === 'refuted' ? 'refuted' : 'open';
    return { text, holds, judged };
  });
}
