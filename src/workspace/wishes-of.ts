import type { Attribute } from '../model/attribute.js';
import type { AttributeWish } from '../model/attribute-wish.js';

/** What a profile wishes of each attribute: own cuts, groups of values, a direction. */
export function wishesOf(attributes: readonly Attribute[]): Map<string, AttributeWish> {
  return new Map(attributes.flatMap((one) => (hasWish(one) ? [[one.name, wishOf(one)] as const] : [])));
}

/** The attributes of an input with the wishes that were made of them, so that the next profile keeps them. */
export function withWishes(attributes: readonly Attribute[], wishes: ReadonlyMap<string, AttributeWish>): Attribute[] {
  return attributes.map((one) => ({ ...one, ...wishes.get(one.name) }));
}

function wishOf({ cuts, groups, monotone }: AttributeWish): AttributeWish {
  return {
    ...(cuts === undefined ? {} : { cuts }),
    ...(groups === undefined ? {} : { groups }),
    ...(monotone === undefined ? {} : { monotone }),
  };
}

function hasWish({ cuts, groups, monotone }: AttributeWish): boolean {
  return cuts !== undefined || groups !== undefined || monotone !== undefined;
}
