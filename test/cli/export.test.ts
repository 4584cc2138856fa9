import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb/open-duckdb.js';
import { writeDeals } from './deals.js';
import { newFolder, runAssay } from './run-assay.js';

async function exported(...flags: string[]) {
  const learnt = writeDeals('deals.csv', { rows: 1500 });
  const profile = join(newFolder(), 'icp.yaml');
  await runAssay('learn', learnt, '--outcome', 'outcome=won', '--card', 'short', '-o', profile);
  const { exit, out } = await runAssay('export', 'sql', '--profile', profile, ...flags);
  return { profile, exit, sql: out };
}

describe('assay export sql', () => {
  it('prints a statement that gives the points, fit and tier that assay score gives', async () => {
    const { profile, exit, sql } = await exported();
    expect(exit).toBe(0);
    expect(sql).toContain('FROM "accounts"');
    const file = writeDeals('new.csv', { rows: 200, seed: 2, firstId: 5000 });
    const { out } = await runAssay('score', file, '--profile', profile);
    const scored = out
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));

    const database = await openDuckdb({ readable: [file] });
    const from = `read_csv('${file.replaceAll("'", "''")}')`;
    const statement = sql.replace('"accounts"', from).replace(/;\s*$/, '');
    const answer = await database.query({
      text: `SELECT CAST(deal_id AS VARCHAR) AS id, CAST(points AS DOUBLE) AS points, CAST(fit AS DOUBLE) AS fit, tier FROM (${statement}) AS s`,
      params: [],
    });
    database.close();
    const [ids, points, fit, tier] = answer.map((column) =>
      column.type === 'number' ? [...column.values] : Array.from(column.codes, (code) => column.labels[code]),
    );
    expect(ids.map((id, i) => [id, points[i], fit[i], tier[i]])).toEqual(
      scored.map(([id, of, share, , name]) => [id, Number(of), Number(share), name]),
    );
  });

  it('hands through the id, names the table asked for, and what each attribute adds', async () => {
    const { sql } = await exported('--from', 'crm.leads"; DROP TABLE x', '--id', 'lead "id"', '--contributions');
    expect(sql).toContain('FROM "crm"."leads""; DROP TABLE x"');
    expect(sql).toContain('"lead ""id"""');
    expect(sql).toContain('AS "points: plan"');
    expect(sql).toMatch(/;\n$/);
  });

  it('says what can be exported, and refuses a profile that must not score', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'icp.yaml'), 'assay: 1\nname: x\nmarket: b2b\nbest: {outcome: won}\n');
    expect((await runAssay('export', 'csv', '--profile', join(folder, 'icp.yaml'))).exit).toBe(2);
    expect((await runAssay('export', 'sql', '--profile', join(folder, 'icp.yaml'))).exit).toBe(1);
  });
});
