import type { Trait } from '../model/trait.js';
import { lineOverlap } from './compare-effect.js';
import type { PlantedTruth } from './planted-truth.js';
import type { SaidLine } from './said-lines.js';
import type { Judgement, LineComparison } from './truth-comparison.js';

/** So little of a planted trait makes a line on its attribute a true one. */
const touches = 0.1;

/** What a published line rests on. A segment is as good as the worst of its traits. */
export function compareLine(line: SaidLine, truth: PlantedTruth): LineComparison {
  const perTrait = line.traits.map((trait) => judgeTrait(trait, { line, truth }));
  const worst: readonly Judgement[] = ['leak', 'false', 'follows', 'planted'];
  const judgement = worst.find((one) => perTrait.some((judged) => judged.judgement === one)) ?? 'false';
  const follows = judgement === 'follows' ? [...new Set(perTrait.flatMap((judged) => judged.follows))] : [];
  return { where: line.where, text: line.text, traits: line.traits, judgement, follows };
}

function judgeTrait(trait: Trait, { line, truth }: { line: SaidLine; truth: PlantedTruth }) {
  if (truth.leaks.includes(trait.attribute)) return { judgement: 'leak', follows: [] } as const;
  const about = truth.effects.flatMap((effect) => effect.traits.map((planted) => ({ effect, planted })));
  const isPlanted = about.some(
    ({ effect, planted }) =>
      lineOverlap({ ...line, traits: [trait] }, { trait: planted, effect, spreads: truth.spreads }) >= touches,
  );
  if (isPlanted) return { judgement: 'planted', follows: [] } as const;
  // The opposite of the truth is not a consequence of it: an attribute does not follow from itself.
  const follows = relatedEffects(trait.attribute, truth).filter((attribute) => attribute !== trait.attribute);
  return { judgement: follows.length === 0 ? 'false' : 'follows', follows } as const;
}

/** The attributes with an effect that share an origin with this one; itself, if it has an effect. */
export function relatedEffects(attribute: string, { drawnFrom, ...truth }: PlantedTruth): string[] {
  const origins = drawnFrom[attribute] ?? [];
  const planted = [...new Set(truth.effects.flatMap(({ traits }) => traits.map((trait) => trait.attribute)))];
  const related = planted.filter(
    (other) => other !== attribute && drawnFrom[other].some((origin) => origins.includes(origin)),
  );
  // Ancestors and descendants explain more than cousins.
  const inLine = related.filter((other) => origins.includes(other) || drawnFrom[other].includes(attribute));
  return [...planted.filter((other) => other === attribute), ...(inLine.length > 0 ? inLine : related)];
}
