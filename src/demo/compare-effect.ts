import type { Scorecard } from '../model/scorecard.js';
import type { Trait } from '../model/trait.js';
import { formatTrait } from '../model/trait-text.js';
import { cardEffect } from './card-effect.js';
import type { PlantedEffect, Spread } from './planted-truth.js';
import type { SaidLine } from './said-lines.js';
import { traitOverlap } from './trait-overlap.js';
import type { EffectComparison } from './truth-comparison.js';

/** From this overlap on a line says what was planted; from the lower one on it says part of it. */
const same = 0.7;
const alike = 0.4;
/** The card says an effect when it gives at least this share of its log-odds. */
const cardShare = 1 / 3;

interface Said {
  readonly lines: readonly SaidLine[];
  readonly card: Scorecard | null;
  readonly spreads: Readonly<Record<string, Spread>>;
  /** An effect is over when it ends before the day on which this window does. */
  readonly window: { readonly until?: string };
}

/**
 * Whether the profile says a planted effect. Found: in a published line, an interaction in a segment only; what is said
 * about, or in a row of the scorecard only, is partly found.
 */
export function compareEffect(effect: PlantedEffect, said: Said): EffectComparison {
  const text = effect.traits.length === 0 ? 'everyone' : effect.traits.map(formatTrait).join(' and ');
  const end = effect.schedule?.until;
  const { until } = said.window;
  const isOver = end !== undefined && (until === undefined || Date.parse(end) < Date.parse(until));
  const outcome = effect.traits.length === 1 ? findTrait(effect, said) : findTogether(effect, said);
  return { effect, text, isOver, ...outcome };
}

type Outcome = Pick<EffectComparison, 'finding' | 'by'>;

function findTrait(effect: PlantedEffect, { lines, card, spreads }: Said): Outcome {
  const [trait] = effect.traits;
  const overlapOf = (line: SaidLine) => lineOverlap(line, { trait, effect, spreads });
  const criterion = bestLine(
    lines.filter(({ where }) => where === 'criterion'),
    { overlapOf },
  );
  // A criterion that says it is the plainer statement, even where a segment comes closer.
  const best = criterion !== null && criterion.overlap >= same ? criterion : bestLine(lines, { overlapOf });
  if (best !== null && best.overlap >= same) return { finding: 'found', by: best };
  if (best !== null && best.overlap >= alike) return { finding: 'partly', by: best };
  const inCard = card === null ? null : cardEffect(card, trait, spreads[trait.attribute]);
  if (inCard === null || inCard / effect.logOdds < cardShare) return { finding: 'missed', by: null };
  // A row of the card scores by the trait, but nobody reads there who the best are.
  const signed = `${inCard < 0 ? '−' : '+'}${Math.abs(inCard).toFixed(2)}`;
  return { finding: 'partly', by: { where: 'card', text: `${signed} log-odds for ${trait.attribute}`, overlap: null } };
}

/** All traits in one segment is found; every trait said somewhere, but not together, is partly. */
function findTogether(effect: PlantedEffect, said: Said): Outcome {
  if (effect.traits.length === 0) return { finding: 'missed', by: null };
  const overlapWith = (line: SaidLine) =>
    Math.min(...effect.traits.map((trait) => lineOverlap(line, { trait, effect, spreads: said.spreads })));
  const best = bestLine(said.lines, { overlapOf: overlapWith });
  if (best !== null && best.overlap >= same) return { finding: 'found', by: best };
  const parts = effect.traits.map((trait) => findTrait({ ...effect, traits: [trait] }, said));
  if (best !== null && best.overlap >= alike) return { finding: 'partly', by: best };
  if (parts.every(({ finding }) => finding !== 'missed')) return { finding: 'partly', by: parts[0].by };
  return { finding: 'missed', by: null };
}

/** The best of what a line's traits have in common with a planted trait. */
export function lineOverlap(
  line: SaidLine,
  { trait, effect, spreads }: { trait: Trait; effect: PlantedEffect; spreads: Readonly<Record<string, Spread>> },
): number {
  const spread = spreads[trait.attribute];
  if (spread === undefined) return 0;
  const planted = { condition: trait.condition, sign: effect.logOdds < 0 ? -1 : 1 } as const;
  const overlaps = line.traits
    .filter(({ attribute }) => attribute === trait.attribute)
    .map(({ condition }) =>
      traitOverlap({ condition, sign: line.sign }, planted, { attribute: trait.attribute, spread }),
    );
  return Math.max(0, ...overlaps);
}

function bestLine(lines: readonly SaidLine[], { overlapOf }: { overlapOf: (line: SaidLine) => number }) {
  let best: { where: SaidLine['where']; text: string; overlap: number } | null = null;
  for (const line of lines) {
    const overlap = overlapOf(line);
    if (overlap > (best?.overlap ?? 0)) best = { where: line.where, text: line.text, overlap };
  }
  return best;
}
