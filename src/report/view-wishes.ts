import type { Attribute } from '../model/attribute.js';
import type { WishedShape } from '../model/attribute-wish.js';

const ways: Record<WishedShape, string> = {
  increasing: 'the more the better',
  decreasing: 'the less the better',
  peak: 'best in between',
  valley: 'worst in between',
};

/** What the card keeps to because it was wished, by attribute; empty without wishes. */
export function viewWishes(attributes: readonly Attribute[]): string {
  return attributes
    .flatMap(({ name, cuts, groups, monotone }) => {
      const said = [
        ...(monotone === undefined ? [] : [ways[monotone]]),
        ...(cuts === undefined ? [] : [cuts.length === 0 ? 'one range' : `ranges from ${cuts.join(', ')}`]),
        ...(groups ?? []).map((group) => `${group.join(' and ')} are one`),
      ];
      return said.length === 0 ? [] : [`${name}: ${said.join(', ')}`];
    })
    .join('; ');
}
