import type { ColumnMapping, TableMapping } from '../model/mapping.js';

/** A mapping as labelled lines: what a row is, its fields, attributes, what is ignored and why, what is sensitive. */
export function describeMapping(mapping: TableMapping, { isKept }: { isKept: boolean }): [string, string][] {
  const { columns, use } = mapping;
  const origin = isKept ? 'by the mapping that was kept' : `${mapping.confidence}: ${mapping.why}`;
  const tool = mapping.source === null ? '' : `, written by ${mapping.source}`;
  const rows: [string, string][] = [['is', `${whatIsARow(mapping)}${tool} (${origin})`]];
  if (use === 'unused') return rows;
  const fields = columns.flatMap((column) =>
    column.use.kind === 'field' ? [fieldText(column, column.use.field)] : [],
  );
  const attributes = columns.flatMap(({ column, use, confidence }) =>
    use.kind === 'attribute' ? [`${column} (${use.attributeKind}, ${use.type}${doubt(confidence)})`] : [],
  );
  if (fields.length > 0) rows.push(['fields', fields.join(', ')]);
  if (attributes.length > 0) rows.push(['attributes', attributes.join(', ')]);
  for (const [reason, names] of ignoredByReason(columns)) rows.push(['ignored', `${names.join(', ')}: ${reason}`]);
  const sensitive = columns
    .filter(({ sensitivity, proxyFor }) => sensitivity !== 'none' || proxyFor !== undefined)
    .map(({ column, sensitivity, proxyFor }) => {
      const stands = proxyFor === undefined ? [] : [`may stand for ${proxyFor}`];
      return `${column} (${[...(sensitivity === 'none' ? [] : [sensitivity]), ...stands].join('; ')})`;
    });
  if (sensitive.length > 0) rows.push(['sensitive', sensitive.join(', ')]);
  return rows;
}

/** A sentence about the rows: `one deal a row`. */
export function whatIsARow({ use, entity }: Pick<TableMapping, 'use' | 'entity'>): string {
  const article = /^a/.test(entity) ? 'an' : 'a';
  if (use === 'unused') return 'nothing that Assay reads; kept, not used';
  if (use === 'history') return `a history: how each ${entity} changed`;
  if (use === 'link') return `a link: says more about each ${entity}`;
  return `each row is ${article} ${entity}`;
}

function fieldText({ column, via, dayOrder, won, confidence }: ColumnMapping, field: string): string {
  const more = [
    ...(via === undefined ? [] : [`via ${via}`]),
    ...(dayOrder === undefined ? [] : [dayOrder]),
    ...(won === undefined || won.length === 0 ? [] : [`won: ${won.join(' | ')}`]),
  ];
  const text = more.length === 0 ? '' : ` (${more.join('; ')})`;
  return `${column} → ${field}${text}${confidence === 'sure' ? '' : ` [${confidence}]`}`;
}

function doubt(confidence: ColumnMapping['confidence']): string {
  return confidence === 'guess' ? '; guess' : '';
}

function ignoredByReason(columns: readonly ColumnMapping[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { column, use } of columns) {
    if (use.kind !== 'ignored') continue;
    found.set(use.reason, [...(found.get(use.reason) ?? []), column]);
  }
  return found;
}
