const words =
  /^(?:(?:grand|sub|overall) ?)?(?:totals?|sum|summe|gesamt(?:summe)?|insgesamt|total general|total général|totaux|somme|suma|totale|totaal)\b[^\p{L}]*$/iu;
const amount = /^[-+(]?[$€£]? ?\d[\d.,' ]*( ?[%€$£]| [A-Z]{3})?\)?$/;
const longest = 60;

/**
 * Whether the last record of a file adds up the others, as reports do: its first filled cell says so, and all others
 * are amounts or empty, at least one of each.
 */
export function isTotalLine(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (cells.length < 2 || filled.length === 0 || filled[0].length > longest || !words.test(filled[0])) return false;
  return filled.length > 1 && filled.length < cells.length && filled.slice(1).every((cell) => amount.test(cell));
}
