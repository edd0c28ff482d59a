import { expect, test } from 'vitest'
import { countsOfPlaywright, countsOfVitest, failuresOfPlaywright, total } from './counts.ts'

const report = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, success: true }

test('a test file that could not be loaded counts as one failure', () => {
  expect(countsOfVitest(report)).toEqual({ passed: 7, failed: 0 })
  expect(countsOfVitest({ ...report, success: false })).toEqual({ passed: 7, failed: 1 })
  expect(countsOfVitest({ ...report, numFailedTests: 2, success: false })).toEqual({ passed: 7, failed: 2 })
})

test('a test that is left out, or only planned, has not passed', () => {
  expect(countsOfVitest({ ...report, numPendingTests: 2, numTodoTests: 1 })).toEqual({ passed: 7, failed: 3 })
})

test('a browser test that is left out has not passed, and one that passes at its second attempt has', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 3 }
  expect(countsOfPlaywright({ stats, errors: [] })).toEqual({ passed: 7, failed: 4 })
  expect(countsOfPlaywright({ stats, errors: [new Error('the app did not start')] })).toEqual({
    passed: 7,
    failed: 5,
  })
})

test('a browser test that passed at its second attempt is named with what its first one met', () => {
  const tests = [{ status: 'flaky' as const, results: [{ error: { message: 'Timed out' } }, {}] }]
  const spec = { title: 'a card is moved', file: 'moves.spec.ts', line: 7, ok: true, tests }
  expect(failuresOfPlaywright({ suites: [{ specs: [spec] }] })).toEqual([
    'moves.spec.ts:7 › a card is moved (passed at its second attempt; look why)\n    Timed out',
  ])
})

test('of each browser test that failed, its place and the beginning of its error are told', () => {
  const spec = { title: 'a card is moved', file: 'moves.spec.ts', line: 7, ok: true, tests: [] }
  const message = [
    '\u001B[31mTimed out\u001B[39m',
    ...Array.from({ length: 40 }, (_, nth) => `line ${nth}`),
  ].join('\n')
  const tests = [{ results: [{ error: { message } }] }]
  const [first = '', ...others] = failuresOfPlaywright({
    suites: [{ specs: [spec], suites: [{ specs: [{ ...spec, ok: false, tests }] }] }],
  })
  expect(others).toEqual([])
  expect(first.split('\n').slice(0, 3)).toEqual([
    'moves.spec.ts:7 › a card is moved',
    '    Timed out',
    '    line 0',
  ])
  expect(first.split('\n')).toHaveLength(13)
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
