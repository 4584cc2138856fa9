/** How the record came to its present shape: one step each, applied once, in order, never edited after release. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly statements: readonly string[];
}

export const migrations: readonly Migration[] = [
  {
    version: 1,
    name: 'imports',
    statements: [
      `CREATE TABLE imports (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT UNIQUE,
        created_at TEXT NOT NULL,
        undone_at TEXT
      ) STRICT`,
      `CREATE TABLE import_files (
        id INTEGER PRIMARY KEY,
        import_id INTEGER NOT NULL REFERENCES imports (id),
        position INTEGER NOT NULL,
        snapshot TEXT NOT NULL,
        manifest TEXT NOT NULL,
        mapping TEXT NOT NULL,
        UNIQUE (import_id, position)
      ) STRICT`,
      `CREATE TABLE quarantined (
        id INTEGER PRIMARY KEY,
        file_id INTEGER NOT NULL REFERENCES import_files (id),
        line INTEGER NOT NULL,
        reason TEXT NOT NULL,
        raw TEXT NOT NULL,
        before INTEGER NOT NULL
      ) STRICT`,
      'CREATE INDEX quarantined_by_file ON quarantined (file_id)',
      `CREATE TABLE merges (
        id INTEGER PRIMARY KEY,
        import_id INTEGER NOT NULL REFERENCES imports (id),
        kept TEXT NOT NULL,
        merged TEXT NOT NULL,
        score REAL NOT NULL,
        reason TEXT NOT NULL,
        reversible INTEGER NOT NULL,
        undone_at TEXT
      ) STRICT`,
      'CREATE INDEX merges_by_import ON merges (import_id)',
      'CREATE TABLE pending_snapshots (hash TEXT PRIMARY KEY) STRICT',
    ],
  },
  {
    version: 2,
    name: 'merge decisions',
    statements: [
      `CREATE TABLE merge_decisions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        one TEXT NOT NULL,
        other TEXT NOT NULL,
        verdict TEXT NOT NULL,
        created_at TEXT NOT NULL
      ) STRICT`,
    ],
  },
];
