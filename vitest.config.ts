import { defineConfig } from 'vitest/config';

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
      { extends: true, test: { name: 'quick', include: ['test/**/*.test.ts'], exclude: ['test/e2e/**'] } },
      { extends: true, test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], testTimeout: 180_000 } },
    ],
  },
});
