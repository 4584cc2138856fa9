/** The report of a profile: one HTML file that opens offline, and Markdown. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { learnProfile, writeReport } from 'assay';
import { demoDeals } from './demo-data.js';

const { folder, earlier } = demoDeals();
const { profile } = await learnProfile(earlier, { outcome: 'status=won', id: 'account_id', time: 'created_on' });

for (const name of ['report.html', 'report.md']) {
  const path = join(folder, name);
  await writeReport(path, { profile });
  console.log(`${name}: ${Math.ceil(statSync(path).size / 1024)} KB`);
}
