import Libsql from 'libsql';

/** The one place that knows the SQLite driver. */
export interface Sqlite {
  readonly driver: Libsql.Database;
  /** Rows as objects by column; names come from our own statements only. */
  all(statement: string, params?: readonly (string | number | null)[]): Record<string, unknown>[];
  run(statement: string, params?: readonly (string | number | null)[]): void;
  /** For BEGIN and COMMIT: a prepared one that finds the file held would stay open, and keep others out. */
  exec(statement: string): void;
  close(): void;
}

/** Opens or makes a file. @param waitMs how long a statement waits for another connection, 0 to fail at once. */
export function openSqlite(path: string, { waitMs }: { waitMs: number }): Sqlite {
  const driver = new Libsql(path);
  driver.pragma(`busy_timeout = ${waitMs}`);
  return {
    driver,
    all: (statement, params = []) => driver.prepare(statement).all(...params) as Record<string, unknown>[],
    run: (statement, params = []) => {
      driver.prepare(statement).run(...params);
    },
    exec: (statement) => {
      driver.exec(statement);
    },
    close: () => driver.close(),
  };
}

/** Whether the error says that another connection holds the file. */
export function isBusy(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && String(cause.code).startsWith('SQLITE_BUSY');
}
