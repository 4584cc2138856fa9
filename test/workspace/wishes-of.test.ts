import { describe, expect, it } from 'vitest';
import type { Attribute } from '../../src/model/attribute.js';
import { notesOnWishes, wishesOf, withWishes } from '../../src/workspace/wishes-of.js';

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

describe('withWishes', () => {
  it('keeps nothing that has no effect: groups of numbers, cuts and directions of categories', () => {
    const wishes = wishesOf(
      [],
      [
        { column: 'ash', wish: { groups: [['a', 'b']], cuts: [2] } },
        { column: 'plan', wish: { groups: [['A', 'B']], monotone: 'increasing' } },
        { column: 'stack', wish: { cuts: [1] } },
      ],
    );
    const plan: Attribute = { name: 'plan', kind: 'behavioural', type: 'category' };
    const stack: Attribute = { name: 'stack', kind: 'technographic', type: 'set' };
    expect(withWishes([attribute('ash'), plan, stack], wishes)).toEqual([
      { ...attribute('ash'), cuts: [2] },
      { ...plan, groups: [['A', 'B']] },
      stack,
    ]);
  });
});

describe('wishesOf, of what is told besides', () => {
  it('goes before the document, and groups add up', () => {
    const wishes = wishesOf(
      [{ ...attribute('tenure'), cuts: [6, 12], monotone: 'decreasing' }],
      [
        { column: 'tenure', wish: { monotone: 'increasing' } },
        { column: 'plan', wish: { groups: [['A', 'B']] } },
        { column: 'plan', wish: { groups: [['C', 'D']] } },
      ],
    );
    expect(wishes.get('tenure')).toEqual({ cuts: [6, 12], monotone: 'increasing' });
    const groups = [
      ['A', 'B'],
      ['C', 'D'],
    ];
    expect(wishes.get('plan')).toEqual({ groups });
  });
});

describe('notesOnWishes', () => {
  it('says what cannot be kept', () => {
    const wishes = new Map([
      ['plan', { monotone: 'increasing' as const }],
      ['stage', { groups: [['Won', 'Wonn']] }],
      ['gone', { cuts: [1] }],
    ]);
    const category = (name: string) => ({
      type: 'category' as const,
      name,
      labels: ['Won', 'Lost'],
      codes: Int32Array.of(0, 1),
    });
    expect(notesOnWishes(wishes, [category('plan'), category('stage')])).toEqual([
      'What is wished of plan has no effect: cuts and directions are for numbers, and it holds none.',
      'No account has Wonn as stage: check the spelling of the group.',
      'What is wished of gone has no effect: it is not learnt from.',
    ]);
  });
});
