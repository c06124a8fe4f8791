/**
 * Turns a runner's JSON report into counts. A report that is absent or empty, and an exit code that no counted failure
 * explains (a crash, an unhandled rejection), count as one failure: a runner that ran nothing has not passed.
 */
function counts(name, report, code, read) {
  const found = report === null ? { passed: 0, failed: 0, skipped: 0 } : read(report);
  if (found.passed + found.failed + found.skipped === 0)
    return { name, ...found, failed: 1, note: 'ran nothing' };
  if (code !== 0 && found.failed === 0) return { name, ...found, failed: 1, note: `exit code ${code}` };
  return { name, ...found };
}

/** @param report of vitest's `json` reporter, or null */
export function fromVitest(name, report, code) {
  return counts(name, report, code, (r) => {
    // A file that cannot be loaded is a failed suite without a test.
    const broken = r.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    );
    return {
      passed: r.numPassedTests,
      failed: r.numFailedTests + broken.length,
      skipped: r.numPendingTests + r.numTodoTests,
    };
  });
}

/** @param report of Playwright's `json` reporter, or null. A flaky test passed in the end. */
export function fromPlaywright(name, report, code) {
  return counts(name, report, code, ({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + (stats.unexpected === 0 ? errors.length : 0),
    skipped: stats.skipped,
  }));
}

export function sum(results) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const result of results) for (const key of Object.keys(total)) total[key] += result[key];
  return total;
}
