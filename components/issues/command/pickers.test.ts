import { expect, test } from 'vitest'

import { aCard, aView } from '#components/boards/testing/boards.ts'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import type { Issue } from '#lib/contract/issues.ts'
import type { Role } from '#lib/domain/permissions.ts'

import type { Chosen } from './chosen.ts'
import {
  assignEntries,
  epicEntries,
  factEntries,
  labelEntries,
  milestoneEntries,
  statusEntries,
  teamEntries,
  typeEntries,
  weightEntries,
} from './pickers.ts'
import type { Wish } from './wishes.ts'

const view = aView()
const box = view.milestones[0]
if (!box) throw new Error('The view has a milestone.')
const shelf = {
  ...box,
  slug: 'backlog',
  title: 'Backlog',
  shelf: 'backlog' as const,
  startOn: null,
  dueOn: null,
}
const lookups = {
  ...view,
  milestones: [
    box,
    { ...box, slug: '19.6', title: '19.6', closed: true },
    { ...box, slug: '19.8', title: '19.8' },
    shelf,
  ],
  next: '19.8',
  labels: [...view.labels, { id: 'said', title: 'Deliverable', meaning: 'deliverable', hue: 20 }],
}

/** A menu of one issue with those facts, or of several; `done` is what was chosen in it. */
function menu(facts: Partial<Issue> | null, role: Role = 'em') {
  const done: Wish[] = []
  const held = ['group', 'dev'].flatMap((id) => lookups.labels.find((label) => label.id === id) ?? [])
  // safe because menus read of an issue what a card holds, its labels and its facts
  const one = facts && ({ ...aCard(), labels: held, ...facts } as unknown as Issue)
  const chosen: Chosen = {
    one,
    lookups,
    actor: { handle: 'julie', roles: [role], admin: false },
    run: (wish) => void done.push(wish),
    askNeed: (proceed) => proceed({ need: 'a key', from: 'Infra' }),
    hints: () => () => '',
  }
  return { chosen, done }
}
const acts = (entries: readonly MenuEntry[]) =>
  entries.flatMap((entry) => (entry.kind === 'act' ? [entry] : []))
const labels = (entries: readonly MenuEntry[]) => acts(entries).map(({ label }) => label)
const checked = (entries: readonly MenuEntry[]) =>
  acts(entries).flatMap((entry) => (entry.checked ? [entry.label] : []))
const choose = (entries: readonly MenuEntry[], label: string) =>
  acts(entries)
    .find((entry) => entry.label === label)
    ?.act()

test('states are offered in the order of the flow, those alone for which the group has a label', () => {
  const { chosen, done } = menu({})
  const entries = statusEntries(chosen)
  expect(labels(entries)).toEqual(['in dev', 'in review', 'blocked', 'None'])
  expect(checked(entries)).toEqual(['in dev'])
  choose(entries, 'in review')
  choose(entries, 'in dev')
  expect(done, 'the state that it has changes nothing').toEqual([
    { what: 'labels', add: ['workflow::in review'] },
  ])
})

test('blocked asks first what the work waits for', () => {
  const { chosen, done } = menu({})
  choose(statusEntries(chosen), 'blocked')
  expect(done).toEqual([
    { what: 'labels', add: ['workflow::blocked'], blocked: { need: 'a key', from: 'Infra' } },
  ])
})

test('None takes off the state that is held; of several, each that the group has', () => {
  const [one, many] = [menu({}), menu(null)]
  choose(statusEntries(one.chosen), 'None')
  choose(statusEntries(many.chosen), 'None')
  expect(one.done).toEqual([{ what: 'labels', remove: ['workflow::in dev'] }])
  expect(many.done).toMatchObject([
    { remove: ['workflow::in dev', 'workflow::in review', 'workflow::blocked'] },
  ])
  const none = menu({ labels: [] })
  choose(statusEntries(none.chosen), 'None')
  expect(none.done, 'where there is none, nothing is sent').toEqual([])
})

test('several issues show no check, since they rarely hold the same', () => {
  const { chosen } = menu(null)
  for (const entries of [
    statusEntries(chosen),
    typeEntries(chosen),
    weightEntries(chosen),
    teamEntries(chosen),
  ])
    expect(acts(entries).every((entry) => !('checked' in entry))).toBe(true)
})

test('a type is called by its own word, whatever its label is called', () => {
  const { chosen, done } = menu({})
  const entries = typeEntries(chosen)
  expect(labels(entries)).toEqual(['bug', 'None'])
  expect(checked(entries)).toEqual(['None'])
  choose(entries, 'bug')
  expect(done).toEqual([{ what: 'labels', add: ['type::bug'] }])
})

test('weights say how much time they mean, and above three that the work is to be split', () => {
  const { chosen, done } = menu({ weight: 2 })
  const entries = acts(weightEntries(chosen))
  expect(entries.slice(0, 5).map(({ label, hint }) => [label, hint])).toEqual([
    ['0', 'no time'],
    ['1', '≈ 2 days'],
    ['2', '≈ 4 days'],
    ['3', '≈ 6 days'],
    ['4', 'break it down'],
  ])
  expect(checked(weightEntries(chosen))).toEqual(['2'])
  choose(entries, 'No weight')
  expect(done).toEqual([{ what: 'weight', weight: null }])
})

test('the weight that is held, and one that is typed, are offered once each in their place', () => {
  const { chosen } = menu({ weight: 21 })
  expect(labels(weightEntries(chosen, '13')).slice(4)).toEqual([
    '4',
    '5',
    '6',
    '7',
    '8',
    '13',
    '21',
    'No weight',
  ])
  expect(labels(weightEntries(chosen, 'about 5')).slice(4)).toEqual([
    '4',
    '5',
    '6',
    '7',
    '8',
    '21',
    'No weight',
  ])
  expect(labels(weightEntries(menu({ weight: 3 }).chosen, '3'))).toHaveLength(10)
})

test('closed milestones are offered only to the issue that lies in one, and shelves stand apart', () => {
  const entries = milestoneEntries(menu({}).chosen)
  expect(labels(entries)).toEqual(['19.7', '19.8', 'Backlog', 'No milestone'])
  expect(checked(entries)).toEqual(['19.7'])
  expect(acts(entries).map(({ hint }) => hint)).toEqual(['current', 'next', '', ''])
  expect(labels(milestoneEntries(menu({ milestone: '19.6' }).chosen))).toContain('19.6')
  expect(entries.filter(({ kind }) => kind === 'heading')).toHaveLength(2)
})

test('a milestone in which a Deliverable cannot go says so before it is chosen', () => {
  const { chosen } = menu({})
  const hints = () => (to: { slug: string } | null) => (to?.slug === 'backlog' ? 'not as Deliverable' : '')
  const entries = acts(milestoneEntries({ ...chosen, hints }))
  expect(entries.find(({ label }) => label === 'Backlog')?.hint).toBe('not as Deliverable')
  expect(entries.find(({ label }) => label === '19.7')?.hint).toBe('current')
})

test('a label of one issue is put on or taken off in one menu, and Deliverable is the EM’s', () => {
  const { chosen, done } = menu({ labelIds: ['group', 'dev', 'sev'] })
  const entries = labelEntries(chosen)
  expect(labels(entries), 'states have a menu of their own').toEqual([
    'type::bug',
    'group::custom models',
    'severity::2',
    'Deliverable',
  ])
  expect(checked(entries)).toEqual(['group::custom models', 'severity::2'])
  choose(entries, 'severity::2')
  choose(entries, 'type::bug')
  expect(done).toEqual([
    { what: 'labels', remove: ['severity::2'] },
    { what: 'labels', add: ['type::bug'] },
  ])
  expect(labels(labelEntries(menu({}, 'engineer').chosen))).not.toContain('Deliverable')
})

test('of several issues labels are put on and taken off apart, states among them', () => {
  const { chosen, done } = menu(null)
  const entries = labelEntries(chosen)
  expect(entries.filter(({ kind }) => kind === 'heading')).toEqual([
    { kind: 'heading', label: 'Add' },
    { kind: 'heading', label: 'Remove' },
  ])
  expect(labels(entries)).toHaveLength(2 * lookups.labels.length)
  choose(labelEntries(chosen, ['remove']), 'type::bug')
  choose(labelEntries(chosen, ['add']), 'workflow::blocked')
  expect(done).toEqual([
    { what: 'labels', remove: ['type::bug'] },
    { what: 'labels', add: ['workflow::blocked'], blocked: { need: 'a key', from: 'Infra' } },
  ])
})

test('the EM assigns each person of the group, an engineer themselves', () => {
  const em = menu({ assignees: ['cindy'] })
  expect(labels(assignEntries(em.chosen))).toEqual(['Julie Huang (me)', 'Cindy Halim'])
  expect(checked(assignEntries(em.chosen))).toEqual(['Cindy Halim'])
  choose(assignEntries(em.chosen), 'Cindy Halim')
  choose(assignEntries(em.chosen), 'Julie Huang (me)')
  expect(em.done).toEqual([
    { what: 'unassign', person: 'cindy' },
    { what: 'assign', person: 'julie' },
  ])
  expect(labels(assignEntries(menu({ assignees: [] }, 'engineer').chosen))).toEqual([
    'Julie Huang (me)',
    'Ask the engineering manager to assign another person…',
  ])
  expect(labels(assignEntries(menu(null, 'engineer').chosen))).toEqual([
    'Julie Huang (me)',
    'Julie Huang (me)',
  ])
})

test('open epics stand before closed ones, and what is held is checked', () => {
  const epics = [
    { number: 1, title: 'Launch', closed: true },
    { number: 3, title: 'Health check', closed: false },
  ]
  const { chosen, done } = menu({ epic: 3 })
  const entries = epicEntries({ ...chosen, lookups: { ...lookups, epics } })
  expect(acts(entries).map(({ label, hint }) => [label, hint])).toEqual([
    ['Health check', '&3'],
    ['Launch', 'closed'],
    ['No epic', undefined],
  ])
  expect(checked(entries)).toEqual(['Health check'])
  choose(entries, 'No epic')
  expect(done).toEqual([{ what: 'epic', epic: null }])
})

test('a team and a fact are set by one press, and cleared by another', () => {
  const { chosen, done } = menu({ team: 'gateway-services', confidential: true })
  expect(checked(teamEntries(chosen))).toEqual(['Gateway Services'])
  choose(teamEntries(chosen), 'No functional team')
  const seen = factEntries(chosen, 'confidential')
  expect(checked(seen)).toEqual(['Confidential'])
  choose(seen, 'Everyone in the group')
  expect(done).toEqual([
    { what: 'team', team: null },
    { what: 'confidential', confidential: false },
  ])
})
