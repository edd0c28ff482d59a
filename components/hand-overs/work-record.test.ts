import { expect, test } from 'vitest'

import { aCard } from '#components/boards/testing/boards.ts'
import type { Issue } from '#lib/contract/issues.ts'
import type { LinkFacts } from '#lib/contract/links.ts'
import { isolated } from '#lib/kit/visible.ts'

import { workRecord } from './work-record.ts'

const people = [
  { handle: 'julie', name: 'Julie Huang', roles: ['engineer' as const] },
  { handle: 'cindy', name: 'Cindy Halim', roles: ['engineer' as const] },
]
const comment = (author: string, body: string, at = '2026-01-07T23:30:00.000Z') => ({ author, body, at })
const mention = (person: string, by: string, acknowledgedAt: string | null = null) => ({
  person,
  by,
  acknowledgedAt,
})
const link = (role: LinkFacts['role'], ref: number, state: 'open' | 'closed' = 'open') =>
  // safe because the record reads of a link its role, and of the other issue what it passes on
  ({ role, other: { ref, title: `Issue ${ref}`, state } }) as unknown as LinkFacts

function record(facts: object, links: LinkFacts[] = [], zone = 'UTC') {
  // safe because the record reads these facts of an issue alone
  const issue = {
    ...aCard(),
    description: 'The list takes four seconds.',
    labels: [{ id: 'dev', title: 'workflow::in dev', meaning: 'workflow.in-dev' }],
    comments: [],
    mentions: [],
    ...facts,
  } as unknown as Issue
  return workRecord(issue, 'julie', links, { lookups: { people }, zone })
}

test('the next DRI reads what the last one said here, and no one else’s words', () => {
  const comments = [comment('julie', 'The probe works.'), comment('cindy', 'Seen on staging.')]
  expect(record({ comments })).toMatchObject({
    dri: isolated('Julie Huang'),
    state: 'in-dev',
    comments: [{ on: '2026-01-07', body: 'The probe works.' }],
  })
})

test('days are those of the group', () => {
  const facts = { comments: [comment('julie', 'The probe works.')], since: '2026-01-05T23:30:00.000Z' }
  expect(record(facts, [], 'Europe/Berlin')).toMatchObject({
    since: '2026-01-06',
    comments: [{ on: '2026-01-08' }],
  })
})

test('only links to open issues are told, each from its side', () => {
  const links = [
    link('blocked_by', 3),
    link('blocked_by', 4, 'closed'),
    link('blocks', 5),
    link('relates', 6),
  ]
  const { waitsFor, holdsUp } = record({}, links)
  expect([waitsFor.map(({ ref }) => ref), holdsUp.map(({ ref }) => ref)]).toEqual([[3], [5]])
})

test('people whom the last DRI asked and who have not answered are named once', () => {
  const mentions = [
    mention('cindy', 'julie'),
    mention('cindy', 'julie'),
    mention('newick', 'julie', '2026-01-08T09:00:00.000Z'),
    mention('manoj', 'cindy'),
  ]
  expect(record({ mentions }).unanswered).toEqual(['cindy'])
})
