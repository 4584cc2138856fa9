import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect } from 'vitest';
import { listImports, readMerges, readQuarantined } from '../../src/store/list-imports.js';
import { openWorkspace } from '../../src/store/open-workspace.js';
import { readSnapshot } from '../../src/store/read-snapshot.js';

/**
 * Opens a workspace whose writer ended somehow: every import of which `acknowledged` has the number is whole, so is
 * every other that is there, and no file is there that none of them cites.
 * @param since imports up to this number were looked at before. @returns the number of the last import, and notes.
 */
export async function checkWorkspace(
  folder: string,
  { acknowledged, since }: { acknowledged: readonly number[]; since: number },
): Promise<{ last: number; notes: readonly string[] }> {
  const workspace = await openWorkspace(folder, { now: () => new Date() });
  try {
    const imports = await listImports(workspace);
    const numbers = imports.map(({ id }) => id);
    expect(acknowledged.filter((id) => !numbers.includes(id))).toEqual([]);
    for (const { id, files } of imports.filter((one) => one.id > since)) {
      expect(files.map(({ manifest }) => manifest.source.name)).toEqual(['companies.csv', 'deals.csv']);
      expect(await readMerges(workspace, id)).toHaveLength(1);
      for (const { position, manifest } of files) {
        expect(await readQuarantined(workspace, { importId: id, position })).toHaveLength(3);
        const { table } = await readSnapshot(workspace, manifest.hash);
        expect(table.rowCount).toBe(manifest.accepted);
      }
    }
    const cited = imports.flatMap(({ files }) => files.map(({ manifest }) => manifest.hash));
    const expected = cited.flatMap((hash) => [`${hash}.json`, `${hash}.parquet`]);
    expect(readdirSync(join(folder, 'snapshots')).sort()).toEqual(expected.sort());
    return { last: numbers.at(-1) ?? 0, notes: workspace.notes };
  } finally {
    await workspace.close();
    await letGo();
  }
}

/** The driver gives a file up when its statements are garbage; the next writer should find it as after a crash, alone. */
async function letGo(): Promise<void> {
  await setImmediate();
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  await setImmediate();
}
