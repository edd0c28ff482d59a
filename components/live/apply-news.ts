import type { QueryClient } from '@tanstack/react-query'

import { askAgain, isOvertaken, patchBoards, soon } from '#components/changes/cache-sync.ts'
import { withCard, withoutCard } from '#components/changes/patch-board.ts'
import { viewBoard } from '#lib/contract/boards.ts'
import type { BoardView } from '#lib/contract/boards.ts'
import type { OutputOf } from '#lib/contract/endpoint.ts'
import { listEvents } from '#lib/contract/events.ts'
import { countInbox } from '#lib/contract/inbox-count.ts'
import { readIssue } from '#lib/contract/issues.ts'
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
    const next = isOvertaken(group, message.issue, message.number) ? view : withMessage(view, message)
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

function withMessage(view: BoardView, { card, issue }: LiveMessage): BoardView | null {
  if (card) return withCard(view, card)
  return issue === null ? view : withoutCard(view, issue)
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
