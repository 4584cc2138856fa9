import type { Entity } from '../../model/entity.js';
import type { ColumnMapping, ColumnUse } from '../../model/mapping.js';
import { proposeSensitivity } from '../sensitivity/propose-sensitivity.js';
import { type ColumnEvidence, sampleOf } from './column-evidence.js';
import { keyTarget } from './key-target.js';
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
  const { sensitivity, proxyFor, why } = proposeSensitivity(name, {
    values: sampleOf(column),
    isOfPeople,
    isOfDeeds: entity !== 'account' && entity !== 'contact' && entity !== 'answer',
  });
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

function restUse(column: ColumnEvidence, entity: Entity): ColumnUse {
  const { name, key, finding, isWhole, cells } = column;
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
      return ignored(whyUnique(name, sampleOf(column, 50)));
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
  const isDeed =
    entity !== 'account' &&
    entity !== 'contact' &&
    (kind === 'firmographic' || (kind === 'demographic' && /^(age|alter|edad|eta)/.test(key)));
  // How far someone is on the way to buying is what they did, not what they are.
  const isOnTheWay = /^(lifecyclestage|leadstatus|leadstage|customerstage|salesstage)$/.test(key);
  const attributeKind = isDeed || isOnTheWay ? 'behavioural' : kind;
  return { kind: 'attribute', attributeKind, type: type === 'number' && isWhole ? 'whole' : type };
}

/** Only ids name rows; other values that never come again say nothing of rows that are alike. */
function whyUnique(name: string, values: readonly string[]): string {
  const share = (passes: (value: string) => boolean) => values.filter(passes).length / Math.max(1, values.length);
  const isDated = (value: string) => /(19|20)\d\d\D{1,2}\d{1,2}\D{1,2}\d{1,2}/.test(value);
  const isSum = (value: string) => /^[^\p{L}\d]{1,3} ?\d[\d.,' ]*$|^\d[\d.,' ]*[.,' ][\d.,' ]*\D{0,4}$/u.test(value);
  if (share(isDated) >= 0.5) return 'looks like dates that cannot be read';
  if (share(isSum) >= 0.5) return 'looks like amounts that cannot be read';
  const isId = keyTarget(name)?.form === 'id' || share((value) => /^(?=.*\d)[\w.:/#-]+$/.test(value)) >= 0.9;
  return isId ? 'names rows and does not describe them' : 'text that is another one in nearly every row';
}

function ignored(reason: string): ColumnUse {
  return { kind: 'ignored', reason };
}
