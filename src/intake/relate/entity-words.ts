import type { Entity } from '../../model/entity.js';

/** What several rows of an entity are called, in names of attributes and in sentences. */
export function pluralOf(entity: Entity | 'stage'): string {
  return entity === 'activity' ? 'activities' : `${entity}s`;
}
