import { stripVTControlCharacters } from 'node:util'

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

/**
 * What Playwright's JSON report says. A test that was left out has failed. One that passed at its second attempt has passed,
 * and `failuresOfPlaywright` names it with what its first attempt met.
 */
export function countsOfPlaywright(report: {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: unknown[]
}): Counts {
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected + flaky, failed: unexpected + skipped + report.errors.length }
}

type Suite = { suites?: Suite[]; specs?: Spec[] }
type Spec = {
  title: string
  file: string
  line: number
  ok: boolean
  tests: { status?: 'expected' | 'unexpected' | 'flaky' | 'skipped'; results: Result[] }[]
}
type Result = { error?: { message?: string } }

/**
 * Of each story that failed, or passed only at its second attempt, where it is and the beginning of its first error: a log
 * that is cut at its front keeps why.
 */
export function failuresOfPlaywright({ suites = [] }: { suites?: Suite[] }): string[] {
  return suites.flatMap(({ suites: inner = [], specs = [] }) => [
    ...specs.flatMap((spec) => (spec.ok && !isFlaky(spec) ? [] : [failureText(spec)])),
    ...failuresOfPlaywright({ suites: inner }),
  ])
}

const isFlaky = ({ tests }: Spec): boolean => tests.some(({ status }) => status === 'flaky')

const LINES = 12

function failureText(spec: Spec): string {
  const { title, file, line, tests } = spec
  const [error = 'no error was recorded'] = tests.flatMap(({ results }) =>
    results.flatMap(({ error: one }) => one?.message ?? []),
  )
  const beginning = stripVTControlCharacters(error).split('\n').slice(0, LINES)
  const what = isFlaky(spec) ? ' (passed at its second attempt; look why)' : ''
  return [`${file}:${line} › ${title}${what}`, ...beginning.map((text) => `    ${text}`)].join('\n')
}

export const total = (all: Counts[]): Counts => ({
  passed: all.reduce((sum, { passed }) => sum + passed, 0),
  failed: all.reduce((sum, { failed }) => sum + failed, 0),
})
