import type { Query, QueryClient, QueryKey } from '@tanstack/react-query'

import { withCard } from './patch-board.ts'
import type { Optimistic } from './optimistic.ts'
import { patchFacts } from './patch-issue.ts'
import { viewBoard } from '#lib/contract/boards.ts'
import type { BoardView } from '#lib/contract/boards.ts'
import type { Topic } from '#lib/contract/endpoint.ts'
import type { Card } from '#lib/contract/issues.ts'
import { inputOf, isOfPast } from '#lib/http/query.ts'

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

/** Asks again for what an own act has touched and no stream tells of, or may tell late. Settles when it is there. */
export function refreshTopics(client: QueryClient, topics: readonly Topic[]): Promise<void> {
  const touched = ({ queryKey, meta }: Query) =>
    !isOfPast(queryKey) && (readsOf(meta)?.some((topic) => topics.some((one) => one === topic)) ?? false)
  return client.invalidateQueries({ predicate: touched })
}

/** The event of the newest own act, by issue: the stream tells older ones later, which must not turn it back. */
const answered = new Map<string, number>()

/** Whether an answer to an own act has shown that issue as it is after a later event. */
export const isOvertaken = (group: string, issue: number | null, event: number): boolean =>
  (answered.get(`${group}#${issue}`) ?? 0) > event

/** After a time away that nobody can tell event by event. */
export function refreshAll(client: QueryClient) {
  void client.invalidateQueries()
}

/** Patches the cached boards of a group; one that cannot be patched, for which `patch` returns null, is asked for again. */
export function patchBoards(
  client: QueryClient,
  group: string,
  patch: (view: BoardView) => BoardView | null,
) {
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
export const soon = () => TOGETHER_MS + Math.random() * APART_MS

const waiting = new WeakMap<QueryClient, ((query: Query) => boolean)[]>()

/** Several events in a moment make one request, and a request on its way is not restarted for each. */
export function askAgain(
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
