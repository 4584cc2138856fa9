import type { AttributeWish } from './attribute-wish.js';
import type { Recipe } from './recipe.js';
import type { Sensitivity } from './sensitivity.js';

/** The six kinds of attribute that an ICP is made of, and needs as the seventh (M4). */
export const attributeKinds = [
  'firmographic',
  'demographic',
  'geographic',
  'behavioural',
  'psychographic',
  'technographic',
  'need',
] as const;
export type AttributeKind = (typeof attributeKinds)[number];

/** How the values of an attribute are read and compared. `whole` is a number that takes whole values only. */
export const attributeTypes = ['whole', 'number', 'category', 'set'] as const;
export type AttributeType = (typeof attributeTypes)[number];

/** What may stand between the members of a set in a cell. */
export const setSeparators = [';', '|', ','] as const;
export type SetSeparator = (typeof setSeparators)[number];

/** Something known about accounts: one column of the input that may be learnt from. */
export interface Attribute extends AttributeWish {
  readonly name: string;
  readonly kind: AttributeKind;
  readonly type: AttributeType;
  /** Of a set of a file: what stood between its members, so that a small file is divided as the one that was learnt from. */
  readonly separator?: SetSeparator;
  /** Where people must not be scored by it unless somebody answers for that (M28). */
  readonly sensitivity?: Exclude<Sensitivity, 'none'>;
  /** Something protected that it may stand for, e.g. `ethnic origin` for a postcode. */
  readonly proxyFor?: string;
  /** How it is derived from a related table; absent: it is a column of the accounts. */
  readonly recipe?: Omit<Recipe, 'name'>;
}
