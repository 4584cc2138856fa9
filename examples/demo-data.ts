import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoCompanies, generateCompany } from 'assay';

/** Deals of a made-up company in two files: those that were decided first, and those that came later. */
export function demoDeals(): { folder: string; earlier: string; later: string } {
  const folder = mkdtempSync(join(tmpdir(), 'assay-example-'));
  const { files } = generateCompany(demoCompanies['tech-titan'], { seed: 1, accounts: 2000 });
  const [header, ...lines] = files[0].text.trimEnd().split('\n');
  const write = (name: string, part: string[]) => {
    const path = join(folder, name);
    writeFileSync(path, `${[header, ...part].join('\n')}\n`);
    return path;
  };
  return { folder, earlier: write('earlier.csv', lines.slice(0, 1400)), later: write('later.csv', lines.slice(1400)) };
}
