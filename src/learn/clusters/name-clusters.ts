import type { ClusterTrait } from '../../model/clustering.js';
import type { Column } from '../../model/table.js';
import { nameSegment } from '../name-segment.js';

/** Traits that a name says, at first and at most. */
const usual = 2;
const most = 4;

/**
 * A name for each cluster that a person would give: its most telling traits, as many as it takes to tell it from the
 * others. Where nothing is left to say, or two would be called the same, they are numbered.
 */
export function nameClusters(traits: readonly (readonly ClusterTrait[])[], columns: readonly Column[] = []): string[] {
  const nameOf = (of: readonly ClusterTrait[], count: number) =>
    of.length === 0
      ? 'No trait of its own'
      : nameSegment(
          of.slice(0, count).map(({ trait }) => trait),
          columns,
        );
  const names = traits.map((of) => nameOf(of, usual));
  for (let count = usual + 1; count <= most; count++) {
    const before = [...names];
    traits.forEach((of, i) => {
      if (before.filter((name) => name === before[i]).length > 1) names[i] = nameOf(of, count);
    });
  }
  return names.map((name, i) => {
    const twins = [...names.keys()].filter((other) => names[other] === name);
    return twins.length === 1 ? name : `${name} (${twins.indexOf(i) + 1})`;
  });
}
