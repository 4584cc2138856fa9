import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * A program that imports two files again and again, and says each import on stdout once it is acknowledged; for `node
 * --input-type=module -e`, with the folder of the workspace as its argument. It needs `npm run build`: 200 starts
 * through a compiler would take minutes. `rows` grows by `growth` each time. Ends with the code of an error.
 */
export function importInALoop({ rows, growth = 0 }: { rows: number; growth?: number }): string {
  const at = (name: string) => JSON.stringify(pathToFileURL(join(process.cwd(), 'dist/store', `${name}.js`)).href);
  return `
    import { writeSync } from 'node:fs';
    import { openWorkspace } from ${at('open-workspace')};
    import { recordImport } from ${at('record-import')};
    import { writeSnapshot } from ${at('write-snapshot')};
    const say = (line) => writeSync(1, line + '\\n');
    try {
      const workspace = await openWorkspace(process.argv[1], { now: () => new Date() });
      say('open');
      for (let round = 0; ; round++) {
        const files = [];
        for (const source of ['companies.csv', 'deals.csv']) {
          const rowCount = ${rows} + round * ${growth};
          const labels = Array.from({ length: rowCount }, (_, row) => [process.pid, round, source, row].join(' '));
          const codes = Int32Array.from(labels.keys());
          const columns = [{ type: 'text', name: 'id', codes, labels }];
          const table = { source, snapshot: 'a'.repeat(64), rowCount, lines: codes, columns };
          const manifest = await writeSnapshot(workspace, { entity: 'account', table, quarantined: 3, records: rowCount + 3 });
          const mapping = { file: source, source: null, entity: 'account', confidence: 'sure', why: '', use: 'rows', columns: [] };
          const quarantined = [1, 2, 3].map((line) => ({ line, reason: 'too short', raw: String(round), before: 0 }));
          files.push({ manifest, mapping, quarantined });
        }
        const merges = [{ kept: 'a', merged: 'b', score: 1, reason: 'same', isReversible: true }];
        const { id } = await recordImport(workspace, { files, merges });
        say('import ' + id);
      }
    } catch (error) {
      say('error ' + error.code + ' ' + error.message);
    }
  `;
}
