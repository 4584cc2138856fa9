import type { AttributeGrid, CategoryGrid, NumericGrid } from './grid.js';

/** Few groups of the bins of one grid, made from counts alone, so that looking at the outcome later is not looking twice. */
export interface CoarseGroups {
  /** Group of each code of the grid, `binCount + 2` of them; -1 for accounts that belong to no group. */
  readonly groupOf: Int16Array;
  readonly groups: readonly CoarseGroup[];
  /** Whether the value groups stand in the order of the values. The missing group has no place in that order. */
  readonly isOrdered: boolean;
}

/** `value` groups hold the codes `first` to `last` (one code for categories); `rest` the rare categories. */
export interface CoarseGroup {
  readonly kind: 'value' | 'rest' | 'missing';
  readonly first: number;
  readonly last: number;
  readonly accounts: number;
}

/**
 * @param grid the attribute. @param size `counts`: accounts of each code; `mostGroups`: value groups at most;
 * `leastAccounts`: what a group must hold to stand alone (missing included: otherwise it is in no group).
 */
export function coarsenGrid(
  grid: AttributeGrid,
  size: { readonly counts: ArrayLike<number>; readonly mostGroups: number; readonly leastAccounts: number },
): CoarseGroups {
  const { counts, leastAccounts } = size;
  const missing = counts[grid.binCount + 1];
  const groups = grid.kind === 'category' ? categoryGroups(grid, size) : orderedGroups(grid, size);
  // A set is missing as a whole, so its missing cells say nothing about one member.
  if (grid.kind !== 'member' && missing >= leastAccounts) {
    groups.push({ kind: 'missing', first: grid.binCount + 1, last: grid.binCount + 1, accounts: missing });
  }
  const groupOf = new Int16Array(grid.binCount + 2).fill(-1);
  groups.forEach(({ kind, first, last }, g) => {
    if (kind !== 'rest') groupOf.fill(g, first, last + 1);
  });
  const rest = groups.findIndex(({ kind }) => kind === 'rest');
  if (rest >= 0) for (let code = 0; code <= grid.binCount; code++) if (groupOf[code] < 0) groupOf[code] = rest;
  return { groupOf, groups, isOrdered: grid.kind !== 'category' };
}

type Size = Parameters<typeof coarsenGrid>[1];

function orderedGroups(grid: Exclude<AttributeGrid, CategoryGrid>, size: Size): CoarseGroup[] {
  const starts = grid.kind === 'numeric' ? quantileStarts(grid, size) : [1];
  const groups = [0, ...starts].map((first, i): CoarseGroup => {
    const last = (starts[i] ?? grid.binCount) - 1;
    return { kind: 'value', first, last, accounts: sumBetween(size.counts, { first, last }) };
  });
  while (groups.length > 2) {
    const small = groups.findIndex(({ accounts }) => accounts < size.leastAccounts);
    if (small < 0) break;
    const left = small > 0 ? groups[small - 1].accounts : Number.POSITIVE_INFINITY;
    const right = groups[small + 1]?.accounts ?? Number.POSITIVE_INFINITY;
    const at = left <= right ? small - 1 : small;
    const [a, b] = groups.splice(at, 2);
    groups.splice(at, 0, { kind: 'value', first: a.first, last: b.last, accounts: a.accounts + b.accounts });
  }
  return groups.filter(({ accounts }) => accounts > 0);
}

/** Bins at which a group starts: the roundest cut near each quantile, so that groups can be said aloud. */
function quantileStarts(grid: NumericGrid, { counts, mostGroups }: Size): number[] {
  const below = new Float64Array(grid.binCount);
  for (let bin = 1; bin < grid.binCount; bin++) below[bin] = below[bin - 1] + counts[bin - 1];
  const total = below[grid.binCount - 1] + counts[grid.binCount - 1];
  const window = (0.25 * total) / mostGroups;
  const bins = Array.from({ length: grid.binCount - 1 }, (_, i) => i + 1);
  const digits = [0, ...grid.cuts.map(digitsOf)];
  const starts = new Set<number>();
  for (let j = 1; j < mostGroups && bins.length > 0; j++) {
    const far = (bin: number) => Math.abs(below[bin] - (j * total) / mostGroups);
    const near = bins.filter((bin) => far(bin) <= window);
    const closest = (a: number, b: number) => (far(b) < far(a) ? b : a);
    starts.add(
      near.length === 0
        ? bins.reduce(closest)
        : near.reduce((a, b) => (digits[a] === digits[b] ? closest(a, b) : digits[b] < digits[a] ? b : a)),
    );
  }
  return [...starts].sort((a, b) => a - b);
}

/** Digits needed to say a number; one that ends in 5 counts half a digit less. */
function digitsOf(value: number): number {
  const digits = Math.abs(value).toExponential().replace(/e.*$/, '').replace('.', '');
  return digits.length - (digits.endsWith('5') ? 0.5 : 0);
}

function categoryGroups(grid: CategoryGrid, { counts, mostGroups, leastAccounts }: Size): CoarseGroup[] {
  const bins = Array.from({ length: grid.binCount }, (_, bin) => bin).filter((bin) => counts[bin] > 0);
  bins.sort((a, b) => counts[b] - counts[a] || a - b);
  const other = counts[grid.binCount];
  // Two values and nothing else: both stay, however rare, and an exact test judges them.
  const alone = bins.length <= 2 && other === 0 ? bins : bins.filter((bin) => counts[bin] >= leastAccounts);
  const shown = alone.slice(0, alone.length === bins.length && other === 0 ? mostGroups : mostGroups - 1);
  const rest = sumBetween(counts, { first: 0, last: grid.binCount }) - shown.reduce((sum, bin) => sum + counts[bin], 0);
  // A rest too small to be judged takes the smallest group in.
  if (rest > 0 && rest < leastAccounts && shown.length > 2) shown.pop();
  const groups = shown.map((bin): CoarseGroup => ({ kind: 'value', first: bin, last: bin, accounts: counts[bin] }));
  const shownAccounts = groups.reduce((sum, { accounts }) => sum + accounts, 0);
  const all = sumBetween(counts, { first: 0, last: grid.binCount });
  if (all > shownAccounts) groups.push({ kind: 'rest', first: -1, last: -1, accounts: all - shownAccounts });
  return groups;
}

function sumBetween(counts: ArrayLike<number>, { first, last }: { first: number; last: number }): number {
  let sum = 0;
  for (let code = first; code <= last; code++) sum += counts[code];
  return sum;
}
