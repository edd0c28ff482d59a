'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'

import { useChange } from '#components/changes/use-change.ts'
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
import { indexByRank, keepsOrder, neighboursAt } from './drop-position.ts'
import type { Place } from './drop-position.ts'
import { cardOf, laneOfCard, placeAmong, sectionOf } from './board-snapshot.ts'
import type { BoardSnapshot } from './board-snapshot.ts'
import { isWithOthers } from '#components/boards/select/selection.ts'

export type MoveCard = (ref: number, place: Place) => void

/** The one command behind pointer, keys and menu: asks what must be asked, shows it at once, tells how it went. */
export function useMove(scene: () => BoardSnapshot, store: BoardStore, group: string): MoveCard {
  const change = useChange()
  const client = useQueryClient()
  return useMemo(() => {
    const carryOut = (card: Card, place: Place, extras: Extras) => {
      const now = scene()
      const among = placeAmong(now, place.lane, card, place.index, place.section)
      const entry = entryOf(now, card, place.section)
      const from = laneOfCard(now, card)
      const { given, ...answers } = extras
      const sort = from === place.lane ? { to: null } : { to: place.lane }
      followCard(store, now, card, place)
      void change({
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
        message: toldOf(now, card, place, extras),
        announcement: moveAnnouncement(now, card, place, extras),
      })
    }
    return (ref, wanted) => {
      const { lane, index, section } = wanted
      const now = scene()
      if (isWithOthers(now, store.get().selected, ref)) {
        void import('./move-selected.ts').then(({ moveSelected }) =>
          moveSelected(client, { group, scene, store }, ref, wanted),
        )
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
      askEach(store, questionsOf(now, [card], place, about), (extras) => carryOut(card, place, extras))
    }
  }, [scene, store, group, change, client])
}

/** Where another person is now the DRI, nothing is moved. */
const seenDri = ({ grouping }: BoardSnapshot, { dri }: Card) => (grouping === 'person' ? { from: dri } : {})

function isWhereItWas(scene: BoardSnapshot, card: Card, { lane, index, section }: Place): boolean {
  if (laneOfCard(scene, card) !== lane || section !== sectionOf(scene, card)) return false
  const at = scene.lanes.find(({ id }) => id === lane)?.cards.findIndex(({ ref }) => ref === card.ref) ?? -1
  return index === null || index === at
}

function toldOf(
  scene: BoardSnapshot,
  card: Card,
  place: Place,
  { closeReason = 'done', given }: Extras,
): string {
  const { lane, section } = place
  const entered = entryOf(scene, card, given ? given.person : section)?.message
  const isHere = laneOfCard(scene, card) === lane
  if (isHere && entered) return `#${card.ref}: ${entered}`
  if (isHere) return `Moved #${card.ref} within ${laneTitle(scene.view, lane)}.`
  if (lane === CLOSED) return `Closed #${card.ref}: ${closeReasonTitle(closeReason)}.`
  return [`Moved #${card.ref} to ${laneTitle(scene.view, lane)}.`, entered].filter(Boolean).join(' ')
}

function moveAnnouncement(scene: BoardSnapshot, card: Card, place: Place, extras: Extras): string {
  const { lane, section } = place
  if (laneOfCard(scene, card) === lane && section !== sectionOf(scene, card))
    return toldOf(scene, card, place, extras)
  const { others, index } = placeAmong(scene, lane, card, place.index, section)
  const at = (index ?? indexByRank(card, others)) + 1
  const [from, to] = [laneTitle(scene.view, laneOfCard(scene, card)), laneTitle(scene.view, lane)]
  const entered = entryOf(scene, card, section)?.message ?? ''
  return `Moved #${card.ref} from ${from} to ${to}, place ${at} of ${others.length + 1}. ${entered}`.trimEnd()
}

/** Focus goes where the card goes; when that lane is folded, to the card that takes its place. */
function followCard(store: BoardStore, scene: BoardSnapshot, card: Card, { lane }: Place) {
  if (keepsOrder(lane) || store.get().opened.includes(lane)) return focusCard(store, card.ref)
  const left = scene.lanes.find(({ id }) => id === laneOfCard(scene, card))?.cards ?? []
  const at = left.findIndex(({ ref }) => ref === card.ref)
  const neighbour = left[at + 1] ?? left[at - 1]
  if (neighbour) focusCard(store, neighbour.ref)
}
