/** A start-up without data: hypotheses in a document, conversations that weigh them, and what to test next. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoCompanies, formatTrait, generateCompany, parseProfile, weighBeliefs } from 'assay';

const company = generateCompany(demoCompanies.nexacrm, { seed: 1 });
const folder = mkdtempSync(join(tmpdir(), 'assay-example-'));
for (const { name, text } of company.files) writeFileSync(join(folder, name), text);
const beliefs = parseProfile(company.beliefs?.text ?? '', { file: 'beliefs.yaml' });
const { profile, next } = await weighBeliefs(join(folder, 'conversations-50.csv'), { profile: beliefs });

for (const { trait, status } of profile.criteria) console.log(`${status.padEnd(11)}${formatTrait(trait)}`);
console.log(next?.sentence ?? 'All beliefs are settled.');
