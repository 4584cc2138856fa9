import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';
import { DuckDBInstance } from '@duckdb/node-api';

// Loaded before a command by same-bytes.e2e.test.ts: a machine with as many processors, an engine with as many threads.
const { LEARNING_THREADS, ENGINE_THREADS } = process.env;
os.availableParallelism = () => Number(LEARNING_THREADS);
syncBuiltinESMExports();

const create = DuckDBInstance.create;
DuckDBInstance.create = (path, options) =>
  create.call(DuckDBInstance, path, { ...options, threads: String(ENGINE_THREADS) });
