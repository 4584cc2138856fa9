import { describe, expect, it } from 'vitest';
import { demoCompanies, demoNames } from '../../src/demo/demo-companies.js';
import { generateCompany } from '../../src/demo/generate-company.js';
import { generateTable } from '../../src/demo/generate-table.js';
import { traitMask } from '../../src/demo/trait-mask.js';
import { traitOf } from '../../src/demo/traits.js';
import { parseProfile } from '../../src/profile/parse-profile.js';
import { plainLogistic } from './plain-logistic.js';

/** The records of a CSV, read letter by letter, independently of the product's reader. */
function records(text: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, isQuoted]: [string[], string, boolean] = [[], '', false];
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (isQuoted && letter === '"' && text[i + 1] === '"') cell += text[++i];
    else if (letter === '"') isQuoted = !isQuoted;
    else if (letter === ',' && !isQuoted) [row, cell] = [[...row, cell], ''];
    else if (letter === '\n' && !isQuoted) {
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
    } else cell += letter;
  }
  return rows;
}

describe('generateCompany', () => {
  it.each(demoNames)('prints the same bytes of %s for the same seed, and others for another', (name) => {
    const [once, again, other] = [1, 1, 2].map((seed) => generateCompany(demoCompanies[name], { seed, accounts: 300 }));
    expect(again).toEqual(once);
    expect(other.files[0].text).not.toBe(once.files[0].text);
  });

  it.each(demoNames)('prints every record of %s with as many cells as the header', (name) => {
    const { files, outcome } = generateCompany(demoCompanies[name], { seed: 3 });
    for (const { text, name: file } of files) {
      const [header, ...rows] = records(text);
      expect(rows.filter((row) => row.length !== header.length)).toEqual([]);
      expect(header.at(-1) === outcome.column).toBe(file !== 'prospects.csv');
      expect(header.includes(outcome.id as string)).toBe(true);
    }
  });

  it('plants 3,000 offers of Tech Titan with the leak, the copies and the blue ocean', () => {
    const { files, truth, outcome } = generateCompany(demoCompanies['tech-titan'], { seed: 1 });
    const [header, ...rows] = records(files[0].text);
    expect(files.map(({ name }) => name)).toEqual(['tech-titan.csv']);
    expect(rows).toHaveLength(3000 + 30 + 45);
    expect(outcome).toEqual({ column: 'status', value: 'won', id: 'account_id', time: 'created_on', keep: [] });
    expect(truth.leaks).toEqual(['onboarding_manager']);
    expect(Math.abs(truth.positives / 3000 - 0.18)).toBeLessThan(0.02);
    const at = (name: string) => header.indexOf(name);
    const filled = rows.filter((row) => row[at('onboarding_manager')] !== '');
    expect(new Set(filled.map((row) => row[at('status')]))).toEqual(new Set(['won']));
    const blueOcean = truth.effects.find(({ traits }) => traits.length === 3);
    expect(blueOcean?.share).toBeGreaterThan(0.02);
    expect(blueOcean?.lift).toBeGreaterThan(3);
    const notes = rows.map((row) => row[at('notes')]).filter((text) => text !== '');
    expect(notes.some((text) => text.includes('"not before spring"'))).toBe(true);
  });

  it('lets the market of Fresh & Fast turn', () => {
    const { table, labels, truth } = generateTable(demoCompanies['fresh-and-fast'], { seed: 1, accounts: 12_000 });
    expect(truth.drift[0]).toEqual({ until: '2024-10-01', overDays: 150 });
    const columns = new Map(table.columns.map((column) => [column.name, column]));
    const time = columns.get('first_order');
    if (time?.type !== 'date') throw new Error('no date');
    const turn = time.values.findIndex((value) => value >= Date.parse('2024-10-01'));
    const turned = time.values.findIndex((value) => value >= Date.parse('2025-03-01'));
    const masks = ['age 18–30', 'age 40–55'].map((text) => traitMask(traitOf(text), columns));
    const effects = (from: number, to: number) =>
      plainLogistic(
        masks.map((mask) => mask.slice(from, to)),
        labels.slice(from, to),
      ).slice(1);
    const [youngBefore, middleBefore] = effects(0, turn);
    const [youngAfter, middleAfter] = effects(turned, table.rowCount);
    expect(youngBefore).toBeGreaterThan(0.9);
    // Nothing planted on them by then; they care less for trends, which counts against them a little.
    expect(middleBefore).toBeLessThan(0.15);
    expect(youngAfter).toBeLessThan(0);
    expect(middleAfter).toBeGreaterThan(0.9);
  });

  it('starts NexaCRM from beliefs that the profile parser reads, and keeps early conversations in the later files', () => {
    const { files, beliefs, truth } = generateCompany(demoCompanies.nexacrm, { seed: 1 });
    expect(files.map(({ name }) => name)).toEqual([
      'conversations-10.csv',
      'conversations-50.csv',
      'conversations-200.csv',
      'prospects.csv',
    ]);
    expect(files.map(({ text }) => records(text).length - 1)).toEqual([10, 50, 200, 500]);
    expect(files[2].text.startsWith(files[1].text)).toBe(true);
    expect(files[1].text.startsWith(files[0].text)).toBe(true);
    const warnings: unknown[] = [];
    const profile = parseProfile(beliefs?.text ?? '', { file: 'beliefs.yaml', onWarning: (one) => warnings.push(one) });
    expect(warnings).toEqual([]);
    expect(profile.criteria.map(({ trait }) => trait)).toEqual(truth.beliefs.map(({ trait }) => trait));
    expect(profile.criteria.every(({ status }) => status === 'hypothesis')).toBe(true);
    expect(truth.beliefs.filter(({ holds }) => holds)).toHaveLength(3);
    expect(truth.noise).toContain('company_age_years');
  });
});
