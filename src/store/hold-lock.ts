import { AssayError } from '../errors.js';
import { isBusy, openSqlite, type Sqlite } from './open-sqlite.js';

export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** ISO 8601, UTC. */
  readonly since: string;
}

/**
 * Takes the one place of a writer. It is an open transaction on a small SQLite file, so the operating system gives it
 * up with the process, whatever the process dies of: a lock that can be taken is no one's. Who holds it is written
 * in the file, for the others to read.
 * @returns `left`: the holder that ended without giving it up, or null.
 * @throws AssayError WORKSPACE_LOCKED.
 */
export function holdLock(path: string, holder: LockHolder): { left: LockHolder | null; release: () => void } {
  const sqlite = openSqlite(path, { waitMs: 0 });
  try {
    begin(sqlite, path);
    sqlite.run(
      'CREATE TABLE IF NOT EXISTS holder (id INTEGER PRIMARY KEY CHECK (id = 1), pid INTEGER, host TEXT, since TEXT, held INTEGER) STRICT',
    );
    const left = readHolder(sqlite);
    sqlite.run('INSERT OR REPLACE INTO holder VALUES (1, ?, ?, ?, 1)', [holder.pid, holder.host, holder.since]);
    commit(sqlite);
    begin(sqlite, path);
    return { left, release: () => release(sqlite) };
  } catch (cause) {
    sqlite.close();
    throw cause;
  }
}

function begin(sqlite: Sqlite, path: string): void {
  try {
    sqlite.driver.pragma('busy_timeout = 0');
    sqlite.exec('BEGIN IMMEDIATE');
  } catch (cause) {
    if (!isBusy(cause)) throw cause;
    sqlite.driver.pragma('busy_timeout = 2000');
    throw locked(path, readHolder(sqlite));
  }
}

/** Someone may be reading who holds it; that takes no longer than a moment. */
function commit(sqlite: Sqlite): void {
  sqlite.driver.pragma('busy_timeout = 2000');
  sqlite.exec('COMMIT');
}

function release(sqlite: Sqlite): void {
  try {
    sqlite.run('UPDATE holder SET held = 0');
    commit(sqlite);
  } catch {
    // Without room for the note the lock is given up all the same; the next writer only reads that it was left behind.
    if (sqlite.driver.inTransaction) sqlite.exec('ROLLBACK');
  } finally {
    sqlite.close();
  }
}

function readHolder(sqlite: Sqlite): LockHolder | null {
  const [table] = sqlite.all("SELECT 1 FROM sqlite_master WHERE name = 'holder'");
  if (table === undefined) return null;
  const [row] = sqlite.all('SELECT pid, host, since FROM holder WHERE held = 1');
  return row === undefined ? null : { pid: Number(row.pid), host: String(row.host), since: String(row.since) };
}

function locked(path: string, holder: LockHolder | null): AssayError {
  const who = holder === null ? 'another process' : `process ${holder.pid} on ${holder.host} since ${holder.since}`;
  return new AssayError('WORKSPACE_LOCKED', {
    detail: `The workspace is being written to by ${who}.`,
    hint: 'Wait until it is done, or end it; reading is possible meanwhile.',
    place: { file: path },
  });
}
