import { expect, test } from 'vitest'
import { countsOfPlaywright, countsOfVitest, total } from './counts.ts'

const report = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, success: true }

test('a test file that could not be loaded counts as one failure', () => {
  expect(countsOfVitest(report)).toEqual({ passed: 7, failed: 0 })
  expect(countsOfVitest({ ...report, success: false })).toEqual({ passed: 7, failed: 1 })
  expect(countsOfVitest({ ...report, numFailedTests: 2, success: false })).toEqual({ passed: 7, failed: 2 })
})

test('a test that is left out, or only planned, has not passed', () => {
  expect(countsOfVitest({ ...report, numPendingTests: 2, numTodoTests: 1 })).toEqual({ passed: 7, failed: 3 })
})

test('a browser test that passes only sometimes, or is left out, has not passed', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 3 }
  expect(countsOfPlaywright({ stats, errors: [] })).toEqual({ passed: 5, failed: 6 })
  expect(countsOfPlaywright({ stats, errors: [new Error('the app did not start')] })).toEqual({
    passed: 5,
    failed: 7,
  })
})

test('the last line adds everything up', () => {
  expect(
    total([
      { passed: 1, failed: 0 },
      { passed: 40, failed: 2 },
    ]),
  ).toEqual({ passed: 41, failed: 2 })
  expect(total([])).toEqual({ passed: 0, failed: 0 })
})
