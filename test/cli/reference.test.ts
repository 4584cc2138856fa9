import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeCommands } from '../../scripts/describe-commands.js';

describe('docs/reference/cli.md', () => {
  it('is what the commands say of themselves', () => {
    const page = readFileSync(new URL('../../docs/reference/cli.md', import.meta.url), 'utf8');
    expect(page).toBe(describeCommands());
  });
});
