import type { SuspectedLeak } from '../../model/leak.js';
import type { DateColumn } from '../../model/table.js';
import { findLeaks, type LeakSearch } from '../find-leaks.js';
import { findFading } from './find-fading.js';
import { findLateValues } from './find-late-values.js';
import { findOrderLeaks } from './find-order-leaks.js';

/** Where and when the accounts stood, as far as it is known. */
export interface LeakSetting {
  /** Dates of the accounts, but for the decision. */
  readonly dates: readonly DateColumn[];
  /** When each account was decided; null where nothing says it. `isDate`: in ms since 1970, else only in order. */
  readonly decided: { readonly name: string; readonly values: ArrayLike<number>; readonly isDate: boolean } | null;
  /** Whether the accounts stand as they stood in a file: their order may tell. */
  readonly isInFileOrder: boolean;
  /** What the accounts are called, by place among them; null where nothing names them. */
  readonly ids: { readonly name: string; readonly of: (row: number) => string | null } | null;
}

/**
 * All that may know the outcome: attributes by themselves and in pairs, values dated after the decision, powers that are gone
 * among the latest accounts, and rows or ids in the order of the outcome.
 * @returns the gravest of each attribute, those to be set aside first.
 */
export function auditLeaks(search: LeakSearch, { dates, decided, ids, isInFileOrder }: LeakSetting): SuspectedLeak[] {
  const { coded, columns = [], labels, isAsOf = () => false } = search;
  const attributes = [...new Set(coded.grids.map(({ attribute }) => attribute))].filter((name) => !isAsOf(name));
  const found = [
    ...findLeaks(search),
    ...(decided?.isDate ? findLateValues({ dates, time: decided.values, attributes, decision: decided.name }) : []),
    ...(decided === null ? [] : findFading({ coded, columns, labels, time: decided.values })),
    ...(isInFileOrder ? findOrderLeaks({ labels, ...(ids === null ? {} : { ids: ids.of, id: ids.name }) }) : []),
  ];
  return gravest(found);
}

function gravest(found: readonly SuspectedLeak[]): SuspectedLeak[] {
  const byAttribute = new Map<string, SuspectedLeak>();
  for (const leak of found) {
    const known = byAttribute.get(leak.attribute);
    const isGraver = known?.severity === 'mention' && (leak.severity === 'set aside' || known.kind === 'name');
    if (known === undefined || isGraver) byAttribute.set(leak.attribute, leak);
  }
  const all = [...byAttribute.values()];
  return [
    ...all.filter(({ severity }) => severity === 'set aside'),
    ...all.filter(({ severity }) => severity === 'mention'),
  ];
}
