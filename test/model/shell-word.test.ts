import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { shellWord } from '../../src/model/shell-word.js';

describe('shellWord', () => {
  it('quotes what a shell would take apart, and nothing else', () => {
    expect(shellWord('in/leads-2024.csv')).toBe('in/leads-2024.csv');
    expect(shellWord('Müller.csv')).toBe('Müller.csv');
    expect(shellWord('my leads.csv')).toBe("'my leads.csv'");
    expect(shellWord("it's $5.csv")).toBe("'it'\\''s $5.csv'");
    expect(shellWord('-rf')).toBe("'./-rf'");
  });

  it('is one word to a shell', () => {
    const name = `a "b" 'c' $d;e&f.csv`;
    expect(execFileSync('sh', ['-c', `printf %s ${shellWord(name)}`], { encoding: 'utf8' })).toBe(name);
  });
});
