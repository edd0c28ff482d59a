import { expect, test } from 'vitest'
import { whyNotRemoveTeam } from './teams.ts'

const EMPTY = { name: 'Runtime', people: false, scope: false, boundary: false, issues: false }

test('a team that holds nothing and never did can be removed; another says why it stays', () => {
  expect(whyNotRemoveTeam(EMPTY)).toBeNull()
  expect(whyNotRemoveTeam({ ...EMPTY, people: true, issues: true })?.because).toBe(
    'Runtime has or had people and issues and stays in the record.',
  )
  expect(whyNotRemoveTeam({ ...EMPTY, issues: true, scope: true })?.code).toBe('team_worked')
  expect(whyNotRemoveTeam({ ...EMPTY, scope: true })?.because).toBe(
    'Runtime owns areas. Give them to another team first.',
  )
  expect(whyNotRemoveTeam({ ...EMPTY, boundary: true })?.code).toBe('team_owns')
})
