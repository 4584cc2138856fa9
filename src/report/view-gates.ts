import type { Gate } from '../model/gate.js';
import { formatCount, formatDecimal } from './format-number.js';
import type { GateRow } from './proof-details-view.js';

export const gatesTitle = 'What was asked';

/** What had to hold, each with its number beside the limit. */
export function viewGates(gates: readonly Gate[]): GateRow[] {
  return gates.map(({ name, passed, measured, must, limit, otherwise, sentence }) => ({
    name,
    passed,
    numbers: `${say(measured)} ${signs[must][passed ? 0 : 1]} ${say(limit)}`,
    otherwise: labels[otherwise],
    sentence,
  }));
}

/** `12 of 13 hold`. */
export function countHeld(gates: readonly GateRow[]): string {
  const held = gates.filter(({ passed }) => passed).length;
  return held === gates.length ? `all ${held} hold` : `${held} of ${gates.length} hold`;
}

/** Where it holds, and where it does not. */
const signs: Record<Gate['must'], readonly [string, string]> = {
  'at least': ['≥', '<'],
  above: ['>', '≤'],
  'at most': ['≤', '>'],
};

const labels: Record<Gate['otherwise'], string> = {
  ranked: 'ranked',
  description: 'description only',
  refused: 'refused',
};

function say(value: number): string {
  if (Number.isInteger(value)) return formatCount(value);
  return formatDecimal(value, Math.abs(value) < 0.1 ? 3 : 2);
}
