import type { ColumnMapping, TableMapping } from '../model/mapping.js';

/** More names in one line are counted: nobody reads them, and the mapping file has them all. */
const mostNames = 100;

/** A mapping as labelled lines: what a row is, its fields, attributes, what is ignored and why, what is sensitive. */
export function describeMapping(mapping: TableMapping, { isKept }: { isKept: boolean }): [string, string][] {
  const { columns, use } = mapping;
  const origin = isKept ? 'by the mapping that was kept' : `${mapping.confidence}: ${mapping.why}`;
  const tool = mapping.source === null ? '' : `, headers as in ${mapping.source}`;
  const rows: [string, string][] = [['is', `${whatIsARow(mapping)}${tool} (${origin})`]];
  if (use === 'unused') return rows;
  const fields = columns.flatMap((column) =>
    column.use.kind === 'field' ? [fieldText(column, column.use.field)] : [],
  );
  const attributes = columns.flatMap(({ column, use, confidence }) =>
    use.kind === 'attribute' ? [`${column} (${use.attributeKind}, ${use.type}${doubt(confidence)})`] : [],
  );
  if (fields.length > 0) rows.push(['fields', listed(fields)]);
  if (attributes.length > 0) rows.push(['attributes', listed(attributes)]);
  for (const [reason, names] of ignoredByReason(columns)) rows.push(['ignored', `${listed(names)}: ${reason}`]);
  const sensitive = columns
    .filter(({ sensitivity, proxyFor }) => sensitivity !== 'none' || proxyFor !== undefined)
    .map(({ column, sensitivity, proxyFor }) => {
      const stands = proxyFor === undefined ? [] : [`may stand for ${proxyFor}`];
      return `${column} (${[...(sensitivity === 'none' ? [] : [sensitivity]), ...stands].join('; ')})`;
    });
  if (sensitive.length > 0) rows.push(['sensitive', listed(sensitive)]);
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

function listed(names: readonly string[]): string {
  const more = names.length - mostNames;
  return more <= 0 ? names.join(', ') : `${names.slice(0, mostNames).join(', ')} and ${more} more`;
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
    const names = found.get(use.reason);
    if (names === undefined) found.set(use.reason, [column]);
    else names.push(column);
  }
  return found;
}
