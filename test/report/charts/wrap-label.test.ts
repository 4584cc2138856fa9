import { describe, expect, it } from 'vitest';
import { wrapLabel } from '../../../src/report/charts/wrap-label.js';

const room = { columns: 20, lines: 2 };

describe('wrapLabel', () => {
  it('leaves a short label as it is', () => {
    expect(wrapLabel('employees 200–999', room)).toEqual(['employees 200–999']);
  });

  it('breaks at words', () => {
    expect(wrapLabel('Two year contract, tenure 24+', room)).toEqual(['Two year contract,', 'tenure 24+']);
  });

  it('drops the middle of what is too long, so that labels that end differently stay different', () => {
    const [one, other] = ['tenure 24+', 'tenure 12–23'].map((end) =>
      wrapLabel(`Two year contract, fiber optic internet service, ${end}`, room),
    );
    expect(one).toHaveLength(2);
    expect(one.join(' ')).toMatch(/^Two year contr.* … .*tenure 24\+$/);
    expect(other.join(' ')).toMatch(/tenure 12–23$/);
  });

  it('cuts a word that fits no line', () => {
    expect(wrapLabel('x'.repeat(25), room)).toEqual(['x'.repeat(20), 'x'.repeat(5)]);
    expect(wrapLabel('', room)).toEqual(['']);
  });

  it('never needs more room than there is', () => {
    for (let length = 1; length < 200; length += 7) {
      const lines = wrapLabel('ab cdefghij klmnopqrstuvwxyz '.repeat(9).slice(0, length), room);
      expect(lines.length).toBeLessThanOrEqual(2);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(20);
    }
  });
});
