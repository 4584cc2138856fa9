import type { ClusterTable } from './cluster-table.js';

/**
 * Rows in an order that depends on what the accounts are and not on where they stand, so that the same accounts in another
 * order give the same groups. Accounts that are alike in every level are interchangeable.
 */
export function canonicalOrder({ attributes, rowCount }: ClusterTable): Int32Array {
  const hashes = new Float64Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    let [high, low] = [0x9e3779b9, 0x85ebca6b];
    for (const { levels } of attributes) {
      high = Math.imul(high ^ levels[row], 0x01000193);
      high ^= high >>> 15;
      low = Math.imul(low + levels[row] + 1, 0xc2b2ae35);
      low ^= low >>> 13;
    }
    hashes[row] = (high >>> 0) * 2 ** 20 + (low >>> 12);
  }
  return Int32Array.from(hashes.keys()).sort((a, b) => hashes[a] - hashes[b]);
}
