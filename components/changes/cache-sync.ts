import type { Query, QueryClient, QueryKey } from '@tanstack/react-query'

import { withCard, withoutCard } from './patch-board.ts'
import type { Optimistic } from './optimistic.ts'
import { patchFacts } from './patch-issue.ts'
import { viewBoard } from '#lib/contract/boards.ts'
import type { BoardView } from '#lib/contract/boards.ts'
import type { OutputOf, Topic } from '#lib/contract/endpoint.ts'
import { listEvents } from '#lib/contract/events.ts'
import { countInbox } from '#lib/contract/inbox-count.ts'
import { readIssue } from '#lib/contract/issues.ts'
import type { Card } from '#lib/contract/issues.ts'
import { LIVE_LEFT } from '#lib/contract/live.ts'
import type { LiveMessage } from '#lib/contract/live.ts'
import { topicsOf } from '#lib/http/topics.ts'
import { inputOf, isOfPast, reading } from '#lib/http/query.ts'

/** With these an issue goes among those that are not shown, or comes from there: no card tells how the sums change. */
const CHANGES_SIGHT = [LIVE_LEFT, 'issue.confidential_set']

/** Brings every cached view of a group up to an event that happened: boards are patched, other views asked again. */
export function applyEvent(client: QueryClient, group: string, message: LiveMessage) {
  const touched = topicsOf(message.type)
  patchBoards(client, group, (view) => {
    if (view.event >= message.number) return view
    const next = isOvertaken(group, message) ? view : withMessage(view, message)
    return next && { ...next, event: message.number }
  })
  // an undo changes what happened then: the next visit there asks again, and what is shown stays
  void client.invalidateQueries({ predicate: ({ queryKey }) => isOfPast(queryKey), refetchType: 'none' })
  if (touched.length === 0) return
  const byCard =
    touched.length === 1 &&
    touched[0] === 'issues' &&
    message.issue !== null &&
    !CHANGES_SIGHT.includes(message.type)
  askAgain(
    client,
    group,
    [...touched, 'events'],
    (key) => {
      if (key[0] === viewBoard.id) return byCard
      const { ref, issue } = inputOf(key)
      const about = key[0] === readIssue.id ? ref : key[0] === listEvents.id ? issue : undefined
      return about !== undefined && message.issue !== null && Number(about) !== message.issue
    },
    soon(),
  )
}

/**
 * Takes over the answer to an act of one's own, ahead of the stream, so that nothing waits for it. `beside` is what the
 * act has changed of the issue that its card does not show.
 */
export function applyChange(
  client: QueryClient,
  group: string,
  card: Card,
  event: number,
  beside: Optimistic = {},
) {
  answered.set(`${group}#${card.ref}`, event)
  patchBoards(client, group, (view) => withCard(view, card))
  patchFacts(client, group, card.ref, { ...beside, ...card })
  askAgain(
    client,
    group,
    ['issues', 'weighings', 'events'],
    (key) => {
      if (key[0] === viewBoard.id) return true
      const { ref, issue } = inputOf(key)
      return [ref, issue].some((about) => about !== undefined && Number(about) !== card.ref)
    },
    TOGETHER_MS,
  )
}

type Waiting = OutputOf<typeof countInbox>

/** The server says what waits in the inbox whenever that changes; only who looks into it asks for more. */
export function applyInbox(client: QueryClient, group: string, waiting: Waiting) {
  const { queryKey } = reading(countInbox, { group })
  const before = client.getQueryData<Waiting>(queryKey)
  client.setQueryData(queryKey, waiting)
  // the first word of a stream says what the page knows
  if (before && before.count === waiting.count && before.quietUntil === waiting.quietUntil) return
  askAgain(client, group, ['inbox'], (key) => key[0] === countInbox.id, soon())
}

/** Asks again for what an own act has touched and no stream tells of, or may tell late. Settles when it is there. */
export function refreshTopics(client: QueryClient, topics: readonly Topic[]): Promise<void> {
  const touched = ({ queryKey, meta }: Query) =>
    !isOfPast(queryKey) && (readsOf(meta)?.some((topic) => topics.some((one) => one === topic)) ?? false)
  return client.invalidateQueries({ predicate: touched })
}

/** The event of the newest own act, by issue: the stream tells older ones later, which must not turn it back. */
const answered = new Map<string, number>()

const isOvertaken = (group: string, { issue, number }: LiveMessage): boolean =>
  (answered.get(`${group}#${issue}`) ?? 0) > number

function withMessage(view: BoardView, { card, issue }: LiveMessage): BoardView | null {
  if (card) return withCard(view, card)
  return issue === null ? view : withoutCard(view, issue)
}

/** After a time away that nobody can tell event by event. */
export function refreshAll(client: QueryClient) {
  void client.invalidateQueries()
}

function patchBoards(client: QueryClient, group: string, patch: (view: BoardView) => BoardView | null) {
  for (const [key, view] of client.getQueriesData<BoardView>({ queryKey: [viewBoard.id] })) {
    if (!view || inputOf(key)['group'] !== group || isOfPast(key)) continue
    const next = patch(view)
    if (next === null) void client.invalidateQueries({ queryKey: key, exact: true })
    else if (next !== view) client.setQueryData(key, next)
  }
}

const TOGETHER_MS = 200
/** What many pages hear at once they do not all ask about at once. */
const APART_MS = 300
const soon = () => TOGETHER_MS + Math.random() * APART_MS

const waiting = new WeakMap<QueryClient, ((query: Query) => boolean)[]>()

/** Several events in a moment make one request, and a request on its way is not restarted for each. */
function askAgain(
  client: QueryClient,
  group: string,
  topics: readonly Topic[],
  spare: (key: QueryKey) => boolean,
  after: number,
) {
  const touches = ({ queryKey, meta }: Query) => {
    const of = inputOf(queryKey)['group']
    if ((of !== undefined && of !== group) || isOfPast(queryKey) || spare(queryKey)) return false
    return readsOf(meta)?.some((topic) => topics.some((one) => one === topic)) ?? true
  }
  const others = waiting.get(client)
  if (others) return void others.push(touches)
  const tests = [touches]
  waiting.set(client, tests)
  setTimeout(() => {
    waiting.delete(client)
    void client.invalidateQueries({ predicate: (query) => tests.some((test) => test(query)) })
  }, after)
}

function readsOf(meta: Record<string, unknown> | undefined): unknown[] | null {
  return Array.isArray(meta?.['reads']) ? meta['reads'] : null
}
