import { expect, test } from 'vitest'

import { ASSIGN_OF_EM, SET_BY_EM } from '#lib/domain/permissions.ts'
import { DELIVERABLE_OF_EM, NOT_YOUR_HAND_OVER } from '#lib/domain/refusal-codes.ts'
import { Refused } from '#lib/http/call.ts'

import { ruleOf, waysOn, wayTo } from './next-steps.ts'

const stepOf = (rule: unknown, refs: readonly number[] = [12]) => waysOn(refs, rule).map(({ label }) => label)
const refused = (facts: Record<string, unknown>) =>
  new Refused({
    type: 'urn:saydo:problem:refused',
    title: 'Refused',
    status: 409,
    detail: 'Set the weight first.',
    code: 'refused',
    ...facts,
  })

test('a refusal offers the next step by the rule that refused', () => {
  expect(stepOf('weight_missing')).toEqual(['Set the weight'])
  expect(stepOf('too_heavy')).toEqual(['Split issue'])
  expect(stepOf('closed')).toEqual(['Reopen'])
  expect(stepOf('hand_over_waits')).toEqual(['Show the hand-over'])
  for (const rule of [NOT_YOUR_HAND_OVER, 'not_the_dri', 'taken'])
    expect(stepOf(rule)).toEqual(['Ask for a hand-over'])
})

test('what is the engineering manager’s to do is asked of them', () => {
  for (const rule of [DELIVERABLE_OF_EM, SET_BY_EM, ASSIGN_OF_EM])
    expect(stepOf(rule)).toEqual(['Ask the engineering manager'])
})

test('several issues have no one next step, and an unknown rule has none', () => {
  expect(stepOf('weight_missing', [12, 13])).toEqual([])
  expect(stepOf('weight_missing', [])).toEqual([])
  for (const rule of ['unheard_of', null, undefined, 7]) expect(stepOf(rule)).toEqual([])
})

test('a refusal that names a page leads there, and only a refusal does', () => {
  const error = refused({ rule: 'model_not_ready', page: '/custom-models/models?model=3' })
  expect(wayTo(error).map(({ label }) => label)).toEqual(['Open the model'])
  expect(ruleOf(error)).toBe('model_not_ready')
  expect(wayTo(refused({ page: 7 }))).toEqual([])
  expect(wayTo(new Error('gone'))).toEqual([])
  expect(ruleOf(new Error('gone'))).toBeNull()
})
