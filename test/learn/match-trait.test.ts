import { describe, expect, it } from 'vitest';
import { matchTrait } from '../../src/learn/match-trait.js';
import type { CategoryColumn, NumberColumn, SetColumn } from '../../src/model/table.js';

const seats: NumberColumn = {
  type: 'number',
  name: 'seats',
  values: Float64Array.of(0, 9, 10, 20, Number.NaN),
  whole: true,
};
const plan: CategoryColumn = {
  type: 'category',
  name: 'plan',
  codes: Int32Array.of(0, 1, 2, -1),
  labels: ['Pro', 'Team', 'pro'],
};
const stack: SetColumn = {
  type: 'set',
  name: 'stack',
  offsets: Int32Array.of(0, 2, 2, 3, 3),
  codes: Int32Array.of(0, 1, 1),
  labels: ['Slack', 'Jira'],
  missing: Uint8Array.of(0, 0, 0, 1),
};
const range = (lower: number | null, upper: number | null, upperIncluded = false) =>
  ({ kind: 'range', lower, upper, upperIncluded }) as const;

describe('matchTrait', () => {
  it('includes the lower bound, and the upper one if it says so', () => {
    expect([...matchTrait(seats, range(9, 20))]).toEqual([0, 1, 1, 0, 255]);
    expect([...matchTrait(seats, range(9, 20, true))]).toEqual([0, 1, 1, 1, 255]);
    expect([...matchTrait(seats, range(null, 10))]).toEqual([1, 1, 0, 0, 255]);
    expect([...matchTrait(seats, range(10, null))]).toEqual([0, 0, 1, 1, 255]);
    expect([...matchTrait(seats, range(null, null))]).toEqual([1, 1, 1, 1, 255]);
  });

  it('compares values exactly where the spelling occurs and folded where it does not', () => {
    expect([...matchTrait(plan, { kind: 'in', values: ['Pro'] })]).toEqual([1, 0, 0, 255]);
    expect([...matchTrait(plan, { kind: 'in', values: [' TEAM '] })]).toEqual([0, 1, 0, 255]);
    expect([...matchTrait(plan, { kind: 'in', values: ['PRO', 'Team'] })]).toEqual([1, 1, 1, 255]);
    expect([...matchTrait(plan, { kind: 'in', values: ['Basic'] })]).toEqual([0, 0, 0, 255]);
  });

  it('tells the empty set from a missing one', () => {
    expect([...matchTrait(stack, { kind: 'includes', member: 'Jira' })]).toEqual([1, 0, 1, 255]);
    expect([...matchTrait(stack, { kind: 'excludes', member: 'Slack' })]).toEqual([0, 1, 1, 255]);
    expect([...matchTrait(stack, { kind: 'missing' })]).toEqual([0, 0, 0, 1]);
  });

  it('finds missing numbers and categories', () => {
    expect([...matchTrait(seats, { kind: 'missing' })]).toEqual([0, 0, 0, 0, 1]);
    expect([...matchTrait(plan, { kind: 'missing' })]).toEqual([0, 0, 0, 1]);
  });

  it('reads numbers written as text, and text that names numbers', () => {
    const text: CategoryColumn = { ...plan, labels: ['12', 'many', '7'] };
    expect([...matchTrait(text, range(10, null))]).toEqual([1, 255, 0, 255]);
    expect([...matchTrait(seats, { kind: 'in', values: ['9', '20'] })]).toEqual([0, 1, 0, 1, 255]);
  });

  it('never takes a single value for a set of ranges', () => {
    expect([...matchTrait(stack, range(1, 2))]).toEqual([255, 255, 255, 255]);
    expect([...matchTrait(stack, range(null, null))]).toEqual([1, 1, 1, 255]);
    expect([...matchTrait(stack, { kind: 'in', values: ['Slack', 'Jira'] })]).toEqual([1, 0, 1, 255]);
  });
});
