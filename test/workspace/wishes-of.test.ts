import { describe, expect, it } from 'vitest';
import type { Attribute } from '../../src/model/attribute.js';
import { wishesOf, withWishes } from '../../src/workspace/wishes-of.js';

const attribute = (name: string): Attribute => ({ name, kind: 'behavioural', type: 'whole' });

describe('wishesOf', () => {
  it('keeps only attributes of which something is wished', () => {
    const wishes = wishesOf([{ ...attribute('tenure'), cuts: [6, 12] }, attribute('calls')]);
    expect([...wishes]).toEqual([['tenure', { cuts: [6, 12] }]]);
    expect(withWishes([attribute('calls'), attribute('tenure')], wishes)).toEqual([
      attribute('calls'),
      { ...attribute('tenure'), cuts: [6, 12] },
    ]);
  });
});
