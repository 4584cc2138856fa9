import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../../../src/activate/experiment/parse-experiment.js';
import { printExperiment } from '../../../src/activate/experiment/print-experiment.js';
import { AssayError } from '../../../src/errors.js';
import { sampleExperiment, stratified } from './sample-experiment.js';

const problemsOf = (text: string): string => {
  try {
    parseExperiment(text, { file: 'experiment.yaml' });
  } catch (error) {
    if (error instanceof AssayError) return error.message;
  }
  return '';
};

describe('parseExperiment', () => {
  it('reads back what printExperiment writes', () => {
    for (const experiment of [sampleExperiment, stratified])
      expect(parseExperiment(printExperiment(experiment), { file: 'e.yaml' })).toEqual(experiment);
  });

  it('tells line and column of what is wrong, and the fix', () => {
    const text = printExperiment(sampleExperiment);
    const line = text.split('\n').findIndex((one) => one.startsWith('reading')) + 1;
    expect(problemsOf(text.replace('reading: any time', 'reading: sometimes'))).toBe(
      `experiment.yaml:${line}:10 reading is "sometimes". Write one of any time, once.`,
    );
    expect(problemsOf(text.replace('power: 0.8', 'powr: 0.8'))).toMatch(/"powr" is not a key of design.*"power"/);
  });

  it('refuses shares that do not add up, no hold-out, arms of one name, and amounts without their spread', () => {
    const text = printExperiment(sampleExperiment);
    expect(problemsOf(text.replace('{name: act, share: 0.5}', '{name: act, share: 0.4}'))).toMatch(/add up to 0.9/);
    expect(problemsOf(text.replace(', holdout: true', ''))).toMatch(/0 arms are held out/);
    expect(problemsOf(text.replace('name: act,', 'name: holdout,'))).toMatch(/"holdout" stands twice/);
    expect(problemsOf(text.replace(', is: [won]', ''))).toMatch(/design.sd is missing/);
    expect(problemsOf('just a text')).toMatch(/not an experiment/);
  });
});
