/**
 * The shortest decimal c with below < c <= above, so that cuts are numbers that people can read: between 45 and 53 it is 50.
 * @param below the greatest value under the cut. @param above the least value at or over the cut; above > below.
 */
export function roundCut(below: number, above: number): number {
  if (below < 0 && above >= 0) return 0;
  const largest = Math.max(Math.abs(below), Math.abs(above));
  let exponent = Math.floor(Math.log10(largest)) + 1;
  for (let digits = 0; digits < 18; digits++, exponent--) {
    for (const multiple of [5, 1]) {
      const cut = multipleAtMost(above, exponent, multiple);
      if (cut > below && cut <= above) return nearestToMiddle({ below, above, exponent, multiple, cut });
    }
  }
  return above;
}

/** Among the multiples of the step that separate the neighbours, the one closest to the middle. */
function nearestToMiddle(at: {
  below: number;
  above: number;
  exponent: number;
  multiple: number;
  cut: number;
}): number {
  const middle = at.below + (at.above - at.below) / 2;
  const closer = multipleAtMost(middle, at.exponent, at.multiple);
  return closer > at.below && closer <= at.above ? closer : at.cut;
}

function multipleAtMost(value: number, exponent: number, multiple: number): number {
  const steps = Math.floor((value / multiple) * 10 ** -exponent + 1e-9) * multiple;
  // Written and read back as text: 3 * 0.1 would carry binary noise into the document.
  return Number(`${steps}e${exponent}`);
}
