import { expect, test } from 'vitest'

import { rolesText } from './role-text.ts'

const person = { roles: ['em' as const], titles: [], acting: false }

test('a person has their roles, then the titles that say more', () => {
  expect(rolesText(person)).toBe('Engineering manager')
  expect(rolesText({ ...person, titles: ['Principal Engineer'] })).toBe(
    'Engineering manager · Principal Engineer',
  )
})

test('a title that only says a role again is left out, however it is written', () => {
  expect(rolesText({ ...person, titles: ['Engineering Manager', 'Founder'] })).toBe(
    'Engineering manager · Founder',
  )
  expect(rolesText({ ...person, titles: ['Product Manager'] }), 'of another role it stays').toBe(
    'Engineering manager · Product Manager',
  )
})

test('an engineering manager alone is acting, whatever else they are', () => {
  expect(rolesText({ ...person, acting: true, roles: ['em', 'staff_engineer'] })).toBe(
    'Engineering manager (acting) · Staff engineer',
  )
  expect(rolesText({ ...person, acting: true, roles: ['engineer'] })).toBe('Engineer')
})

test('without roles the titles stand alone, and without both nothing does', () => {
  expect(rolesText({ roles: [], titles: ['Technical Writer'], acting: false })).toBe('Technical Writer')
  expect(rolesText({ roles: [], titles: [], acting: false })).toBe('')
})
