import type { Attribute } from '../model/attribute.js';
import type { Measure, Recipe } from '../model/recipe.js';
import type { Report } from './document-report.js';
import type { IcpDocument } from './document-schema.js';
import type { RecipeDocument } from './recipe-schema.js';

type AttributeDocument = NonNullable<IcpDocument['attributes']>[number];

/** An attribute as the document has it. */
export function writeAttribute({
  name,
  kind,
  type,
  separator,
  sensitivity,
  proxyFor,
  recipe,
  ...wish
}: Attribute): AttributeDocument {
  return {
    name,
    kind,
    type,
    ...(separator === undefined ? {} : { separator }),
    ...(sensitivity === undefined ? {} : { sensitivity }),
    ...(proxyFor === undefined ? {} : { proxy_for: proxyFor }),
    ...(recipe === undefined ? {} : { recipe: writeRecipe(recipe) }),
    ...(wish.cuts === undefined ? {} : { cuts: [...wish.cuts] }),
    ...(wish.groups === undefined ? {} : { groups: wish.groups.map((group) => [...group]) }),
    ...(wish.monotone === undefined ? {} : { monotone: wish.monotone }),
  };
}

function writeRecipe({ from, measure, of, at, until, where, windowDays }: Omit<Recipe, 'name'>): RecipeDocument {
  return {
    from,
    measure,
    ...(of === undefined ? {} : { of }),
    at,
    ...(until === undefined ? {} : { until }),
    ...(where === undefined ? {} : { where: { column: where.column, values: [...where.values] } }),
    ...(windowDays === undefined ? {} : { window_days: windowDays }),
  };
}

/** An attribute of the document; a recipe that lacks what its measure needs is reported. */
export function readAttribute(
  { name, kind, type, separator, sensitivity, proxy_for, recipe, cuts, groups, monotone }: AttributeDocument,
  { path, report }: { path: readonly PropertyKey[]; report: Report },
): Attribute {
  if (recipe !== undefined) checkRecipe(recipe, { path: [...path, 'recipe'], report });
  return {
    name,
    kind,
    type,
    ...(separator === undefined ? {} : { separator }),
    ...(sensitivity === undefined ? {} : { sensitivity }),
    ...(proxy_for === undefined ? {} : { proxyFor: proxy_for }),
    ...(recipe === undefined ? {} : { recipe: readRecipe(recipe) }),
    ...(cuts === undefined ? {} : { cuts: [...new Set(cuts)].sort((a, b) => a - b) }),
    ...(groups === undefined ? {} : { groups }),
    ...(monotone === undefined ? {} : { monotone }),
  };
}

function readRecipe({ from, measure, of, at, until, where, window_days }: RecipeDocument): Omit<Recipe, 'name'> {
  return {
    from,
    measure,
    ...(of === undefined ? {} : { of }),
    at,
    ...(until === undefined ? {} : { until }),
    ...(where === undefined ? {} : { where }),
    ...(window_days === undefined ? {} : { windowDays: window_days }),
  };
}

const needsOf: Record<Measure, boolean> = {
  count: false,
  daysSince: false,
  trend: false,
  sum: true,
  mean: true,
  distinct: true,
  latest: true,
  members: true,
};

function checkRecipe(
  { measure, of, where }: RecipeDocument,
  { path, report }: { path: readonly PropertyKey[]; report: Report },
): void {
  if (needsOf[measure] && of === undefined) {
    report([...path, 'measure'], {
      message: `${measure} does not say of what`,
      fix: 'Add `of:` with the field or column that is measured.',
    });
  }
  if (where !== undefined && where.values.length === 0) {
    report([...path, 'where', 'values'], {
      message: 'no row has one of no values',
      fix: 'Name at least one value, or take `where` out.',
    });
  }
}
