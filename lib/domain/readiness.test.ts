import { expect, test } from 'vitest'

import { warnErosion } from './readiness.ts'

const bug = { id: 'b', title: 'type::bug', meaning: 'type.bug' }
const spike = { id: 's', title: 'spike', meaning: 'spike' }
const ready = {
  id: 'r',
  title: 'workflow::ready for development',
  meaning: 'workflow.ready-for-development',
}
const inDev = { id: 'd', title: 'workflow::in dev', meaning: 'workflow.in-dev' }
const breakdown = { id: 'p', title: 'workflow::planning breakdown', meaning: 'workflow.planning-breakdown' }
const deliverable = { id: 'x', title: 'Deliverable', meaning: 'deliverable' }

const inOrder = {
  state: 'open' as const,
  labels: [bug, ready],
  description: 'The list takes four seconds.',
  weight: 2 as number | null,
  spikeScope: null as string | null,
  dri: 'julie' as string | null,
  assignees: [] as string[],
}
const eroded = (after: Partial<typeof inOrder>, before: Partial<typeof inOrder> = {}) =>
  warnErosion({ ...inOrder, ...before }, { ...inOrder, ...before, ...after }).map(({ code }) => code)

test('whatever takes from ready work what makes it ready is told', () => {
  expect(eroded({ description: '' })).toEqual(['description_missing'])
  expect(eroded({ description: '## Steps\n\n## Expected\n' })).toEqual(['description_missing'])
  expect(eroded({ labels: [ready] })).toEqual(['type_missing'])
  expect(eroded({ weight: 8 })).toEqual(['too_heavy'])
  expect(eroded({ weight: null })).toEqual(['weight_missing'])
  expect(eroded({ spikeScope: '' }, { labels: [bug, spike, inDev], spikeScope: 'One week.' })).toEqual([
    'spike_scope_missing',
  ])
  expect(eroded({ weight: null }, { labels: [bug, inDev] })).toEqual(['weight_missing'])
})

test('a Deliverable that loses the last person who had it, or its readiness, is told', () => {
  const committed = { labels: [bug, ready, deliverable] }
  expect(eroded({ dri: null }, committed)).toEqual(['deliverable_unassigned'])
  expect(eroded({ dri: null, assignees: ['newick'] }, committed)).toEqual([])
  expect(eroded({ labels: [bug, breakdown, deliverable] }, committed)).toEqual(['deliverable_not_ready'])
})

test('what was missing before, what was never called ready, and what is closed is not told', () => {
  expect(eroded({ weight: null }, { description: '' })).toEqual(['weight_missing'])
  expect(eroded({ description: '', weight: null }, { labels: [bug, breakdown] })).toEqual([])
  expect(warnErosion(inOrder, { ...inOrder, state: 'closed', description: '' })).toEqual([])
})
