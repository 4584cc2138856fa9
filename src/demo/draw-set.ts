import type { SetColumn } from '../model/table.js';
import type { SetDistribution } from './company-spec.js';
import type { Draw } from './draw.js';
import { lastHolding } from './last-holding.js';

/** A set of members per account, each drawn by its own probability. */
export function drawSet(distribution: SetDistribution, draw: Draw): SetColumn {
  const given = distribution.given ?? [];
  const tables = [distribution.members, ...given.map((entry) => ({ ...distribution.members, ...entry.members }))];
  const labels = [...new Set(tables.flatMap((members) => Object.keys(members)))];
  const memberCount = labels.length;
  const chances = tables.map((members) => labels.map((label) => members[label] ?? 0));
  if (distribution.ifEmpty !== undefined) labels.push(distribution.ifEmpty);
  const table = lastHolding(given, draw);
  const offsets = new Int32Array(draw.rowCount + 1);
  const codes: number[] = [];
  for (let row = 0; row < draw.rowCount; row++) {
    const chance = chances[table[row]];
    for (let code = 0; code < memberCount; code++) if (draw.random.next() < chance[code]) codes.push(code);
    if (codes.length === offsets[row] && distribution.ifEmpty !== undefined) codes.push(memberCount);
    offsets[row + 1] = codes.length;
  }
  return {
    type: 'set',
    name: draw.name,
    offsets,
    codes: new Int32Array(codes),
    labels,
    missing: new Uint8Array(draw.rowCount),
  };
}
