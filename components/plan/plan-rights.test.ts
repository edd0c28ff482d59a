import { expect, test } from 'vitest'

import type { Plan } from '#lib/contract/plan.ts'
import { ROLES } from '#lib/domain/permissions.ts'
import type { Role } from '#lib/domain/permissions.ts'

import { rightsOf } from './plan-rights.ts'

const milestone = { title: '19.8', shelf: null, closed: false }
const of = (role: Role, facts: object = {}) =>
  // safe because the rights look at these facts of a milestone alone
  rightsOf({ roles: [role], admin: false }, { milestone: { ...milestone, ...facts } } as unknown as Plan)
const holders = (right: keyof ReturnType<typeof rightsOf>) => ROLES.filter((role) => of(role)[right])

test('the EM picks what is assigned, the PM and the EM order and add candidates, engineers weigh', () => {
  expect(holders('mayPick')).toEqual(['em'])
  expect(holders('mayOrder')).toEqual(['em', 'pm'])
  expect(holders('mayAdd')).toEqual(holders('mayLead'))
  expect(holders('mayWeigh')).toEqual(expect.arrayContaining(['em', 'engineer', 'staff_engineer']))
  expect(holders('mayWeigh')).not.toContain('stakeholder')
})

test('in a milestone that is closed, and on a shelf, each role only reads', () => {
  for (const role of ROLES) {
    for (const facts of [{ closed: true }, { shelf: 'backlog' }]) {
      expect(Object.values(of(role, facts)), role).not.toContain(true)
    }
  }
})
