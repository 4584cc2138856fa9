import { Document, isMap, isScalar, isSeq, visit } from 'yaml';
import type { ColumnMapping, TableMapping } from '../../model/mapping.js';

/**
 * Mappings as canonical YAML, one column a line: the same mappings give the same bytes. `parseMapping` reads it back.
 * @returns text that ends with a line break.
 */
export function printMapping(mappings: readonly TableMapping[]): string {
  const document = new Document(
    {
      assay_mapping: 1,
      tables: mappings.map(({ file, source, entity, use, confidence, why, columns }) => ({
        file,
        ...(source === null ? {} : { source }),
        entity,
        ...(use === 'rows' ? {} : { use }),
        ...(confidence === 'sure' ? {} : { confidence }),
        ...(why === '' ? {} : { why }),
        columns: columns.map(columnEntry),
      })),
    },
    { aliasDuplicateObjects: false, compat: 'yaml-1.1' },
  );
  document.commentBefore = comment;
  visit(document, {
    Pair: (_, { key, value }) => {
      if (!isScalar(key) || !isSeq(value)) return;
      if (key.value === 'won' || key.value === 'lost' || value.items.length === 0) value.flow = true;
      if (key.value === 'columns') for (const item of value.items) if (isMap(item)) item.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

const comment = [
  ' How the columns of imported files map to the model. Edit it: it is used again at the next import.',
  ' Every column is a field of the entity, an attribute under its own name, or ignored with a reason.',
].join('\n');

/** What says nothing is not written; `parseMapping` puts it back. */
function columnEntry(mapping: ColumnMapping): Record<string, unknown> {
  const { column, use, via, dayOrder, won, lost, sensitivity, proxyFor, confidence, why } = mapping;
  const isSaid = use.kind === 'ignored' && use.reason === why;
  return {
    column,
    ...(use.kind === 'field' ? { field: use.field } : {}),
    ...(use.kind === 'attribute' ? { attribute: use.type, kind: use.attributeKind } : {}),
    ...(use.kind === 'ignored' ? { ignored: use.reason } : {}),
    ...(via === undefined ? {} : { via }),
    ...(dayOrder === undefined ? {} : { day_order: dayOrder }),
    ...(won === undefined ? {} : { won }),
    ...(lost === undefined ? {} : { lost }),
    ...(sensitivity === 'none' ? {} : { sensitivity }),
    ...(proxyFor === undefined ? {} : { proxy_for: proxyFor }),
    ...(confidence === 'sure' ? {} : { confidence }),
    ...(why === '' || isSaid ? {} : { why }),
  };
}
