import { QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, test, vi } from 'vitest'

import { askAbout, subjectNow } from '#components/commands/command-target.ts'
import type { Subject } from '#components/commands/command-target.ts'
import { ROLES } from '#lib/domain/permissions.ts'
import type { Role } from '#lib/domain/permissions.ts'

import { actSection, isLettered } from './palette-acts.ts'

vi.mock('#components/shell/announcer.tsx', () => ({ announce: vi.fn() }))
vi.mock('#components/commands/command-target.ts', async (load) => ({
  ...(await load<object>()),
  subjectNow: vi.fn(),
  askAbout: vi.fn(),
}))

beforeEach(() => {
  vi.mocked(askAbout).mockReset()
  vi.mocked(subjectNow).mockReset()
})

function section(subject: Subject | null, role: Role = 'em') {
  vi.mocked(subjectNow).mockReturnValue(subject)
  const went: string[] = []
  const actor = { roles: [role], admin: false }
  const found = actSection({ group: 'models', actor, client: new QueryClient(), go: (to) => went.push(to) })
  const titles = found?.items.map(({ title }) => title) ?? []
  return { found, titles, went }
}
const one: Subject = { ref: () => 12 }
const three: Subject = { ref: () => 12, refs: () => [12, 13, 14] }

test('on a page without an issue there is nothing to do to one', () => {
  expect(section(null).found).toBeNull()
})

test('of one issue all is offered that the role does, and what only looks at it', () => {
  const { found, titles } = section(one)
  expect(found?.title).toBe('Issue #12')
  expect(titles).toEqual(expect.arrayContaining(['Comment', 'Watch or mute it', 'Copy its link']))
  expect(
    titles.some((title) => title.endsWith('…')),
    'what asks for more says so',
  ).toBe(true)
})

test('what is selected goes before what has the focus, and is not offered what is of one issue', () => {
  const { found, titles } = section(three)
  expect(found?.title).toBe('3 issues')
  expect(titles).not.toContain('Comment')
  expect(titles.length).toBeLessThan(section(one).titles.length)
})

test('a role is offered what it may, and a stakeholder no change', () => {
  const changes = (role: Role) => section(three, role).titles.length
  expect(changes('stakeholder')).toBe(0)
  for (const role of ROLES) expect(changes(role), role).toBeLessThanOrEqual(changes('em'))
  expect(section(one, 'stakeholder').titles, 'they read, and keep the link').toContain('Copy its link')
})

test('a choice asks about the very issues that were meant', () => {
  const { found } = section(three)
  void found?.items[0]?.run()
  expect(vi.mocked(askAbout).mock.calls[0]?.[0]).toEqual([12, 13, 14])
})

test('moves of the board are offered as its menu has them, without those that are refused', () => {
  const moved: string[] = []
  const entry = (label: string, disabledReason: string | null = null) => ({
    kind: 'act' as const,
    label,
    disabledReason,
    act: () => void moved.push(label),
  })
  const moves = () => [
    entry('in dev', 'Already here.'),
    { kind: 'heading' as const, label: 'Swimlane' },
    entry('in review'),
  ]
  const { found, titles } = section({ ...one, moves })
  expect(titles).toContain('Move to in review')
  expect(titles).not.toContain('Move to in dev')
  void found?.items.find(({ title }) => title === 'Move to in review')?.run()
  expect(moved).toEqual(['in review'])
})

test('a comment is written on the page of the issue, which is opened for it', () => {
  vi.stubGlobal('location', { pathname: '/models/boards/build' })
  const { found, went } = section(one)
  void found?.items.find(({ id }) => id === 'comment')?.run()
  expect(went).toEqual(['/models/issues/12#comment'])
  vi.unstubAllGlobals()
})

test('before anything is typed those lines show that have a letter', () => {
  const { found } = section(one)
  const lettered = found?.items.filter(isLettered) ?? []
  expect(lettered.length).toBeGreaterThan(0)
  for (const { hint } of lettered) expect(hint).toMatch(/^[A-Z]$/)
  expect(lettered.map(({ id }) => id)).not.toContain('copy')
})
