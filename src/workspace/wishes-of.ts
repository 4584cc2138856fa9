import type { Attribute } from '../model/attribute.js';
import type { AttributeWish } from '../model/attribute-wish.js';
import type { Column } from '../model/table.js';

/** What is wished of one column, beside or instead of what a profile wishes of it. */
export interface ColumnWish {
  readonly column: string;
  readonly wish: AttributeWish;
}

/** What a profile wishes of each attribute, and then what is wished besides: own cuts, values that are one, a way to go. */
export function wishesOf(
  attributes: readonly Attribute[],
  more: readonly ColumnWish[] = [],
): Map<string, AttributeWish> {
  const wishes = new Map(attributes.flatMap((one) => (hasWish(one) ? [[one.name, wishOf(one)] as const] : [])));
  // Groups told one by one add up; a document's own give way to them.
  const told = new Map<string, AttributeWish>();
  for (const { column, wish } of more) {
    const before = told.get(column);
    const groups = wish.groups === undefined ? {} : { groups: [...(before?.groups ?? []), ...wish.groups] };
    told.set(column, { ...before, ...wish, ...groups });
  }
  for (const [column, wish] of told) wishes.set(column, { ...wishes.get(column), ...wish });
  return wishes;
}

/** The attributes of an input with what is wished of them and has an effect, so that the next profile keeps it. */
export function withWishes(attributes: readonly Attribute[], wishes: ReadonlyMap<string, AttributeWish>): Attribute[] {
  return attributes.map((one) => {
    const { cuts: _, groups: __, monotone: ___, ...bare } = one;
    return { ...bare, ...effectOf({ ...one, ...wishes.get(one.name) }) };
  });
}

/** What cannot be kept, one sentence each: wishes of what is not learnt from, or of another type, or of values never seen. */
export function notesOnWishes(wishes: ReadonlyMap<string, AttributeWish>, columns: readonly Column[]): string[] {
  const byName = new Map(columns.map((column) => [column.name, column]));
  return [...wishes].flatMap(([name, { cuts, groups, monotone }]) => {
    const column = byName.get(name);
    if (column === undefined) return [`What is wished of ${name} has no effect: it is not learnt from.`];
    if (column.type !== 'number' && (cuts !== undefined || monotone !== undefined))
      return [`What is wished of ${name} has no effect: cuts and directions are for numbers, and it holds none.`];
    if (groups === undefined) return [];
    if (column.type !== 'category')
      return [`What is wished of ${name} has no effect: only categories are put into groups.`];
    const known = new Set(column.labels);
    const unknown = groups.flat().filter((value) => !known.has(value));
    return unknown.length === 0
      ? []
      : [`No account has ${unknown.join(', ')} as ${name}: check the spelling of the group.`];
  });
}

function wishOf({ cuts, groups, monotone }: AttributeWish): AttributeWish {
  return {
    ...(cuts === undefined ? {} : { cuts }),
    ...(groups === undefined ? {} : { groups }),
    ...(monotone === undefined ? {} : { monotone }),
  };
}

/** Cuts and directions are for numbers, groups for categories. */
function effectOf({ type, ...wish }: Attribute): AttributeWish {
  const { groups, ...ofNumbers } = wishOf(wish);
  switch (type) {
    case 'whole':
    case 'number':
      return ofNumbers;
    case 'category':
      return groups === undefined ? {} : { groups };
    case 'set':
      return {};
  }
}

function hasWish({ cuts, groups, monotone }: AttributeWish): boolean {
  return cuts !== undefined || groups !== undefined || monotone !== undefined;
}
