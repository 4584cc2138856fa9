import { Kysely, SqliteDialect } from 'kysely';
import { AssayError } from '../errors.js';
import { migrations } from './migrations.js';
import { openSqlite, type Sqlite } from './open-sqlite.js';
import type { RecordTables } from './record-tables.js';

export interface OpenRecord {
  readonly tables: Kysely<RecordTables>;
  close(): void;
}

/**
 * Opens the record: SQLite with a write-ahead log, every commit on the disk before it is answered, foreign keys kept.
 * For writing, missing migrations are applied first, each in a transaction of its own.
 * @throws AssayError WORKSPACE_VERSION where the record is newer than this program, or older and opened to read.
 */
export function openRecord(path: string, { access, now }: { access: 'write' | 'read'; now: () => Date }): OpenRecord {
  const sqlite = openSqlite(path, { waitMs: 5000 });
  try {
    if (access === 'write') sqlite.driver.pragma('journal_mode = WAL');
    sqlite.driver.pragma('synchronous = FULL');
    sqlite.driver.pragma('foreign_keys = ON');
    if (access === 'write') migrate(sqlite, now);
    checkVersion(sqlite, path);
    if (access === 'read') sqlite.driver.pragma('query_only = ON');
  } catch (cause) {
    sqlite.close();
    throw cause;
  }
  const tables = new Kysely<RecordTables>({ dialect: new SqliteDialect({ database: sqlite.driver }) });
  return { tables, close: () => close(sqlite, access) };
}

/** Kysely closes only what it has used, and the driver only what is garbage: the log is emptied here, for the file to be whole. */
function close(sqlite: Sqlite, access: 'write' | 'read'): void {
  try {
    if (access === 'write') sqlite.driver.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    sqlite.close();
  }
}

function migrate(sqlite: Sqlite, now: () => Date): void {
  sqlite.run(
    'CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
  );
  const done = versionOf(sqlite);
  for (const { version, name, statements } of migrations.filter((step) => step.version > done)) {
    sqlite.exec('BEGIN IMMEDIATE');
    try {
      for (const statement of statements) sqlite.run(statement);
      sqlite.run('INSERT INTO migrations VALUES (?, ?, ?)', [version, name, now().toISOString()]);
      sqlite.exec('COMMIT');
    } catch (cause) {
      if (sqlite.driver.inTransaction) sqlite.exec('ROLLBACK');
      throw cause;
    }
  }
}

function checkVersion(sqlite: Sqlite, path: string): void {
  const version = versionOf(sqlite);
  const newest = migrations[migrations.length - 1].version;
  if (version === newest) return;
  throw new AssayError('WORKSPACE_VERSION', {
    detail: `${path} has version ${version}; this program knows ${newest}.`,
    hint:
      version > newest
        ? 'Install the newer Assay that wrote it.'
        : 'Open it once for writing, which brings it up to date.',
    place: { file: path },
  });
}

function versionOf(sqlite: Sqlite): number {
  const [table] = sqlite.all("SELECT 1 FROM sqlite_master WHERE name = 'migrations'");
  if (table === undefined) return 0;
  return Number(sqlite.all('SELECT coalesce(max(version), 0) AS version FROM migrations')[0].version);
}
