/** A measured number as the document states it: four significant digits are finer than any interval it comes with. */
export function roundMeasured(value: number, digits = 4): number {
  return Number.isFinite(value) ? Number(value.toPrecision(digits)) + 0 : value;
}
