import { describe, expect, test } from 'vitest'

import { lintIssue } from './lint.ts'
import type { IssueFacts } from './lint.ts'

const group = { id: 'g', title: 'group::custom models', meaning: 'group' }
const bug = { id: 'b', title: 'type::bug', meaning: 'type.bug' }
const inDev = { id: 'd', title: 'workflow::in dev', meaning: 'workflow.in-dev' }
const inReview = { id: 'r', title: 'workflow::in review', meaning: 'workflow.in-review' }
const breakdown = { id: 'p', title: 'workflow::planning breakdown', meaning: 'workflow.planning-breakdown' }
const deliverable = { id: 'x', title: 'Deliverable', meaning: 'deliverable' }
const spike = { id: 's', title: 'spike', meaning: 'spike' }

const today = '2025-11-20'
const inOrder: IssueFacts = {
  state: 'open',
  labels: [group, bug, inDev],
  milestone: { kind: 'timebox' },
  weight: 2,
  split: false,
  described: true,
  driven: true,
  assigned: false,
  dueOn: null,
  spikeScope: null,
  lastUpdateOn: '2025-11-18',
}
const found = (over: Partial<IssueFacts>) => lintIssue({ ...inOrder, ...over }, today).map(({ code }) => code)

test('an issue in order has nothing to fix', () => {
  expect(lintIssue(inOrder, today)).toEqual([])
})

test('a closed issue has nothing to fix either', () => {
  expect(found({ state: 'closed', labels: [], milestone: null, weight: 9, driven: false })).toEqual([])
})

describe('what is found', () => {
  test('no milestone', () => expect(found({ milestone: null })).toEqual(['milestone_missing']))
  test('no type', () => expect(found({ labels: [group, inDev] })).toEqual(['type_missing']))
  test('no group label', () => expect(found({ labels: [bug, inDev] })).toEqual(['group_label_missing']))
  test('a weight above 3', () => expect(found({ weight: 4 })).toEqual(['too_heavy']))
  test('active work without a DRI', () => expect(found({ driven: false })).toEqual(['dri_missing']))

  test('two labels of one scope', () => {
    const [finding] = lintIssue({ ...inOrder, labels: [group, bug, inReview, inDev] }, today)
    expect(finding?.code).toBe('labels_conflict')
    expect(finding?.because).toBe('It holds ~workflow::in review and ~workflow::in dev at once.')
  })

  test('a Deliverable that is not ready', () => {
    expect(found({ labels: [group, bug, breakdown, deliverable] })).toEqual(['deliverable_not_ready'])
    expect(found({ labels: [group, bug, deliverable] })).toEqual(['deliverable_not_ready'])
    expect(found({ labels: [group, bug, inDev, deliverable] })).toEqual([])
  })

  test('a due date that has passed, but not one that is today', () => {
    expect(found({ dueOn: '2025-11-19' })).toEqual(['past_due'])
    expect(found({ dueOn: today })).toEqual([])
  })

  test('eight days in dev without a word', () => {
    expect(found({ lastUpdateOn: '2025-11-13' })).toEqual([])
    expect(found({ lastUpdateOn: '2025-11-12' })).toEqual(['no_update'])
    expect(found({ lastUpdateOn: null })).toEqual(['no_update'])
    expect(found({ lastUpdateOn: null, labels: [group, bug, inReview] })).toEqual([])
  })

  test('a spike without a scope; it needs no weight', () => {
    const labels = [group, bug, inDev, spike]
    expect(found({ labels, weight: null })).toEqual(['spike_scope_missing'])
    expect(found({ labels, weight: null, spikeScope: 'Which tokenizer?' })).toEqual([])
  })
})

describe('a missing weight', () => {
  test('is found in work that is planned or called ready', () => {
    expect(found({ weight: null, labels: [group, bug, breakdown] })).toEqual(['weight_missing'])
    expect(found({ weight: null, milestone: { kind: 'shelf' } })).toEqual(['weight_missing'])
  })

  test('is no fault of unrefined work on a shelf', () => {
    const milestone = { title: 'Backlog', kind: 'shelf' } as const
    expect(found({ weight: null, labels: [group, bug, breakdown], milestone })).toEqual([])
  })
})

test('each finding cites a sentence and offers an act', () => {
  const worst = lintIssue(
    {
      ...inOrder,
      labels: [inDev, inReview, deliverable, spike],
      milestone: null,
      weight: 9,
      driven: false,
      dueOn: '2025-11-01',
    },
    today,
  )
  expect(worst.length).toBeGreaterThan(6)
  for (const { because, sentence, fix } of worst) {
    expect(because).toMatch(/\.$/)
    expect(sentence.length).toBeGreaterThan(20)
    expect(fix).not.toBeNull()
  }
})
