import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateCompany } from '../../src/demo/generate-company.js';
import { techTitan } from '../../src/demo/tech-titan.js';
import { techTitanSlide } from '../../src/demo/tech-titan-slide.js';
import { formatTrait } from '../../src/model/trait-text.js';
import { parseProfile } from '../../src/profile/parse-profile.js';
import { measureWidthFile } from '../../src/workspace/measure-width-file.js';
import { newFolder } from '../cli/run-assay.js';

describe('techTitanSlide', () => {
  it('is too narrow, and mid-sized firms with several tools are the blue ocean, whatever the seed', async () => {
    const profile = parseProfile(techTitanSlide, { file: 'slide.yaml' });
    for (const seed of [1, 2]) {
      const company = generateCompany(techTitan, { seed });
      const file = join(newFolder(), company.files[0].name);
      writeFileSync(file, company.files[0].text);
      const { report } = await measureWidthFile(file, { profile });
      expect(report.verdict).toBe('too narrow');
      const [ocean] = report.blueOceans;
      expect(ocean.standing).toBe('beats the ICP');
      // Planted: employees 200–999, tools_in_use 4+, and both together.
      const employees = report.blueOceans
        .flatMap(({ traits }) => traits)
        .find(({ attribute }) => attribute === 'employees');
      expect(employees?.condition).toMatchObject({ kind: 'range' });
      if (employees?.condition.kind !== 'range') continue;
      const { lower, upper } = employees.condition;
      expect(lower ?? 0).toBeLessThanOrEqual(350);
      expect(upper ?? 9999).toBeLessThanOrEqual(2500);
      expect(ocean.traits.map(formatTrait).join(' ')).toMatch(/tools_in_use|employees|recent_trigger/);
    }
  });
});
