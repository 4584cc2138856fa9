import type { Relation, Select, Sql, SqlText } from './expression.js';

/**
 * A select as DuckDB writes it. Names are quoted and constants are literals, so that the text stands by itself; nothing of
 * either can end its quotes. It has no parameters.
 */
export function emitDuckdb(select: Select): SqlText {
  return { text: emitSelect(select, ''), params: [] };
}

function emitSelect({ columns, from }: Select, indent: string): string {
  const lines = columns.map(({ name, value }) => `${indent}  ${emit(value)} AS ${quoteName(name)}`);
  return `${indent}SELECT\n${lines.join(',\n')}\n${indent}FROM ${emitRelation(from, indent)}`;
}

function emitRelation(relation: Relation, indent: string): string {
  switch (relation.kind) {
    case 'table':
      return relation.path.map(quoteName).join('.');
    case 'parquet':
      return `read_parquet(${quoteText(relation.file)})`;
    case 'select':
      return `(\n${emitSelect(relation.select, `${indent}  `)}\n${indent})`;
  }
}

function emit(sql: Sql): string {
  switch (sql.kind) {
    case 'column':
      return quoteName(sql.name);
    case 'number':
      return emitNumber(sql.value);
    case 'text':
      return quoteText(sql.value);
    case 'cast':
      return `CAST(${emit(sql.of)} AS ${types[sql.to]})`;
    case 'when':
      return `CASE ${sql.cases.map(([test, value]) => `WHEN ${emit(test)} THEN ${emit(value)}`).join(' ')} ELSE ${emit(sql.otherwise)} END`;
    case 'less':
      return `${emit(sql.left)} < ${emit(sql.right)}`;
    case 'at least':
      return `${emit(sql.left)} >= ${emit(sql.right)}`;
    case 'is null':
      return `${emit(sql.of)} IS NULL`;
    case 'is no number':
      return `(${emit(sql.of)} IS NULL OR isnan(${emit(sql.of)}))`;
    case 'includes':
      return `list_contains(${emit(sql.list)}, ${quoteText(sql.member)})`;
    case 'look up':
      return emitLookUp(sql);
    case 'pick':
      // Lists count from 1.
      return `([${sql.values.join(', ')}])[1 + ${emit(sql.index)}]`;
    case 'sum':
      return sql.of.length === 0 ? '0' : `(${sql.of.map(emit).join(' + ')})`;
    case 'multiply':
      return `(${emit(sql.left)} * ${emit(sql.right)})`;
    case 'divide':
      return `(${emit(sql.left)} / ${emit(sql.right)})`;
    case 'round':
      return `round(${emit(sql.of)})`;
    case 'logistic':
      return `(1e0 / (1e0 + exp(-${emit(sql.of)})))`;
    case 'exponential':
      return `exp(${emit(sql.of)})`;
  }
}

const types = { number: 'DOUBLE', text: 'VARCHAR', whole: 'BIGINT' } as const;

/** A map of constants is looked up faster than a chain of comparisons is walked. */
function emitLookUp({ key, entries, otherwise }: Extract<Sql, { kind: 'look up' }>): string {
  // Keys must be distinct: of repeated ones the last counts.
  const points = new Map(entries.filter(([value]) => isUnicode(value)));
  if (points.size === 0) return String(otherwise);
  const pairs = [...points].map(([value, number]) => `${quoteText(value)}: ${number}`);
  return `coalesce(MAP {${pairs.join(', ')}}[${emit(key)}], ${otherwise})`;
}

/** With an exponent a literal is a double and keeps every digit; whole numbers are written plainly. */
function emitNumber(value: number): string {
  return Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : `(${value.toExponential()})`;
}

/** A zero byte would end the statement, and no engine allows one in a name. */
function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""').replaceAll('\0', '\uFFFD')}"`;
}

/** A zero byte would end the statement: such a text is written as its bytes. Half a character is in no table: it is NULL. */
function quoteText(text: string): string {
  if (!isUnicode(text)) return 'CAST(NULL AS VARCHAR)';
  if (!text.includes('\0')) return `'${text.replaceAll("'", "''")}'`;
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => `\\x${byte.toString(16).padStart(2, '0')}`);
  return `decode('${bytes.join('')}'::BLOB)`;
}

function isUnicode(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
