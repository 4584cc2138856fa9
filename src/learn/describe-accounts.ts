import type { Criterion } from '../model/criterion.js';
import type { CategoryColumn, Column, NumberColumn, SetColumn } from '../model/table.js';
import type { Trait } from '../model/trait.js';

/** A value is worth telling when at least this share of the accounts has it. */
const leastShare = 0.5;
const most = 10;

/**
 * What accounts have in common when there are no others to compare with: the value most of them share, the range that
 * holds the middle half. Shares of what is known only; no lift, so a line says what was observed and no more (M3).
 */
export function describeAccounts(columns: readonly Column[], rowCount: number): Criterion[] {
  return columns
    .flatMap((column) => commonTrait(column, rowCount) ?? [])
    .sort((a, b) => b.share - a.share)
    .slice(0, most)
    .map(({ trait, share, known }) => ({
      trait,
      role: 'nice',
      status: 'observed',
      note: `${Math.round(100 * share)} % of ${known} accounts; whether others have it less often is not known.`,
    }));
}

interface Common {
  readonly trait: Trait;
  readonly share: number;
  readonly known: number;
}

function commonTrait(column: Column, rowCount: number): Common | null {
  switch (column.type) {
    case 'number':
      return middleHalf(column);
    case 'category':
      return commonValue(column);
    case 'set':
      return commonMember(column, rowCount);
    case 'date':
    case 'text':
      return null;
  }
}

function middleHalf({ name, values, whole }: NumberColumn): Common | null {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0) return null;
  const lower = sorted[Math.floor(sorted.length / 4)];
  const upper = sorted[Math.ceil((3 * sorted.length) / 4) - 1];
  if (!whole && lower === upper) return null;
  const inside = sorted.filter((value) => value >= lower && value <= upper).length;
  const condition = { kind: 'range', lower, upper, upperIncluded: true } as const;
  return { trait: { attribute: name, condition }, share: inside / sorted.length, known: sorted.length };
}

function commonValue({ name, codes, labels }: CategoryColumn): Common | null {
  const counts = new Int32Array(labels.length);
  for (const code of codes) if (code >= 0) counts[code]++;
  return commonest(counts, {
    known: counts.reduce((sum, count) => sum + count, 0),
    traitOf: (label) => ({ attribute: name, condition: { kind: 'in', values: [labels[label]] } }),
  });
}

function commonMember({ name, codes, labels, missing }: SetColumn, rowCount: number): Common | null {
  const counts = new Int32Array(labels.length);
  for (const code of codes) counts[code]++;
  return commonest(counts, {
    known: rowCount - missing.reduce((sum, value) => sum + value, 0),
    traitOf: (label) => ({ attribute: name, condition: { kind: 'includes', member: labels[label] } }),
  });
}

function commonest(
  counts: Int32Array,
  { known, traitOf }: { known: number; traitOf: (label: number) => Trait },
): Common | null {
  const best = counts.indexOf(counts.reduce((most, count) => Math.max(most, count), 0));
  const share = known === 0 ? 0 : counts[best] / known;
  return share < leastShare ? null : { trait: traitOf(best), share, known };
}
