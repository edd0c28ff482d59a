import { expect, test } from 'vitest'
import { roleText } from './role-text.ts'

test('roles are said as the handbook says them, acting or not', () => {
  const roles = [
    { role: 'em', title: '', acting: true },
    { role: 'engineer', title: 'Backend Engineer', acting: false },
  ] as const
  expect(roleText({ roles, admin: false })).toBe('Engineering manager (acting) · Backend Engineer')
})

test('a title that says acting is not set to be acting twice', () => {
  const roles = [{ role: 'em', title: 'Acting Engineering Manager', acting: true }] as const
  expect(roleText({ roles, admin: false })).toBe('Acting Engineering Manager')
})

test('an administrator without a role is an administrator', () => {
  expect(roleText({ roles: [], admin: true })).toBe('Administrator of this installation')
})
