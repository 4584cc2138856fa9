import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { schemaDocs } from '../../scripts/generate-schema-docs.js';
import { checkProfile, parseProfile } from '../../src/profile/parse-profile.js';
import { printProfile } from '../../src/profile/print-profile.js';
import { profileJsonSchema } from '../../src/profile/profile-json-schema.js';
import { sampleProfile } from './sample-profile.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('schemaDocs', () => {
  it.each(Object.entries(schemaDocs()))(
    '%s is what the schema makes: run scripts/generate-schema-docs.ts',
    (path, content) => {
      expect(read(path)).toBe(content);
    },
  );
});

describe('profileJsonSchema', () => {
  const judge = z.fromJSONSchema(profileJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);

  it('accepts what is printed, as an editor reads it', () => {
    expect(judge.safeParse(parse(printProfile(sampleProfile))).error?.issues).toBeUndefined();
  });

  it('lets what has a default be left out, and asks for the rest', () => {
    expect(profileJsonSchema().required).toEqual(['name', 'market', 'best']);
  });

  it('refuses what parseProfile refuses', () => {
    const document = parse(printProfile(sampleProfile));
    expect(judge.safeParse({ ...document, market: 'b2x' }).success).toBe(false);
    expect(judge.safeParse({ ...document, learned: { accounts: -1, positives: 0, base_rate: 0 } }).success).toBe(false);
  });
});

describe('docs/methods/icp-document.md', () => {
  const blocks = [...read('docs/methods/icp-document.md').matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1]);
  const head = 'name: Example\nmarket: b2b\nbest: {outcome: won, is: yes}\n';

  it.each(blocks.map((block, i) => [i, block] as const))('block %i is read without a finding', (_, block) => {
    const text = block.startsWith('name:') ? block : `${head}${block}`;
    expect(checkProfile(text, { file: 'icp.yaml' }).diagnostics).toEqual([]);
  });

  it('has an example of every key', () => {
    const shown = new Set(blocks.flatMap((block) => Object.keys(parse(block))));
    expect(Object.keys(profileJsonSchema().properties ?? {}).filter((key) => !shown.has(key))).toEqual([]);
  });

  it('shows the finding that the reader gives', () => {
    const [block] = blocks;
    const broken = block.replace('role: must', 'role: muts');
    const told = (() => {
      try {
        return printProfile(parseProfile(broken, { file: 'icp.yaml' }));
      } catch (error) {
        return (error as Error).message;
      }
    })();
    expect(read('docs/methods/icp-document.md')).toContain(told);
  });
});
