import { expect, test } from 'vitest'

import { aCard, aView } from '#components/boards/testing/boards.ts'
import type { Change, Changing } from '#components/changes/use-change.ts'
import type { Endpoint } from '#lib/contract/endpoint.ts'

import { wishForOne } from './wish-for-one.ts'
import { messageFor, type Wish } from './wishes.ts'

const lookups = aView()
/** Names stand isolated in sentences, so that those read from the right disturb none. */
const plain = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, '')
const message = (wish: Wish, them = '3 issues') => plain(messageFor(wish, lookups)(them))

test('what was done is said in the words of what was chosen, of one issue as of many', () => {
  expect([
    message({ what: 'milestone', milestone: '19.7' }),
    message({ what: 'milestone', milestone: null }),
    message({ what: 'milestone', milestone: '19.7', withoutDeliverable: true }, '#12'),
    message({ what: 'milestone', milestone: '19.7', pushBack: { reason: 'Not now.' } }, '#12'),
    message({ what: 'labels', remove: ['severity::2'], pushBack: { reason: 'Not now.' } }),
    message({ what: 'weight', weight: 3 }),
    message({ what: 'weight', weight: null }),
    message({ what: 'assign', person: 'julie' }),
    message({ what: 'unassign', person: 'julie' }, '#12'),
    message({ what: 'epic', epic: 3 }),
    message({ what: 'epic', epic: null }),
    message({ what: 'team', team: 'gateway-services' }),
    message({ what: 'team', team: null }),
    message({ what: 'close', reason: 'done' }),
    message({ what: 'close', reason: 'duplicate', duplicateOf: 9 }, '#12'),
    message({ what: 'reopen' }),
  ]).toEqual([
    'Planned 3 issues for 19.7.',
    'Cleared the milestone of 3 issues.',
    'Planned #12 for 19.7 without Deliverable.',
    'Planned #12 for 19.7, reprioritised.',
    'Removed severity::2 from 3 issues, reprioritised.',
    'Set the weight of 3 issues to 3.',
    'Cleared the weight of 3 issues.',
    'Assigned 3 issues to Julie Huang.',
    'Unassigned Julie Huang from #12.',
    'Added 3 issues to “Health check”.',
    'Cleared the epic of 3 issues.',
    'Gave 3 issues to Gateway Services.',
    'Cleared the functional team of 3 issues.',
    'Closed 3 issues: done.',
    'Closed #12: duplicate of #9.',
    'Reopened 3 issues.',
  ])
})

test('a state and a type are told as what they mean, other labels by their titles', () => {
  const added = (...add: string[]) => message({ what: 'labels', add }, '#12')
  expect([
    added('workflow::in review'),
    added('workflow::blocked'),
    added('type::bug'),
    added('severity::2', 'type::bug'),
    message({ what: 'labels', remove: ['severity::2'] }, '#12'),
  ]).toEqual([
    'Set #12 to in review.',
    'Marked #12 as blocked.',
    'The type of #12 is bug now.',
    'Added severity::2, type::bug to #12.',
    'Removed severity::2 from #12.',
  ])
})

test('what is gone meanwhile is called by what was asked for', () => {
  expect([
    message({ what: 'milestone', milestone: 'gone' }),
    message({ what: 'epic', epic: 99 }),
    message({ what: 'team', team: 'gone' }),
    message({ what: 'assign', person: 'gone' }),
  ]).toEqual([
    'Planned 3 issues for gone.',
    'Added 3 issues to “&99”.',
    'Gave 3 issues to gone.',
    'Assigned 3 issues to gone.',
  ])
})

type Sent = { endpoint: string; input: object; optimistic: unknown; ways: readonly string[] }

/** What one wish sends, with what is offered where the rule of a Deliverable refuses it. */
function sentFor(wish: Wish, card = aCard({ ref: 12, assignees: ['julie'] })): Sent[] {
  const sent: Sent[] = []
  const change: Change = async <E extends Endpoint>({ endpoint, input, ...more }: Changing<E>) => {
    const ways = more.ways?.('deliverable_stays') ?? []
    const { optimistic } = more
    sent.push({
      endpoint: endpoint.id,
      input: Object(input),
      optimistic,
      ways: ways.map(({ label }) => label),
    })
    return null
  }
  const again = (instead: Wish) => wishForOne(change, 'custom-models', card, instead, lookups, again)
  again(wish)
  return sent
}

test('each wish goes to the endpoint of its own and shows at once what will be', () => {
  const looks = ([one]: Sent[]) => [one?.endpoint, one?.optimistic]
  expect(looks(sentFor({ what: 'weight', weight: 5 }))).toEqual(['issues.weigh', { weight: 5 }])
  expect(looks(sentFor({ what: 'assign', person: 'cindy' }))).toEqual([
    'issues.assign',
    { assignees: ['julie', 'cindy'] },
  ])
  expect(looks(sentFor({ what: 'assign', person: 'julie' })), 'not twice').toEqual([
    'issues.assign',
    { assignees: ['julie'] },
  ])
  expect(looks(sentFor({ what: 'unassign', person: 'julie' }))).toEqual(['issues.assign', { assignees: [] }])
  expect(looks(sentFor({ what: 'close', reason: 'wont_do' }))).toEqual([
    'issues.close',
    { state: 'closed', closeReason: 'wont_do' },
  ])
  expect(looks(sentFor({ what: 'reopen' }))).toEqual(['issues.reopen', { state: 'open', closeReason: null }])
})

test('a state replaces the one before at once, and what is taken off is gone', () => {
  const labels = (wish: Wish) => sentFor(wish)[0]?.optimistic
  expect(labels({ what: 'labels', add: ['workflow::in review'] })).toEqual({ labelIds: ['group', 'review'] })
  expect(labels({ what: 'labels', add: ['severity::2'] })).toEqual({ labelIds: ['group', 'dev', 'sev'] })
  expect(labels({ what: 'labels', remove: ['workflow::in dev'] })).toEqual({ labelIds: ['group'] })
})
