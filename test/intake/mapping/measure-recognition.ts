import type { BriefExport } from './brief-exports.js';
import { fieldsFound, tableOf } from './table-of.js';

export interface RecognitionRate {
  readonly tables: number;
  readonly entitiesRight: number;
  readonly fields: number;
  readonly fieldsRight: number;
  /** What was not as it should be, one line each. */
  readonly misses: readonly string[];
}

/** How many of the entities and of the fields that matter are recognised; fields of a wrong entity are wrong. */
export function measureRecognition(exports: readonly BriefExport[]): RecognitionRate {
  let [entitiesRight, fields, fieldsRight] = [0, 0, 0];
  const misses: string[] = [];
  for (const table of exports) {
    const found = tableOf(table);
    const isRight = found.mapping.entity === table.entity && found.mapping.use === 'rows';
    if (isRight) entitiesRight++;
    else misses.push(`${table.title}: ${found.mapping.entity} (${found.mapping.use}) for ${table.entity}`);
    const columns = fieldsFound(found);
    for (const [field, wanted] of Object.entries(table.fields)) {
      fields++;
      if (isRight && wanted.split('|').includes(columns[field] ?? '')) fieldsRight++;
      else misses.push(`${table.title}: ${field} = ${columns[field] ?? 'none'} for ${wanted}`);
    }
  }
  return { tables: exports.length, entitiesRight, fields, fieldsRight, misses };
}
