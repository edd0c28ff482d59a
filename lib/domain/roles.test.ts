import { array, assert, constantFrom, nat, property, record } from 'fast-check'
import { expect, test } from 'vitest'

import { ROLES } from './permissions.ts'
import {
  whyNotGiveRole,
  whyNotRemovePerson,
  whyNotTakeRole,
  whyNotChangeRole,
  whyNotActing,
} from './roles.ts'
import { because } from './testing/because.ts'

const mohamed = { name: 'Mohamed Hamda', roles: ['em', 'engineer'] as const, ems: 1 }

test('the only engineering manager keeps the role, and is told what to do first', () => {
  const because = 'Mohamed Hamda is the only engineering manager. Give the role to another person first.'
  expect(whyNotTakeRole(mohamed, 'em')).toEqual({ code: 'last_em', because })
  expect(whyNotRemovePerson(mohamed)).toEqual({ code: 'last_em', because })
  expect(whyNotTakeRole({ ...mohamed, ems: 2 }, 'em')).toBeNull()
  expect(whyNotRemovePerson({ ...mohamed, ems: 2 })).toBeNull()
})

test('a role among others is taken, the last one is not', () => {
  expect(whyNotTakeRole(mohamed, 'engineer')).toBeNull()
  expect(whyNotTakeRole({ name: 'Julie Huang', roles: ['engineer'], ems: 1 }, 'engineer')?.code).toBe(
    'last_role',
  )
})

test('no person is given what they have, or loses what they have not', () => {
  expect(whyNotGiveRole(mohamed, 'engineer')?.because).toBe('Mohamed Hamda is already an engineer here.')
  expect(whyNotGiveRole(mohamed, 'pm')).toBeNull()
  expect(whyNotTakeRole(mohamed, 'pm')?.because).toBe('Mohamed Hamda is not a product manager here.')
})

test('whatever is given and taken in whatever order, a group that has an engineering manager keeps one', () => {
  const act = record({
    person: nat({ max: 3 }),
    role: constantFrom(...ROLES),
    what: constantFrom('give', 'take', 'remove'),
  })
  assert(
    property(array(act, { maxLength: 60 }), (acts) => {
      const group = [new Set(['em']), new Set(['pm']), new Set(['engineer']), new Set<string>()]
      for (const { person, role, what } of acts) {
        const held = group[person] ?? new Set()
        const ems = group.filter((one) => one.has('em')).length
        const holder = { name: 'Somebody', roles: ROLES.filter((one) => held.has(one)), ems }
        if (what === 'give' && !whyNotGiveRole(holder, role)) held.add(role)
        if (what === 'take' && !whyNotTakeRole(holder, role)) held.delete(role)
        if (what === 'remove' && !whyNotRemovePerson(holder)) held.clear()
      }
      expect(group.some((one) => one.has('em'))).toBe(true)
    }),
  )
})

test('a role that a person does not hold is not changed, and the refusal names person and role', () => {
  expect(because(whyNotChangeRole(mohamed, 'stakeholder'))).toBe('Mohamed Hamda is not a stakeholder here.')
  expect(whyNotChangeRole(mohamed, 'em')).toBeNull()
  const julie = { name: 'Julie Huang', roles: ['engineer'] as const, ems: 1 }
  expect(because(whyNotTakeRole(julie, 'engineer'))).toBe(
    'This is the only role of Julie Huang. Give them another one first, or remove them from the group.',
  )
})

test('of all roles the engineering manager alone can be acting', () => {
  for (const role of ROLES) {
    expect(whyNotActing(role, false)).toBeNull()
    expect(because(whyNotActing(role, true))).toBe(
      role === 'em' ? null : 'Only an engineering manager can be acting.',
    )
  }
})

test('a sentence about any role is one of plain English', () => {
  const sentences = ROLES.map((role) => because(whyNotGiveRole({ ...mohamed, roles: ROLES }, role)))
  expect(sentences).toEqual([
    'Mohamed Hamda is already an engineering manager here.',
    'Mohamed Hamda is already a product manager here.',
    'Mohamed Hamda is already an engineer here.',
    'Mohamed Hamda is already a staff engineer here.',
    'Mohamed Hamda is already a stable counterpart here.',
    'Mohamed Hamda is already a stakeholder here.',
  ])
})
