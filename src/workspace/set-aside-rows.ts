import type { SetAside } from '../model/profile.js';
import type { RawTable } from '../model/table.js';

/** The rows that learning does not use, counted by their reason. */
export function setAsideRows({
  raw,
  duplicates,
  labels,
  outcome,
}: {
  raw: RawTable;
  duplicates: { readonly drop: ArrayLike<number> };
  /** 255 where the outcome is not known. */
  labels: Uint8Array;
  outcome: string;
}): SetAside[] {
  const found: SetAside[] = [];
  const add = (reason: SetAside['reason'], { count, detail }: { count: number; detail: string }) => {
    if (count > 0) found.push({ what: count === 1 ? '1 row' : `${count} rows`, reason, detail });
  };
  add('duplicate rows', {
    count: duplicates.drop.length,
    detail: 'exact repeats of an earlier record; each account counts once',
  });
  add('no outcome', {
    count: labels.filter((label) => label === 255).length,
    detail: `${outcome} is empty: what became of them is not known yet`,
  });
  const [first] = raw.quarantined;
  add('unreadable rows', {
    count: raw.quarantined.length,
    detail: first === undefined ? '' : `first on line ${first.line}: ${first.reason}`,
  });
  return found;
}
