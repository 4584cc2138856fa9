import type { Entity } from '../../model/entity.js';
import type { ColumnMapping, ColumnUse } from '../../model/mapping.js';
import { proposeSensitivity } from '../sensitivity/propose-sensitivity.js';
import { type ColumnEvidence, sampleOf } from './column-evidence.js';
import type { FieldMatch } from './match-fields.js';
import { isTechnical } from './recognise-entity.js';
import { sourceTitle } from './recognise-source.js';

/** What becomes of a column: the field that it was found to be, else an attribute, else ignored with its reason. */
export function describeColumn(
  column: ColumnEvidence,
  {
    match,
    source,
    isOfPeople,
    entity,
  }: { match: FieldMatch | undefined; source: string | null; isOfPeople: boolean; entity: Entity },
): ColumnMapping {
  const { name } = column;
  const { sensitivity, proxyFor, why } = proposeSensitivity(name, { values: sampleOf(column), isOfPeople });
  const common = { column: name, sensitivity, ...(proxyFor === undefined ? {} : { proxyFor }) };
  if (match !== undefined) {
    const told =
      source !== null && match.confidence === 'sure' ? `${match.why}, as in ${sourceTitle(source)}` : match.why;
    return {
      ...common,
      use: { kind: 'field', field: match.field },
      confidence: match.confidence,
      why: told,
      ...(match.via === undefined ? {} : { via: match.via }),
    };
  }
  const use = sensitivity === 'personal' ? ignored('names a person; nobody is scored by it') : restUse(column, entity);
  const reason =
    why !== ''
      ? why
      : use.kind === 'ignored'
        ? use.reason
        : `${column.finding.type} of ${column.cells.distinct} values`;
  return { ...common, use, confidence: use.kind === 'ignored' ? 'sure' : 'likely', why: reason };
}

function restUse({ name, key, finding, isWhole, cells }: ColumnEvidence, entity: Entity): ColumnUse {
  if (isTechnical(name)) return ignored('written by the tool about itself');
  const { type, kind } = finding;
  switch (type) {
    case 'empty':
      return ignored('no value in any row');
    case 'constant':
      return ignored('the same value in every row');
    case 'free text':
      return ignored('free text');
    case 'identifier':
      return ignored('names rows and does not describe them');
    case 'number':
    case 'category':
    case 'set':
    case 'date':
      break;
  }
  if (
    /(^|[^v])(id|ids|key|guid|uuid)$/.test(key) &&
    /(^|[ _\-.])(id|ids|key|guid|uuid)$|[a-z](Id|ID|Ids|Key)$/.test(name)
  )
    return ignored(`key of another table, ${cells.distinct} values`);
  // What nothing tells is firmographic of accounts; of what accounts do, it is behaviour.
  const isDeed = entity !== 'account' && entity !== 'contact' && kind === 'firmographic';
  const attributeKind = isDeed ? 'behavioural' : kind;
  return { kind: 'attribute', attributeKind, type: type === 'number' && isWhole ? 'whole' : type };
}

function ignored(reason: string): ColumnUse {
  return { kind: 'ignored', reason };
}
