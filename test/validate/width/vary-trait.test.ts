import { describe, expect, it } from 'vitest';
import { parseTrait } from '../../../src/model/parse-trait.js';
import type { Column } from '../../../src/model/table.js';
import type { Trait } from '../../../src/model/trait.js';
import { formatTrait } from '../../../src/model/trait-text.js';
import { varyTrait } from '../../../src/validate/width/vary-trait.js';

const traitOf = (text: string): Trait => {
  const parsed = parseTrait(text);
  if (parsed.kind === 'problem') throw new Error(parsed.message);
  return parsed.trait;
};
const employees: Column = {
  type: 'number',
  name: 'employees',
  whole: true,
  values: Float64Array.from({ length: 1000 }, (_, i) => i),
};

describe('varyTrait', () => {
  it('moves each bound of a range by a quarter of those inside, to round numbers', () => {
    const said = varyTrait(traitOf('employees 400–799'), employees).map(({ kind, trait }) => [
      kind,
      formatTrait(trait),
    ]);
    expect(said).toEqual([
      ['loosened', 'employees 300–799'],
      ['tightened', 'employees 500–799'],
      ['loosened', 'employees 400–900'],
      ['tightened', 'employees 400–700'],
    ]);
  });

  it('leaves an open end open', () => {
    const said = varyTrait(traitOf('employees 500+'), employees).map(({ trait }) => formatTrait(trait));
    expect(said).toEqual(['employees 380+', 'employees 630+']);
  });

  it('adds the most frequent values and takes each away', () => {
    const column: Column = {
      type: 'category',
      name: 'plan',
      labels: ['Pro', 'Team', 'Free', 'Old'],
      codes: Int32Array.from({ length: 100 }, (_, i) => (i < 40 ? 2 : i < 70 ? 0 : i < 99 ? 1 : 3)),
    };
    expect(varyTrait(traitOf('plan in (Pro, Team)'), column).map(({ trait }) => formatTrait(trait))).toEqual([
      'plan in (Pro, Team, Free)',
      'plan = Team',
      'plan = Pro',
    ]);
  });
});
