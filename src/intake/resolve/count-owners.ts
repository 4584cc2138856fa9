import type { AccountColumns } from './account-columns.js';
import { listMembers } from './pair-blocks.js';

export interface Owned {
  /** The first row of each record. */
  readonly first: Int32Array;
  /** The number of the name of each record, -1 where it has none. */
  readonly owners: Int32Array;
}

/**
 * How many different names have each value of a field. Values are counted by names, not by rows: copies of one account
 * must not make its own address look common. All records without a name count as one.
 * @param columns codes by row. @returns counts by the number of the value, of which there are `values`.
 */
export function countOwners(
  columns: readonly Int32Array[],
  { first, owners, values }: Owned & { readonly values: number },
): Int32Array {
  let most = -1;
  for (let record = 0; record < owners.length; record++) if (owners[record] > most) most = owners[record];
  const counts = new Int32Array(values);
  const { starts, members } = listMembers(columns.map((codes) => first.map((row) => codes[row])));
  // By owner, the value (plus one) that it was last met with: values come one after the other.
  const met = new Int32Array(most + 2);
  for (let value = 0; value + 1 < starts.length; value++) {
    for (let i = starts[value]; i < starts[value + 1]; i++) {
      const owner = owners[members[i]] + 1;
      if (met[owner] === value + 1) continue;
      met[owner] = value + 1;
      counts[value]++;
    }
  }
  return counts;
}

/** For each of `names`, how many different labels (`acme` of `acme.com`) the web domains beside it have. */
export function countLabels(
  { domain, otherDomain }: Pick<AccountColumns, 'domain' | 'otherDomain'>,
  { first, owners, names }: Owned & { readonly names: number },
): Int32Array {
  const labels = new Map<string, number>();
  const labelOf = Int32Array.from(domain.index.names, (text) => {
    const label = text.slice(0, text.indexOf('.'));
    const known = labels.get(label) ?? labels.size;
    labels.set(label, known);
    return known;
  });
  const pairs = new Float64Array(first.length * 2);
  let size = 0;
  for (const { codes } of [domain, otherDomain])
    for (let record = 0; record < first.length; record++) {
      const code = codes[first[record]];
      if (code >= 0 && owners[record] >= 0) pairs[size++] = owners[record] * labels.size + labelOf[code];
    }
  return countDistinct(pairs.subarray(0, size), { per: Math.max(1, labels.size), into: new Int32Array(names) });
}

function countDistinct(pairs: Float64Array, { per, into }: { per: number; into: Int32Array }): Int32Array {
  pairs.sort();
  for (let i = 0; i < pairs.length; i++) if (i === 0 || pairs[i] !== pairs[i - 1]) into[Math.floor(pairs[i] / per)]++;
  return into;
}
