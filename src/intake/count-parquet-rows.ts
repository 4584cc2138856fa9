import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { openDuckdb } from '../engine/duckdb/open-duckdb.js';

/** How many rows a Parquet file has; 0 for what is none or cannot be read, which is said by whoever reads it. */
export async function countParquetRows(path: string): Promise<number> {
  if (!(await isParquet(path))) return 0;
  const file = resolve(path);
  const database = await openDuckdb({ readable: [file] });
  try {
    const text = 'SELECT CAST(count(*) AS DOUBLE) FROM read_parquet($1)';
    const [rows] = await database.query({ text, params: [file] });
    return rows.type === 'number' ? rows.values[0] : 0;
  } catch {
    return 0;
  } finally {
    database.close();
  }
}

async function isParquet(path: string): Promise<boolean> {
  try {
    const handle = await open(path, 'r');
    try {
      const { buffer } = await handle.read(Buffer.alloc(4), { position: 0 });
      return buffer.toString('latin1') === 'PAR1';
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
}
