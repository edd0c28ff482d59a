import { expect, test } from 'vitest'

import type { AnyEvent, EventData, Recorded } from './events.ts'
import { NO_FACTS } from './facts/values.ts'
import { replay } from './replay.ts'

const day = (number: number) => new Date(Date.UTC(2026, 0, number, 12))
const inDev = { id: '1', title: 'workflow::in dev', meaning: 'workflow.in-dev' }
const inReview = { id: '2', title: 'workflow::in review', meaning: 'workflow.in-review' }
const lane = (title: string) => ({ id: title, title })

/** One event a day, told in this order; each may take back an earlier one, or come about by it. */
type LedgerEvent = AnyEvent & { undoes?: number; cause?: number; happened?: Date; issue?: number | null }
const ledger = (...events: LedgerEvent[]): Recorded[] =>
  events.map(({ happened, issue = 1, ...event }, at) => ({
    ...event,
    number: at + 1,
    happenedAt: happened ?? day(at + 1),
    actorId: 'julie',
    issue,
  }))

const created: EventData<'issue.created'> = {
  number: 1,
  kind: 'issue',
  title: 'Slow model list',
  description: '',
  labels: [inDev],
  milestone: null,
  weight: null,
  dri: null,
  assignees: [],
  epic: null,
  team: null,
  ...NO_FACTS,
  spikeScope: null,
  ranks: { group: 'V', planning: 'V' },
  mentioned: [],
}
const begin: LedgerEvent = { type: 'issue.created', data: created }
const weighed = (from: number | null, to: number | null, more: Partial<LedgerEvent> = {}): LedgerEvent =>
  // safe because what is added are no words of the event itself
  ({ type: 'issue.weighed', data: { from, to }, ...more }) as LedgerEvent
const moved = (
  from: typeof inDev,
  to: typeof inDev,
  more: Partial<EventData<'issue.moved'>> = {},
): LedgerEvent => ({
  type: 'issue.moved',
  data: {
    board: { id: '1', title: 'Build' },
    from: lane(from.title),
    to: lane(to.title),
    order: 'group',
    rank: 'X',
    fromRank: 'V',
    added: [to],
    removed: [from],
    ...more,
  },
})
const back = (event: LedgerEvent, undoes: number): LedgerEvent => ({ ...event, undoes })
const issueOf = (events: Recorded[], until?: Date) => replay(events, until ? { until } : {}).issues.get(1)

test('a card that was moved and put back by undo never left its lane, at any moment', () => {
  const events = ledger(
    begin,
    moved(inDev, inReview),
    back(moved(inReview, inDev, { rank: 'V', fromRank: 'X' }), 2),
  )
  for (const moment of [day(1), day(2), day(3)]) {
    const issue = issueOf(events, moment)
    expect([...(issue?.labels ?? [])]).toEqual([['1', day(1)]])
    expect(issue?.spans).toEqual([])
  }
  expect(issueOf(events)?.ranks).toEqual({ group: 'V', planning: 'V' })
})

test('an undoing that is taken back brings back what it had taken back, since when it was', () => {
  const there = moved(inDev, inReview)
  const here = moved(inReview, inDev, { rank: 'V', fromRank: 'X' })
  const issue = issueOf(ledger(begin, there, back(here, 2), back(there, 3)))
  expect([...(issue?.labels ?? [])]).toEqual([['2', day(2)]])
  expect(issue?.spans).toEqual([{ label: '1', from: day(1), to: day(2) }])
})

test('two acts that are taken back in turn leave nothing behind', () => {
  const spike = { id: '3', title: 'spike', meaning: 'spike' }
  const change = (added: (typeof inDev)[], removed: (typeof inDev)[]): LedgerEvent => ({
    type: 'issue.labels_changed',
    data: { added, removed },
  })
  const events = ledger(
    begin,
    change([spike], []),
    change([], [spike]),
    back(change([spike], []), 3),
    back(change([], [spike]), 2),
  )
  expect(issueOf(events)?.spans).toEqual([])
})

test('what happened before is told before, however late it was learned', () => {
  const events = ledger(begin, weighed(null, 3), weighed(null, 5, { happened: day(1) }))
  expect(issueOf(events)?.weight).toBe(3)
  expect(issueOf(events, day(1))?.weight).toBe(5)
})

test('an issue that was created by mistake keeps its number and is closed', () => {
  const events = ledger(begin, back({ type: 'issue.closed', data: { reason: 'wont_do' } }, 1))
  expect(issueOf(events)).toMatchObject({ state: 'closed', closeReason: 'wont_do', closedAt: day(2) })
})

test('neighbours that were spread anew keep their ranks, also where the move is taken back', () => {
  const spread = [{ issue: 1, from: 'V', to: 'k' }]
  const events = ledger(
    begin,
    { ...moved(inDev, inReview, { spread, rank: 'm', fromRank: 'k' }) },
    back(moved(inReview, inDev, { rank: 'k', fromRank: 'm' }), 2),
  )
  expect(issueOf(events)?.ranks.group).toBe('k')
})

test('an epic that closed by itself is open again where the closing of its last issue is taken back', () => {
  const epic = { number: 1, title: 'Lifecycle' }
  const events = ledger(
    { type: 'epic.created', data: { ...epic, description: '', techLead: null }, issue: null },
    begin,
    { type: 'issue.closed', data: { reason: 'done' } },
    { type: 'epic.closed', data: { ...epic, because: 'All of it.' }, issue: null, cause: 3 },
    back({ type: 'issue.reopened', data: { was: 'done' } }, 3),
    { type: 'epic.reopened', data: { ...epic, because: '#1 was reopened', issue: 1 }, issue: null, cause: 5 },
  )
  expect(replay(events, { until: day(4) }).epics.get(1)?.closedAt).toBeNull()
  expect(issueOf(events, day(4))?.closedAt).toBeNull()
})

test('an epic that opened by itself stays open where other work is open by the time that this is taken back', () => {
  const epic = { number: 1, title: 'Lifecycle' }
  const reopened = (...after: Parameters<typeof ledger>) =>
    replay(
      ledger(
        { type: 'epic.created', data: { ...epic, description: '', techLead: null }, issue: null },
        begin,
        { type: 'issue.closed', data: { reason: 'done' } },
        { type: 'epic.closed', data: { ...epic, because: 'All of it.' }, issue: null, cause: 3 },
        { type: 'issue.reopened', data: { was: 'done' } },
        {
          type: 'epic.reopened',
          data: { ...epic, because: '#1 was reopened', issue: 1 },
          issue: null,
          cause: 5,
        },
        back({ type: 'issue.closed', data: { reason: 'done' } }, 5),
        ...after,
      ),
    ).epics.get(1)?.closedAt
  expect(reopened()).toBeNull()
  const closes = {
    type: 'epic.closed' as const,
    data: { ...epic, because: 'All of it.' },
    issue: null,
    cause: 7,
  }
  expect(reopened(closes), 'as if it had never been open').toEqual(day(4))
})
