/** What `assay import` is measured beside: DuckDB's plain read_csv and COPY to Parquet. Arguments: file, Parquet file. */
import { DuckDBInstance } from '@duckdb/node-api';

const [file, parquet] = process.argv.slice(2).map((path) => `'${path.replaceAll("'", "''")}'`);
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
await connection.run(`COPY (SELECT * FROM read_csv(${file})) TO ${parquet} (FORMAT parquet)`);
connection.closeSync();
instance.closeSync();
