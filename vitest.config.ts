import { defineConfig } from 'vitest/config';

/** What takes more than some twelve processor seconds a file stands with the end-to-end tests: `npm test` is for every change. */
const slow = [
  'test/package/doc-commands.test.ts',
  'test/examples/**/*.test.ts',
  'test/cli/learn.test.ts',
  'test/cli/use.test.ts',
  'test/cli/judge.test.ts',
  'test/demo/tech-titan-width.test.ts',
];

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
