import { expect, test } from 'vitest'

import { isMeaning } from './labels.ts'
import { categoryOf, FIXED_MEANINGS, isOrganisational, meaningTitle, whyNotRemoveLabel } from './meanings.ts'

test('every meaning that is offered is one that the rules know, and no two are said alike', () => {
  expect(FIXED_MEANINGS.filter((meaning) => !isMeaning(meaning))).toEqual([])
  expect(new Set(FIXED_MEANINGS.map(meaningTitle)).size).toBe(FIXED_MEANINGS.length)
})

test('meanings are said in the words of the handbook', () => {
  expect(meaningTitle('workflow.in-dev')).toBe('Workflow: in dev')
  expect(meaningTitle('deliverable')).toBe('Deliverable')
  expect(meaningTitle('severity.2')).toBe('Severity: 2')
  expect(meaningTitle('category.self-hosted-models')).toBe('Category: self hosted models')
})

test('a category takes its meaning from the name in its title', () => {
  expect(categoryOf('Category:Self-Hosted models')).toBe('category.self-hosted-models')
  expect(categoryOf('Billing')).toBe('category.billing')
  expect(isMeaning(categoryOf('Category:Model personalization'))).toBe(true)
})

test('a label is removed when nothing holds it, and otherwise says by how many it is used', () => {
  expect(whyNotRemoveLabel({ title: 'type::bug', issues: 0, boards: 0 })).toBeNull()
  expect(whyNotRemoveLabel({ title: 'type::bug', issues: 1, boards: 2 })?.because).toBe(
    '“type::bug” is used by 1 issue and 2 boards. Remove it there first.',
  )
  expect(whyNotRemoveLabel({ title: 'type::bug', issues: 12, boards: 0 })?.because).toContain('by 12 issues.')
})

test('labels that say whose an issue is are told from those that say what becomes of it', () => {
  const all = [
    'group',
    'stage',
    'section',
    'category.duo',
    'type.bug',
    'deliverable',
    'workflow.blocked',
    null,
  ]
  expect(all.filter(isOrganisational)).toEqual(['group', 'stage', 'section', 'category.duo'])
})
