import type { QueryClient } from '@tanstack/react-query'

import { changeWith } from '#components/changes/use-change.ts'
import { waysOn } from '#components/commands/next-steps.ts'
import { toast } from '#components/shell/toasts.ts'
import { moveIssue } from '#lib/contract/issues.ts'
import type { Card } from '#lib/contract/issues.ts'
import { CLOSED } from '#lib/domain/boards.ts'
import { closeReasonTitle } from '#lib/domain/issues.ts'

import { laneTitle } from '#components/boards/view/arrange.ts'
import { askEach, focusCard } from '#components/boards/view/board-store.ts'
import type { BoardStore, Extras } from '#components/boards/view/board-store.ts'
import { entryOf } from './entry.ts'
import { predictedMove } from './predicted-move.ts'
import { canOrder, questionsOf, whyNotMove } from './move-rules.ts'
import { indexByRank, keepsOrder, neighboursAt } from '#components/boards/drag/drop-position.ts'
import type { Place } from '#components/boards/drag/drop-position.ts'
import { cardOf, laneOfCard, placeAmong, sectionOf } from '#components/boards/drag/board-snapshot.ts'
import type { BoardSnapshot } from '#components/boards/drag/board-snapshot.ts'
import { isWithOthers } from '#components/boards/select/selection.ts'

type Parts = { group: string; snapshot: () => BoardSnapshot; store: BoardStore }

/** The one command behind pointer, keys and menu: asks what must be asked, shows it at once, tells how it went. */
export function moveCard(client: QueryClient, parts: Parts, ref: number, wanted: Place) {
  const { snapshot, store } = parts
  const { lane, index, section } = wanted
  const now = snapshot()
  if (isWithOthers(now, store.get().selected, ref)) {
    void import('./move-selected.ts').then(({ moveSelected }) => moveSelected(client, parts, ref, wanted))
    return
  }
  const card = cardOf(now, ref)
  if (!card) return
  const place: Place = {
    lane,
    index: keepsOrder(lane) && canOrder(now) ? index : null,
    section: section ?? sectionOf(now, card),
  }
  if (isWhereItWas(now, card, { ...place, index })) return
  const refusal = whyNotMove(now, card, lane, place.section)
  if (refusal)
    return toast({
      text: `#${ref} did not move. ${refusal.because}`,
      tone: 'refused',
      ways: waysOn([ref], refusal.code),
    })
  const about = { subject: `#${ref}`, ref }
  const proceed = (extras: Extras) => carryOut(client, parts, card, { place, extras })
  askEach(store, questionsOf(now, [card], place, about), proceed)
}

type Moving = { place: Place; extras: Extras }

function carryOut(
  client: QueryClient,
  { group, snapshot, store }: Parts,
  card: Card,
  { place, extras }: Moving,
) {
  const now = snapshot()
  const among = placeAmong(now, place.lane, card, place.index, place.section)
  const entry = entryOf(now, card, place.section)
  const from = laneOfCard(now, card)
  const { given, ...answers } = extras
  const sort = from === place.lane ? { to: null } : { to: place.lane }
  followCard(store, now, card, place)
  void changeWith(client, {
    endpoint: moveIssue,
    issue: card.ref,
    input: {
      group,
      board: now.view.board.slug,
      ref: card.ref,
      ...sort,
      ...neighboursAt(among.others, among.index),
      ...(entry ? { swimlane: { ...entry.input(given), ...seenDri(now, card) } } : {}),
      ...answers,
    },
    optimistic: predictedMove(now, card, place, extras),
    message: messageOf(now, card, place, extras),
    announcement: moveAnnouncement(now, card, place, extras),
  })
}

/** Where another person is now the DRI, nothing is moved. */
const seenDri = ({ grouping }: BoardSnapshot, { dri }: Card) => (grouping === 'person' ? { from: dri } : {})

function isWhereItWas(snapshot: BoardSnapshot, card: Card, { lane, index, section }: Place): boolean {
  if (laneOfCard(snapshot, card) !== lane || section !== sectionOf(snapshot, card)) return false
  const at =
    snapshot.lanes.find(({ id }) => id === lane)?.cards.findIndex(({ ref }) => ref === card.ref) ?? -1
  return index === null || index === at
}

function messageOf(
  snapshot: BoardSnapshot,
  card: Card,
  place: Place,
  { closeReason = 'done', given }: Extras,
): string {
  const { lane, section } = place
  const entered = entryOf(snapshot, card, given ? given.person : section)?.message
  const isHere = laneOfCard(snapshot, card) === lane
  if (isHere && entered) return `#${card.ref}: ${entered}`
  if (isHere) return `Moved #${card.ref} within ${laneTitle(snapshot.view, lane)}.`
  if (lane === CLOSED) return `Closed #${card.ref}: ${closeReasonTitle(closeReason)}.`
  return [`Moved #${card.ref} to ${laneTitle(snapshot.view, lane)}.`, entered].filter(Boolean).join(' ')
}

function moveAnnouncement(snapshot: BoardSnapshot, card: Card, place: Place, extras: Extras): string {
  const { lane, section } = place
  if (laneOfCard(snapshot, card) === lane && section !== sectionOf(snapshot, card))
    return messageOf(snapshot, card, place, extras)
  const { others, index } = placeAmong(snapshot, lane, card, place.index, section)
  const at = (index ?? indexByRank(card, others)) + 1
  const [from, to] = [laneTitle(snapshot.view, laneOfCard(snapshot, card)), laneTitle(snapshot.view, lane)]
  const entered = entryOf(snapshot, card, section)?.message ?? ''
  return `Moved #${card.ref} from ${from} to ${to}, place ${at} of ${others.length + 1}. ${entered}`.trimEnd()
}

/** Focus goes where the card goes; when that lane is folded, to the card that takes its place. */
function followCard(store: BoardStore, snapshot: BoardSnapshot, card: Card, { lane }: Place) {
  if (keepsOrder(lane) || store.get().opened.includes(lane)) return focusCard(store, card.ref)
  const left = snapshot.lanes.find(({ id }) => id === laneOfCard(snapshot, card))?.cards ?? []
  const at = left.findIndex(({ ref }) => ref === card.ref)
  const neighbour = left[at + 1] ?? left[at - 1]
  if (neighbour) focusCard(store, neighbour.ref)
}
