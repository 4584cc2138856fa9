import { defineConfig } from 'vitest/config';

/** What runs every command of the docs and every example takes minutes: it stands with the end-to-end tests. */
const slow = ['test/package/doc-commands.test.ts', 'test/examples/**/*.test.ts'];

/** `quick` is `npm test`; `e2e` needs a browser (`npm run test:e2e`). Tests on data that is not ours skip without ASSAY_DATA. */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    silent: 'passed-only',
    reporters: [['default', { summary: false }]],
    projects: [
      { extends: true, test: { name: 'quick', include: ['test/**/*.test.ts'], exclude: ['test/e2e/**', ...slow] } },
      { extends: true, test: { name: 'e2e', include: ['test/e2e/**/*.test.ts', ...slow], testTimeout: 180_000 } },
    ],
  },
});
