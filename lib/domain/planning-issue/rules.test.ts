import { describe, expect, test } from 'vitest'

import {
  alreadyPlanned,
  whyNotFreeze,
  whyNotPlanningIssue,
  whyNotPost,
  whyNotPriorities,
  whyNotUnfreeze,
  whyNotChangePlanning,
  whyNotPrioritise,
  whyNotReplan,
} from './rules.ts'
import { epicStatus, issueStatus } from './status.ts'
import { sumsOf } from './sums.ts'
import { because } from '#lib/domain/testing/because.ts'

const box = { title: '19.8', shelf: null, closed: false }
const lives = { title: '19.8', frozen: false, closed: false, isOpen: true }

describe('a planning issue', () => {
  test('is of an open milestone with dates', () => {
    expect(whyNotPlanningIssue(box)).toBeNull()
    expect(whyNotPlanningIssue({ ...box, closed: true })?.code).toBe('closed')
    expect(whyNotPlanningIssue({ ...box, title: 'Backlog', shelf: 'backlog' })?.because).toBe(
      'Backlog is a shelf. Only milestones with dates are planned.',
    )
    expect(alreadyPlanned('19.8', 301, true)).toBe('#301 is already the planning issue of 19.8.')
    expect(alreadyPlanned('19.8', 301, false)).toContain('It is closed')
  })

  test('is frozen once, stays frozen with its milestone, and is not posted from then', () => {
    expect(whyNotFreeze(lives)).toBeNull()
    expect(whyNotFreeze({ ...lives, frozen: true })?.code).toBe('frozen')
    expect(whyNotUnfreeze({ ...lives, frozen: true })).toBeNull()
    expect(whyNotUnfreeze(lives)?.code).toBe('live')
    expect(whyNotUnfreeze({ ...lives, frozen: true, closed: true })?.because).toContain('stays frozen')
    expect(whyNotPost(lives)).toBeNull()
    expect(whyNotPost({ ...lives, frozen: true })?.code).toBe('frozen')
    expect(whyNotPost({ ...lives, isOpen: false })?.code).toBe('issue_closed')
  })

  test('has each priority once', () => {
    const [issue, epic] = [
      { kind: 'issue' as const, number: 3 },
      { kind: 'epic' as const, number: 3 },
    ]
    expect(whyNotPriorities([issue, epic])).toBeNull()
    expect(whyNotPriorities([epic, epic])?.because).toBe('&3 is in the list twice. Remove one of the two.')
  })

  test('says where work stands in the words of the workflow', () => {
    expect(issueStatus({ state: 'open', closeReason: null, workflow: 'in-dev' })).toBe('in dev')
    expect(issueStatus({ state: 'open', closeReason: null, workflow: 'none' })).toBe('open')
    expect(issueStatus({ state: 'closed', closeReason: 'wont_do', workflow: 'in-dev' })).toBe('won’t do')
    expect(epicStatus({ closed: false, done: 3, open: 4 })).toBe('3 of 7 done')
    expect(epicStatus({ closed: false, done: 0, open: 0 })).toBe('no issues yet')
    expect(epicStatus({ closed: true, done: 7, open: 0 })).toBe('closed')
  })
})

describe('what is picked', () => {
  const teams = [
    { team: 'a', name: 'A', weight: 8 },
    { team: 'b', name: 'B', weight: 0 },
  ]
  test('stands beside the capacity of its team, and what has no team in a row of its own', () => {
    const picked = [
      { team: 'a', weight: 1.1 },
      { team: 'a', weight: 1.9 },
      { team: null, weight: 2 },
    ]
    expect(sumsOf(teams, 8, picked)).toEqual({
      teams: [
        { slug: 'a', name: 'A', capacity: 8, picked: 3 },
        { slug: null, name: 'No team', capacity: 0, picked: 2 },
      ],
      total: { capacity: 8, picked: 5 },
    })
  })

  test('leaves out teams without people and without work', () => {
    expect(sumsOf(teams, 8, []).teams.map(({ slug }) => slug)).toEqual(['a'])
  })
})

describe('what is refused of a planning issue', () => {
  test('names the milestone, and the next step where there is one', () => {
    expect(because(whyNotPlanningIssue({ ...box, closed: true }))).toBe(
      '19.8 is closed. Plan the next milestone.',
    )
    expect(because(whyNotFreeze({ ...lives, frozen: true }))).toBe(
      'The planning issue of 19.8 is already frozen.',
    )
    expect(because(whyNotUnfreeze(lives))).toBe('The planning issue of 19.8 is live already.')
    expect(because(whyNotUnfreeze({ ...lives, frozen: true, closed: true }))).toBe(
      '19.8 is closed. Its planning issue stays frozen.',
    )
    expect(because(whyNotChangePlanning({ ...lives, frozen: true }))).toBe(
      'The planning issue of 19.8 is frozen. Unfreeze it first.',
    )
    expect(because(whyNotPost({ ...lives, isOpen: false }))).toBe(
      'The planning issue of 19.8 is closed. Reopen it first.',
    )
  })

  test('it holds work, and is none itself', () => {
    expect(whyNotPrioritise({ kind: 'issue', number: 12 })).toBeNull()
    expect(because(whyNotPrioritise({ kind: 'planning', number: 12 }))).toBe(
      '#12 is no work of its own. Choose an issue or an epic.',
    )
    expect(whyNotReplan('issue')).toBeNull()
    expect(because(whyNotReplan('planning'))).toBe('A planning issue stays in its milestone.')
  })
})
