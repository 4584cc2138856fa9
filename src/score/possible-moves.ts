import { type CompiledCard, pairPoints } from './compile-card.js';
import { rowText } from './row-text.js';
import { axisRows } from './term-rows.js';

/** One attribute (or one member of a set) become different: the axes on which the account then stands elsewhere. */
export interface Move {
  readonly cells: readonly { readonly axis: number; readonly row: number }[];
  readonly from: string;
  readonly to: string;
}

/**
 * Everything that could be different about an account, by attribute: one of the moves of each at a time. Nobody can be
 * told to become "other" or missing. Of a set that is known one member may come or go; one that is not known may turn
 * out to have at most one of the members that the card names.
 */
export function movesOf(compiled: CompiledCard, places: readonly number[]): Move[][] {
  const conditions = compiled.axes.map(axisRows);
  const textOf = (axis: number, row: number) => rowText(compiled.axes[axis], conditions[axis][row]);
  const single = (axis: number): Move[] =>
    conditions[axis].flatMap((condition, row) => {
      if (row === places[axis] || condition === null || condition.kind === 'missing') return [];
      return [{ cells: [{ axis, row }], from: textOf(axis, places[axis]), to: textOf(axis, row) }];
    });
  const unknownSets = new Map<string, number[]>();
  const moves: Move[][] = [];
  for (const [axis, { kind, attribute }] of compiled.axes.entries()) {
    if (kind !== 'member' || places[axis] !== unknownMember) moves.push(single(axis));
    else unknownSets.set(attribute, [...(unknownSets.get(attribute) ?? []), axis]);
  }
  for (const members of unknownSets.values()) {
    const from = textOf(members[0], unknownMember);
    const having = members.map((has): Move => ({ cells: membersWith(members, has), from, to: textOf(has, 0) }));
    const none = members.map((axis) => textOf(axis, 1)).join(' and ');
    moves.push([...having, { cells: membersWith(members, null), from, to: none }]);
  }
  return moves;
}

const unknownMember = 2;

function membersWith(members: readonly number[], has: number | null) {
  return members.map((axis) => ({ axis, row: axis === has ? 0 : 1 }));
}

/** What moves add to the points of one account. */
export interface Balance {
  /** Of moves that are made together, each of another attribute. */
  gain(moves: readonly Move[]): number;
  /** A number that one move never adds more than, whatever else is changed with it. */
  bound(move: Move): number;
}

export function createBalance(compiled: CompiledCard, places: readonly number[]): Balance {
  const { points, pairs } = compiled;
  const pairsOf = points.map((_, axis) =>
    pairs.flatMap((pair, p) => (pair.axes.some((placed) => placed.axis === axis) ? [p] : [])),
  );
  const now = pairs.map((pair) => pairPoints(pair, places));
  const state = [...places];
  const gainOfTerms = ({ cells }: Move) =>
    cells.reduce((sum, { axis, row }) => sum + points[axis][row] - points[axis][places[axis]], 0);
  const touched = (moves: readonly Move[]) =>
    new Set(moves.flatMap(({ cells }) => cells.flatMap(({ axis }) => pairsOf[axis])));
  return {
    gain(moves) {
      for (const { cells } of moves) for (const { axis, row } of cells) state[axis] = row;
      let gain = moves.reduce((sum, move) => sum + gainOfTerms(move), 0);
      for (const p of touched(moves)) gain += pairPoints(pairs[p], state) - now[p];
      for (const { cells } of moves) for (const { axis } of cells) state[axis] = places[axis];
      return gain;
    },
    bound(move) {
      let bound = gainOfTerms(move);
      for (const p of touched([move])) bound += Math.max(0, mostOf(pairs[p], move) - now[p]);
      return bound;
    },
  };
}

/** The most that a pair gives once a move is made. */
function mostOf({ axes, width, points }: CompiledCard['pairs'][number], { cells }: Move): number {
  const [rows, columns] = axes.map(({ axis, rowOf }) => {
    const cell = cells.find((candidate) => candidate.axis === axis);
    return cell === undefined ? [...new Set(rowOf)] : [rowOf[cell.row]];
  });
  return Math.max(...rows.map((row) => Math.max(...columns.map((column) => points[row * width + column]))));
}
