import { describe, expect, it } from 'vitest';
import { scanTokens } from './scan-tokens.js';

const kinds = (text: string) => scanTokens(text).map((token) => `${token.kind} ${token.text}`);

describe('scanTokens', () => {
  it('keeps comments and strings apart from code', () => {
    expect(kinds(`a /* 'b' */ "c // d" // e`)).toEqual([
      'word a',
      `comment /* 'b' */`,
      'string "c // d"',
      'comment // e',
    ]);
  });

  it('follows the expressions inside templates, nested ones too', () => {
    expect(kinds(`\`a\${b({ c: \`d\${e}\` })}f\`;`)).toEqual([
      `template \`a\${`,
      'word b',
      'punctuation (',
      'punctuation {',
      'word c',
      'punctuation :',
      `template \`d\${`,
      'word e',
      'template }`',
      'punctuation }',
      'punctuation )',
      'template }f`',
      'punctuation ;',
    ]);
  });

  it('tells a regular expression from a division', () => {
    expect(kinds('x / y; z = /[/"]\\//g')).toEqual([
      'word x',
      'punctuation /',
      'word y',
      'punctuation ;',
      'word z',
      'punctuation =',
      'regex /[/"]\\//g',
    ]);
  });

  it('counts lines through everything', () => {
    expect(scanTokens('/*\n*/\n`\n`\na').at(-1)).toEqual({ kind: 'word', text: 'a', line: 5 });
  });
});
