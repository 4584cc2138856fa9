import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { file, readTree } from './read-tree.js';
import { findForeignData, findHeavyFiles, findMachineTraces } from './stowaways.js';

const files = readTree();
const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

describe('findForeignData', () => {
  it('finds none in the repository', () => {
    expect(findForeignData(files)).toEqual([]);
  });

  it('finds an identifier and a row, in code too', () => {
    const known = { words: new Set([digest('1234-ABCDE')]), rows: new Set([digest('b|c|d|e|f|g|h|i|j|k|l')]) };
    const text = `const id = '1234-ABCDE';\nconst row = 'a;"b";c;d;e;f;g;h;i;j;k;l;m';\nconst other = '1234-ABCDF';`;
    expect(findForeignData([file('test/a.test.ts', text)], known)).toEqual([
      'test/a.test.ts:1: 1234-ABCDE',
      'test/a.test.ts:2: a row',
    ]);
  });
});

describe('findMachineTraces', () => {
  it('finds none in the repository', () => {
    expect(findMachineTraces(files)).toEqual([]);
  });

  it('finds absolute paths and registries, and leaves relative paths and addresses alone', () => {
    const lines = [
      'cd /ro_ot/x',
      'read "/wo_rk/main"',
      'see ./wo_rk/x',
      'https://regi_stry.example.org',
      'https://a.org/ro_ot/b',
    ];
    const text = lines.map((line) => line.replace('_', '')).join('\n');
    expect(findMachineTraces([file('a.md', text)]).map((found) => found.slice(0, 7))).toEqual([
      'a.md:1:',
      'a.md:2:',
      'a.md:4:',
    ]);
  });
});

describe('findHeavyFiles', () => {
  it('finds none in the repository', () => {
    expect(findHeavyFiles(files)).toEqual([]);
  });

  it('finds a file over the limit', () => {
    expect(findHeavyFiles([file('a.bin', 'abc')], 2)).toEqual(['a.bin: 3 bytes']);
  });
});
