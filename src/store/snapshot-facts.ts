import { type Entity, entities } from '../model/entity.js';
import type { Column, Table } from '../model/table.js';

export interface SnapshotInput {
  readonly entity: Entity;
  /** Raw or typed; its `source` and `snapshot` are the name and the SHA-256 of the file it was read from. */
  readonly table: Table;
  /** Records that were not accepted. */
  readonly quarantined: number;
  /** Physical records of the file: accepted and quarantined must add up to them. */
  readonly records: number;
}

/** What the footer of a snapshot says besides its columns; with it the manifest could be made again, but for its time. */
export function snapshotFacts({ entity, table, quarantined, records }: SnapshotInput): Record<string, string> {
  return {
    'assay.entity': entity,
    'assay.source': table.source,
    'assay.sha256': table.snapshot,
    'assay.records': String(records),
    'assay.quarantined': String(quarantined),
    'assay.types': table.columns.map(({ type }) => type).join(','),
  };
}

export interface SnapshotFacts {
  readonly entity: Entity;
  readonly source: string;
  readonly sha256: string;
  readonly records: number;
  readonly quarantined: number;
  readonly types: readonly Column['type'][];
}

/** The reverse of {@link snapshotFacts}. @throws RangeError where a fact is missing. */
export function readFacts(facts: Readonly<Record<string, string>>): SnapshotFacts {
  const fact = (name: string) => {
    const value = facts[`assay.${name}`];
    if (value === undefined) throw new RangeError(`the footer does not say ${name}`);
    return value;
  };
  const types = fact('types')
    .split(',')
    .filter((type) => type !== '');
  return {
    entity: oneOf(entities, fact('entity')),
    source: fact('source'),
    sha256: fact('sha256'),
    records: Number(fact('records')),
    quarantined: Number(fact('quarantined')),
    types: types.map((type) => oneOf(columnTypes, type)),
  };
}

const columnTypes = ['text', 'number', 'category', 'set', 'date'] as const satisfies readonly Column['type'][];

function oneOf<T extends string>(known: readonly T[], value: string): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new RangeError(`the footer says ${value}`);
  return found;
}
