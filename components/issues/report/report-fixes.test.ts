import { expect, test } from 'vitest'

import { aCard, aView } from '#components/boards/testing/boards.ts'
import type { FindingCode } from '#lib/domain/findings.ts'
import { ROLES } from '#lib/domain/permissions.ts'

import { pressesFor, whyNotFix } from './report-fixes.ts'

const view = aView()
const [box] = view.milestones
if (!box) throw new Error('The view has a milestone.')
const shelf = { ...box, slug: 'next-1-3', title: 'Next 1-3 Milestones', shelf: 'next-1-3' as const }
const lookups = { ...view, milestones: [box, { ...box, slug: '19.8', title: '19.8' }, shelf], next: '19.8' }

/** What is offered for a finding in the row of its issue, and what the first press does. */
function offered(code: FindingCode, facts: Parameters<typeof aCard>[0] = {}) {
  const done: unknown[] = []
  const acts = {
    wish: (_: unknown, wish: unknown) => void done.push(wish),
    take: () => void done.push('take'),
    release: () => void done.push('release'),
  }
  const actor = { handle: 'mohamed', roles: ['em' as const], admin: false }
  const presses = pressesFor(code, { card: aCard(facts), lookups, actor, acts, today: '2026-11-30' })
  presses[0]?.act()
  return { labels: presses.map(({ label }) => label), done }
}

test('an issue without a milestone goes to the current one, the next, or the shelf behind it', () => {
  expect(offered('milestone_missing')).toEqual({
    labels: ['19.7', '19.8', 'Next 1-3 Milestones'],
    done: [{ what: 'milestone', milestone: '19.7' }],
  })
})

test('a due date that is over is moved by a week from today, or cleared', () => {
  expect(offered('past_due', { due: '2026-11-01' })).toEqual({
    labels: ['In a week', 'No due date'],
    done: [{ what: 'due', due: '2026-12-07' }],
  })
})

test('what needs words or a split is left to the page of the issue', () => {
  for (const code of ['no_update', 'spike_scope_missing', 'description_missing', 'too_heavy'] as const)
    expect(offered(code).labels).toEqual([])
})

test('a missing weight is one press, and the type that the group has a label for', () => {
  expect(offered('weight_missing')).toEqual({
    labels: ['Weight 1', 'Weight 2', 'Weight 3'],
    done: [{ what: 'weight', weight: 1 }],
  })
  expect(offered('type_missing').labels).toEqual(['It is a bug'])
})

test('a stakeholder reads the report and is told why they fix nothing', () => {
  const refused = ROLES.filter((role) => whyNotFix({ roles: [role], admin: false }) !== null)
  expect(refused).toContain('stakeholder')
  expect(refused).not.toContain('engineer')
  expect(whyNotFix({ roles: ['stakeholder'], admin: false })).toMatch(/\.$/)
})
