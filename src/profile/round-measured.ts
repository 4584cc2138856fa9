/** A measured number as the document states it: so many digits that rounding it once more for people shows no other number. */
export function roundMeasured(value: number, digits = 7): number {
  return Number.isFinite(value) ? Number(value.toPrecision(digits)) + 0 : value;
}
