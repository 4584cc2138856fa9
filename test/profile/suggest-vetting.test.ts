import { describe, expect, it } from 'vitest';
import { suggestVetting } from '../../src/profile/suggest-vetting.js';
import { sampleProfile } from './sample-profile.js';

describe('suggestVetting', () => {
  it('asks for what gives or costs the most points, and leaves out what was refuted', () => {
    const [size, industry, slack] = sampleProfile.criteria;
    expect(suggestVetting([industry, { ...slack, points: -9 }, size])).toEqual([
      'Confirm that employees 50–199 holds.',
      'Rule out stack without Slack.',
      'Confirm that industry in (Software, IT services) holds.',
    ]);
    expect(suggestVetting([{ ...size, status: 'refuted' }, { ...slack }])).toEqual([]);
    expect(suggestVetting(Array(9).fill(size))).toHaveLength(5);
  });
});
