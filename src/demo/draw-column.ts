import type { Column } from '../model/table.js';
import type { Distribution } from './company-spec.js';
import type { Draw } from './draw.js';
import { drawCategory } from './draw-category.js';
import { drawCompany, drawDomain } from './draw-company.js';
import { drawDate, drawDateAfter } from './draw-date.js';
import { drawEmail, drawIdentifier } from './draw-identifier.js';
import { drawNumber } from './draw-number.js';
import { drawSet } from './draw-set.js';
import { drawText } from './draw-text.js';
import { textColumn } from './text-column.js';

/** One column of true values. @param isSorted whether dates are put in ascending order. */
export function drawColumn(distribution: Distribution, { draw, isSorted }: { draw: Draw; isSorted: boolean }): Column {
  switch (distribution.kind) {
    case 'normal':
    case 'uniform':
    case 'lognormal':
    case 'count':
      return drawNumber(distribution, draw);
    case 'category':
      return drawCategory(distribution, draw);
    case 'set':
      return drawSet(distribution, draw);
    case 'date':
      return drawDate(distribution, { draw, isSorted });
    case 'dateAfter':
      return drawDateAfter(distribution, draw);
    case 'sizeOf':
      return drawSize(distribution, draw);
    case 'identifier':
      return drawIdentifier(distribution, draw);
    case 'company':
      return drawCompany(distribution, draw);
    case 'domain':
      return drawDomain(distribution, draw);
    case 'email':
      return drawEmail(draw);
    case 'text':
      return drawText(distribution, draw);
    case 'constant':
      return textColumn(draw.name, { rowCount: draw.rowCount, textOf: () => distribution.value });
  }
}

function drawSize({ attribute, except }: { attribute: string; except?: string }, draw: Draw): Column {
  const set = draw.columns.get(attribute);
  if (set?.type !== 'set') throw draw.refuse(`"${attribute}" is not a set drawn earlier`);
  const uncounted = except === undefined ? -1 : set.labels.indexOf(except);
  const values = new Float64Array(draw.rowCount);
  for (let row = 0; row < draw.rowCount; row++) {
    for (let i = set.offsets[row]; i < set.offsets[row + 1]; i++) if (set.codes[i] !== uncounted) values[row]++;
  }
  return { type: 'number', name: draw.name, values, whole: true };
}
