import type { DateColumn } from '../model/table.js';
import type { DateDistribution } from './company-spec.js';
import type { Draw } from './draw.js';

export const dayMs = 86_400_000;

/** A day per account, in ascending order where `isSorted`: exports of a CRM stand in the order of creation. */
export function drawDate(
  { from, to, growth = 0 }: DateDistribution,
  { draw, isSorted }: { draw: Draw; isSorted: boolean },
): DateColumn {
  const first = Date.parse(from);
  const days = (Date.parse(to) - first) / dayMs;
  if (!(days >= 1)) throw draw.refuse(`from ${from} to ${to} is not a day or more`);
  const values = new Float64Array(draw.rowCount);
  for (let row = 0; row < draw.rowCount; row++) {
    const u = draw.random.next();
    // Inverse of the distribution with density ∝ exp(growth · share).
    const share = growth === 0 ? u : Math.log1p(u * Math.expm1(growth)) / growth;
    values[row] = first + Math.min(days - 1, Math.floor(share * days)) * dayMs;
  }
  if (isSorted) values.sort();
  return { type: 'date', name: draw.name, values };
}

/** A day some days after another date of the account. */
export function drawDateAfter(
  { attribute, medianDays, spread }: { attribute: string; medianDays: number; spread: number },
  draw: Draw,
): DateColumn {
  const start = draw.columns.get(attribute);
  if (start?.type !== 'date') throw draw.refuse(`"${attribute}" is not a date drawn earlier`);
  const values = start.values.map(
    (from) => from + Math.round(medianDays * Math.exp(spread * draw.random.normal())) * dayMs,
  );
  return { type: 'date', name: draw.name, values };
}
