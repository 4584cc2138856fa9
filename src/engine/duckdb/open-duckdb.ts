import { DuckDBDoubleVector, DuckDBEnumType, DuckDBInstance, type DuckDBResult } from '@duckdb/node-api';
import { AssayError } from '../../errors.js';
import type { AnswerColumn, Database, Query } from '../port.js';
import { AnswerBuilder } from './answer-builder.js';
import { vectorData } from './vector-data.js';

/**
 * Opens DuckDB in memory. It may read the named files and nothing else: no other file, no network, no extension that
 * is not built in, and the settings are locked before the first query runs.
 */
export async function openDuckdb({ readable }: { readable: readonly string[] }): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    // Rows must come back in the order of the file on any number of threads.
    preserve_insertion_order: 'true',
  });
  const connection = await instance.connect();
  const paths = readable.map((path) => `'${path.replaceAll("'", "''")}'`).join(', ');
  await connection.run(`SET allowed_paths = [${paths}]`);
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
  return {
    query: async ({ text, params }: Query) => {
      try {
        return await collect(await connection.stream(text, [...params]));
      } catch (cause) {
        throw engineError(cause);
      }
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function collect(result: DuckDBResult): Promise<AnswerColumn[]> {
  const names = result.columnNames();
  const builders = names.map((name) => new AnswerBuilder(name));
  const members = result.columnTypes().map((type) => (type instanceof DuckDBEnumType ? type.values : null));
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    // Asked once: the driver goes to the engine for it.
    const { rowCount } = chunk;
    for (let c = 0; c < names.length; c++) {
      const vector = chunk.getColumnVector(c);
      const builder = builders[c];
      const enumerated = members[c];
      const data = vector instanceof DuckDBDoubleVector || enumerated !== null ? vectorData(vector) : null;
      if (data !== null && enumerated !== null) builder.addMembers(data, enumerated);
      else if (data !== null) builder.addNumbers(data);
      else if (vector instanceof DuckDBDoubleVector) {
        for (let r = 0; r < rowCount; r++) builder.addNumber(vector.getItem(r) ?? Number.NaN);
      } else {
        for (let r = 0; r < rowCount; r++) {
          const value = vector.getItem(r);
          builder.addText(value === null ? null : String(value));
        }
      }
    }
  }
  return builders.map((builder, c) => builder.finish(result.columnTypeId(c) === doubleTypeId));
}

/** DUCKDB_TYPE_DOUBLE of the C interface; needed only where an answer has no rows. */
const doubleTypeId = 11;

function engineError(cause: unknown): AssayError {
  const message = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
  return new AssayError('ENGINE_FAILED', {
    detail: `DuckDB: ${message}`,
    hint: 'Check that the file is complete and not being written; if it is, please report this.',
    cause,
  });
}
