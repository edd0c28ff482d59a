/** How a step of `npm run verify` went. */
export type Counts = { passed: number; failed: number }

/**
 * What Vitest's JSON report says. A test that was left out, or is only planned, has failed: nobody knows what it would
 * have said. A file that could not even be loaded has no tests that could fail: then the failing itself counts as one.
 */
export function countsOfVitest(report: {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  success: boolean
}): Counts {
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests
  return { passed: report.numPassedTests, failed: report.success ? failed : Math.max(1, failed) }
}

/** What Playwright's JSON report says. A test that passed only when it was repeated has failed; so has one that was left out. */
export function countsOfPlaywright(report: {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: unknown[]
}): Counts {
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: unexpected + flaky + skipped + report.errors.length }
}

export const total = (all: Counts[]): Counts => ({
  passed: all.reduce((sum, { passed }) => sum + passed, 0),
  failed: all.reduce((sum, { failed }) => sum + failed, 0),
})
