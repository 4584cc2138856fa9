import { readFileSync } from 'node:fs';

/**
 * Prints `passed failed skipped` of a run of vitest, from its JSON report. A file that could not be loaded has no tests
 * of its own and counts as one failure; so does a run that broke outside any test.
 */
const path = process.argv[2];
if (path === undefined) throw new Error('Usage: count-tests REPORT.json');
const { counts, failed } = countTests(JSON.parse(readFileSync(path, 'utf8')));
process.stdout.write(`${counts.passed} ${counts.failed} ${counts.skipped}\n`);
for (const name of failed) process.stderr.write(`  failed: ${name}\n`);

interface Report {
  readonly success: boolean;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

function countTests(report: Report) {
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = tests.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
  for (const { name, status, assertionResults } of report.testResults) {
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) failed.push(name);
  }
  if (!report.success && failed.length === 0) failed.push('the run, outside any test');
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed').length;
  return { counts: { passed, failed: failed.length, skipped }, failed };
}
