import type { AttributeSpec, Distribution } from './company-spec.js';

/** For each attribute all attributes that it was drawn from, directly or through others, and itself. Attributes stand in drawing order. */
export function drawnFrom(attributes: readonly AttributeSpec[]): Record<string, string[]> {
  const origins = new Map<string, Set<string>>();
  for (const { name, values, missing } of attributes) {
    const direct = [...directOrigins(values), ...(missing?.given ?? []).map(({ when }) => when.attribute)];
    const all = new Set([name]);
    for (const origin of direct) for (const deep of origins.get(origin) ?? []) all.add(deep);
    origins.set(name, all);
  }
  return Object.fromEntries([...origins].map(([name, all]) => [name, [...all]]));
}

function directOrigins(values: Distribution): string[] {
  switch (values.kind) {
    case 'normal':
    case 'uniform':
    case 'lognormal':
    case 'count':
      return [
        ...(values.shifts ?? []).map(({ when }) => when.attribute),
        ...(values.follows ?? []).map(({ attribute }) => attribute),
      ];
    case 'category':
    case 'set':
    case 'text':
      return (values.given ?? []).map(({ when }) => when.attribute);
    case 'dateAfter':
    case 'sizeOf':
      return [values.attribute];
    case 'domain':
      return [values.company];
    case 'company':
      return [values.trades, values.forms].flatMap((by) => (by === undefined ? [] : [by.attribute]));
    case 'date':
    case 'identifier':
    case 'email':
    case 'constant':
      return [];
  }
}
