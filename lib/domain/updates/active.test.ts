import { assert, boolean, constant, constantFrom, option, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { isActive, STATES } from '../workflow.ts'
import { isActiveEpic, isActiveIssue, isActiveSubject } from './active.ts'

const IN_DEV = { kind: 'issue', open: true, state: 'in-dev', current: true } as const

test('an open issue of the milestone that runs is active from in dev on', () => {
  expect(isActiveIssue(IN_DEV)).toBe(true)
  expect(isActiveIssue({ ...IN_DEV, state: 'blocked' })).toBe(true)
  expect(isActiveIssue({ ...IN_DEV, state: 'ready-for-development' })).toBe(false)
  expect(isActiveIssue({ ...IN_DEV, state: 'complete' })).toBe(false)
})

test('what is closed, in another milestone, or no work of its own is not active', () => {
  expect(isActiveIssue({ ...IN_DEV, open: false })).toBe(false)
  expect(isActiveIssue({ ...IN_DEV, current: false })).toBe(false)
  expect(isActiveIssue({ ...IN_DEV, kind: 'planning' })).toBe(false)
})

test('an update is owed for what has a DRI alone', () => {
  expect(isActiveSubject({ ...IN_DEV, driven: true })).toBe(true)
  expect(isActiveSubject({ ...IN_DEV, driven: false })).toBe(false)
})

test('an epic is active exactly while it is open, has a tech lead and an active issue', () => {
  const work = record({
    kind: constant('issue' as const),
    open: boolean(),
    state: option(constantFrom(...STATES)),
    current: boolean(),
  })
  assert(
    property(boolean(), boolean(), work, work, (open, driven, one, other) => {
      const active = [one, other].some((issue) => issue.open && issue.current && isActive(issue.state))
      expect(isActiveEpic({ open, driven, issues: [one, other] })).toBe(open && driven && active)
    }),
  )
})
