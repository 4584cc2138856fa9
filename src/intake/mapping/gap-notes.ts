import type { MappingGap, TableMapping } from '../../model/mapping.js';
import { outcomeColumn } from './ask-deals.js';
import type { RecognisedTable } from './recognise-table.js';

/**
 * What a table of deals does not say, as warnings: what cannot be asked, and, where a mapping was kept, what was asked
 * and is still missing in it.
 */
export function gapNotes(fresh: RecognisedTable, kept: TableMapping | undefined): string[] {
  const unasked = fresh.notes.filter(({ topic }) => kept === undefined || isMissing(kept, topic));
  const open = kept === undefined ? [] : fresh.questions;
  return [
    ...unasked.map(({ text }) => text),
    ...open.flatMap(({ question, topic, write = '' }) =>
      topic !== undefined && kept !== undefined && isMissing(kept, topic)
        ? [`Not answered: ${question} In the mapping, ${write}.`]
        : [],
    ),
  ];
}

/** What a person kept in a mapping is no guess any more. */
export function settle(mapping: TableMapping): TableMapping {
  const columns = mapping.columns.map((entry) =>
    entry.confidence === 'guess' && entry.dayOrder !== undefined ? { ...entry, confidence: 'sure' as const } : entry,
  );
  return { ...mapping, columns };
}

function isMissing(mapping: TableMapping, topic: MappingGap): boolean {
  const has = (field: string) => mapping.columns.some(({ use }) => use.kind === 'field' && use.field === field);
  if (mapping.use !== 'rows') return false;
  if (topic === 'account') return !has('account') && !has('contact');
  if (topic === 'moment') return mapping.entity === 'deal' && !has('closedAt');
  const outcome = outcomeColumn(mapping);
  return mapping.entity === 'deal' && (outcome?.won ?? []).length + (outcome?.lost ?? []).length === 0;
}
