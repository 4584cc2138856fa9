/** Writes docs/reference/cli.md from the command tree. Run: npx tsx scripts/generate-cli-docs.ts */
import { writeFileSync } from 'node:fs';
import { describeCommands } from './describe-commands.js';

writeFileSync(new URL('../docs/reference/cli.md', import.meta.url), describeCommands());
