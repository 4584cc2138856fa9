import { describe, expect, it } from 'vitest';
import { parseProfile } from '../../src/profile/parse-profile.js';
import { printProfile } from '../../src/profile/print-profile.js';
import { sampleProfile } from './sample-profile.js';

describe('printProfile', () => {
  it('writes what a salesperson reads first at the top', () => {
    const lines = printProfile(sampleProfile).split('\n');
    expect(lines.filter((line) => /^\w/.test(line)).map((line) => line.split(':')[0])).toEqual([
      'assay',
      'name',
      'market',
      'description',
      'verdict',
      'reasons',
      'best',
      'learned',
      'criteria',
      'segments',
      'tiers',
      'proof',
      'baselines',
      'set_aside',
      'attributes',
      'scorecard',
      'review',
      'provenance',
    ]);
    expect(lines).toContain('  - trait: employees 50–199');
    expect(lines).toContain('  ideal: {from: 60}');
    expect(lines).toContain('        - {from: 50, under: 200, points: 18}');
  });

  it('writes no tiers and no scorecard where there is none', () => {
    const { vetting: _, ...rest } = sampleProfile;
    const text = printProfile({ ...rest, scorecard: null });
    expect(text).not.toMatch(/^(tiers|scorecard):/m);
    expect(parseProfile(text, { file: 'icp.yaml' })).toEqual({ ...rest, scorecard: null });
  });

  it('writes the stretch tier on one line when there is nothing to vet', () => {
    const { vetting: _, ...rest } = sampleProfile;
    expect(printProfile(rest)).toContain('  ideal: {from: 60}\n  stretch: {from: 42}\n  bad: {below: 42}\n');
  });

  it('rounds what was measured and keeps the scorecard to the last bit', () => {
    const third = 1 / 3;
    const profile = {
      ...sampleProfile,
      learned: { accounts: 3, positives: 1, baseRate: third },
      scorecard: { ...sampleProfile.scorecard!, calibration: { intercept: -third, slope: 0.1 + 0.2 } },
    };
    const text = printProfile(profile);
    expect(text).toContain('base_rate: 0.3333333}');
    const back = parseProfile(text, { file: 'icp.yaml' });
    expect(back.scorecard?.calibration).toEqual({ intercept: -third, slope: 0.30000000000000004 });
    expect(printProfile(back)).toBe(text);
  });

  it('quotes what other YAML readers would take for something else', () => {
    const text = printProfile({ ...sampleProfile, name: 'No', best: { ...sampleProfile.best, is: ['yes', '007'] } });
    expect(text).toContain('name: "No"');
    expect(text).toContain('is: ["yes", "007"]');
  });

  it('writes the same bytes for the same profile', () => {
    expect(printProfile(structuredClone(sampleProfile))).toBe(printProfile(sampleProfile));
  });
});
