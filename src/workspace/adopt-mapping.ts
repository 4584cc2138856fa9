import { fitsPattern, matchMapping } from '../intake/mapping/match-mapping.js';
import type { ColumnMapping, TableMapping } from '../model/mapping.js';
import type { RawTable } from '../model/table.js';

/**
 * The kept mapping for a file, with the columns that are new in it. A file of another name that has the same headers is
 * read in the same way and stays a table of its own.
 * @param about `fresh`: what was recognised in the file. @returns null where no kept mapping fits.
 */
export function adoptMapping(
  raw: RawTable,
  { kept, fresh }: { kept: readonly TableMapping[]; fresh: TableMapping },
): { mapping: TableMapping; notes: string[] } | null {
  const matched = matchMapping(raw, kept);
  if (matched === null) return null;
  const { mapping, added, missing, missingFields, revived, renamed } = matched;
  const notes: string[] = [];
  const taken = new Set(mapping.columns.flatMap(({ use }) => (use.kind === 'field' ? [use.field] : [])));
  const freshOf = (name: string): ColumnMapping[] => {
    const found = fresh.columns.find(({ column }) => column === name);
    if (found === undefined) return [];
    const fits = found.use.kind !== 'field' || (fresh.entity === mapping.entity && !taken.has(found.use.field));
    if (fits && found.use.kind === 'field') taken.add(found.use.field);
    const reason = 'new since the mapping was written; what it is was not clear';
    return [fits ? found : { ...found, use: { kind: 'ignored', reason }, why: reason }];
  };
  const columns = mapping.columns.flatMap((entry) =>
    revived.includes(entry.column) ? freshOf(entry.column) : [entry],
  );
  columns.push(...added.flatMap(freshOf));
  if (added.length > 0) notes.push(`New columns: ${added.join(', ')}.`);
  if (revived.length > 0) notes.push(`Columns that have values now: ${revived.join(', ')}.`);
  for (const { from, to } of renamed) notes.push(`${from} is called ${to} now.`);
  const lost = missing.filter((name) => !missingFields.includes(name));
  if (missingFields.length > 0) notes.push(`Fields that the file no longer has: ${missingFields.join(', ')}.`);
  if (lost.length > 0) notes.push(`Columns that the file no longer has: ${lost.join(', ')}.`);
  if (fitsPattern(raw.source, mapping.file)) return { mapping: { ...mapping, columns }, notes };
  notes.push(
    `Read like ${mapping.file}, whose headers it has, as a table of its own. If it is a newer state of it, give both one pattern (\`file: name-*.csv\`) in mapping.yaml.`,
  );
  return { mapping: { ...mapping, file: raw.source, columns }, notes };
}
