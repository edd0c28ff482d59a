import { expect, test } from 'vitest'

import { whyNotAskDuty, whyNotAskIssue, whyNotTakeDuty } from './cover.ts'
import { because } from './testing/because.ts'

const julie = { id: 'julie', name: 'Julie Huang' }
const code = (refusal: { code: string } | null) => refusal?.code ?? null

test('cover of a duty is asked for by the person who has it or the EM, once', () => {
  const own = { holder: julie, me: 'julie', em: false, over: false, asked: false }
  expect(code(whyNotAskDuty(own))).toBeNull()
  expect(code(whyNotAskDuty({ ...own, me: 'mohamed', em: true }))).toBeNull()
  expect(code(whyNotAskDuty({ ...own, me: 'manoj' }))).toBe('not_yours')
  expect(code(whyNotAskDuty({ ...own, asked: true }))).toBe('asked')
  expect(code(whyNotAskDuty({ ...own, holder: null }))).toBe('no_duty')
  expect(code(whyNotAskDuty({ ...own, over: true }))).toBe('over')
})

test('a colleague of the team takes a duty that is open, whose person is away, or for which cover was asked', () => {
  const free = { holder: julie, me: 'manoj', member: true, over: false, away: false, asked: false }
  expect(code(whyNotTakeDuty(free))).toBe('covered')
  expect(code(whyNotTakeDuty({ ...free, away: true }))).toBeNull()
  expect(code(whyNotTakeDuty({ ...free, asked: true }))).toBeNull()
  expect(code(whyNotTakeDuty({ ...free, holder: null }))).toBeNull()
  expect(code(whyNotTakeDuty({ ...free, away: true, member: false }))).toBe('not_in_team')
  expect(code(whyNotTakeDuty({ ...free, me: 'julie' }))).toBe('already_yours')
  expect(code(whyNotTakeDuty({ ...free, away: true, over: true }))).toBe('over')
})

test('cover of an issue is asked for by its DRI or the EM, once, with time off ahead', () => {
  const own = { dri: julie, me: 'julie', em: false, open: true, away: true, asked: false }
  expect(code(whyNotAskIssue(own))).toBeNull()
  expect(code(whyNotAskIssue({ ...own, me: 'mohamed', em: true }))).toBeNull()
  expect(code(whyNotAskIssue({ ...own, me: 'manoj' }))).toBe('not_the_dri')
  expect(code(whyNotAskIssue({ ...own, away: false }))).toBe('not_away')
  expect(code(whyNotAskIssue({ ...own, open: false }))).toBe('closed')
  expect(code(whyNotAskIssue({ ...own, dri: null }))).toBe('no_dri')
  expect(code(whyNotAskIssue({ ...own, asked: true }))).toBe('asked')
})

test('a refusal of cover names the person to ask, or what to enter first', () => {
  const own = { holder: julie, me: 'julie', em: false, over: false, asked: false }
  expect(because(whyNotAskDuty({ ...own, holder: null }))).toBe('This week has no triage duty yet.')
  expect(because(whyNotAskDuty({ ...own, me: 'manoj' }))).toBe(
    'Only Julie Huang or the engineering manager asks for cover of this duty.',
  )
  expect(because(whyNotAskDuty({ ...own, over: true, asked: true }))).toBe('This week is over.')
  const take = { holder: julie, me: 'manoj', member: true, over: false, away: false, asked: false }
  expect(because(whyNotTakeDuty(take))).toBe(
    'Julie Huang has this triage duty and is there. Ask the engineering manager to change it.',
  )
  expect(because(whyNotTakeDuty({ ...take, me: 'julie', over: true }))).toBe(
    'You already have this triage duty.',
  )
  expect(because(whyNotTakeDuty({ ...take, member: false }))).toBe(
    'Only a member of this functional team takes its triage duty.',
  )
  const issue = { dri: julie, me: 'julie', em: false, open: true, away: true, asked: false }
  expect(because(whyNotAskIssue({ ...issue, away: false }))).toBe(
    'No time off of Julie Huang lies ahead. Enter it first.',
  )
  expect(because(whyNotAskIssue({ ...issue, me: 'manoj' }))).toBe(
    'Only Julie Huang or the engineering manager asks for cover of it.',
  )
})

test('cover is asked for once, whatever is asked for', () => {
  const asked = { me: 'julie', em: false, asked: true }
  const [duty, issue] = [
    whyNotAskDuty({ ...asked, holder: julie, over: false }),
    whyNotAskIssue({ ...asked, dri: julie, open: true, away: true }),
  ]
  expect(because(duty)).toBe('Cover was already asked for.')
  expect(issue).toEqual(duty)
})
