'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'

import { usePerform } from '#components/issues/deeds.ts'
import { toast } from '#components/shell/toasts.ts'
import { moveIssue } from '#lib/contract/issues.ts'
import type { Card } from '#lib/contract/issues.ts'
import { CLOSED } from '#lib/domain/boards.ts'
import { closeReasonTitle } from '#lib/domain/issues.ts'

import { laneTitle } from './arrange.ts'
import { focusCard } from './board-store.ts'
import type { BoardStore } from './board-store.ts'
import { hopedAfter } from './move-hopes.ts'
import type { Extras } from './move-hopes.ts'
import { indexByRank, keepsOrder, neighboursAt } from './place.ts'
import type { Place } from './place.ts'
import { asksForNeed, canOrder, cardOf, laneOfCard, othersIn, placeAmong, whyNotMove } from './scene.ts'
import type { Scene } from './scene.ts'
import { isWithOthers } from './selection.ts'

export type MoveCard = (ref: number, place: Place) => void

/** The one command behind pointer, keys and menu: asks what must be asked, shows it at once, tells how it went. */
export function useMove(scene: () => Scene, store: BoardStore, group: string): MoveCard {
  const perform = usePerform(group)
  const client = useQueryClient()
  return useMemo(() => {
    const carryOut = (card: Card, place: Place, extras: Extras) => {
      const now = scene()
      const among = placeAmong(now, place.lane, card, place.index)
      const from = laneOfCard(now, card)
      const sort = from === place.lane ? { to: null } : { to: place.lane }
      followCard(store, now, card, place)
      void perform({
        endpoint: moveIssue,
        ref: card.ref,
        input: {
          group,
          board: now.view.board.slug,
          ref: card.ref,
          ...sort,
          ...neighboursAt(among.others, among.index),
          ...extras,
        },
        hoped: hopedAfter(now, card, place, extras),
        told: toldOf(now, card, place, extras),
        aloud: aloudOf(now, card, place),
      })
    }
    return (ref, { lane, index }) => {
      const now = scene()
      if (isWithOthers(now, store.get().selected, ref)) {
        void import('./move-selected.ts').then(({ moveSelected }) =>
          moveSelected(client, { group, scene, store }, ref, { lane, index }),
        )
        return
      }
      const card = cardOf(now, ref)
      if (!card) return
      const place = { lane, index: keepsOrder(lane) && canOrder(now) ? index : null }
      if (isWhereItWas(now, card, { lane, index })) return
      const refusal = whyNotMove(now, card, lane)
      if (refusal) return toast({ text: `#${ref} stays where it is. ${refusal.because}`, tone: 'refused' })
      if (asksForNeed(now, card, lane)) {
        return store.set({
          ask: { kind: 'blocked', subject: `#${ref}`, proceed: (extras) => carryOut(card, place, extras) },
        })
      }
      if (lane === CLOSED) {
        return store.set({
          ask: { kind: 'close', subject: `#${ref}`, ref, proceed: (extras) => carryOut(card, place, extras) },
        })
      }
      carryOut(card, place, {})
    }
  }, [scene, store, group, perform, client])
}

function isWhereItWas(scene: Scene, card: Card, { lane, index }: Place): boolean {
  if (laneOfCard(scene, card) !== lane) return false
  const at = scene.lanes.find(({ id }) => id === lane)?.cards.findIndex(({ ref }) => ref === card.ref) ?? -1
  return index === null || index === at
}

function toldOf(scene: Scene, card: Card, { lane }: Place, { closeReason = 'done' }: Extras): string {
  if (laneOfCard(scene, card) === lane) return `Moved #${card.ref} within ${laneTitle(scene.view, lane)}.`
  if (lane === CLOSED) return `Closed #${card.ref}: ${closeReasonTitle(closeReason)}.`
  return `Moved #${card.ref} to ${laneTitle(scene.view, lane)}.`
}

function aloudOf(scene: Scene, card: Card, { lane, index }: Place): string {
  const others = othersIn(scene, lane, card.ref)
  const at = (index ?? indexByRank(card, others)) + 1
  const [from, to] = [laneTitle(scene.view, laneOfCard(scene, card)), laneTitle(scene.view, lane)]
  return `Moved #${card.ref} from ${from} to ${to}, place ${at} of ${others.length + 1}.`
}

/** Focus goes where the card goes; when that lane is folded, to the card that takes its place. */
function followCard(store: BoardStore, scene: Scene, card: Card, { lane }: Place) {
  if (keepsOrder(lane) || store.get().opened.includes(lane)) return focusCard(store, card.ref)
  const left = scene.lanes.find(({ id }) => id === laneOfCard(scene, card))?.cards ?? []
  const at = left.findIndex(({ ref }) => ref === card.ref)
  const heir = left[at + 1] ?? left[at - 1]
  if (heir) focusCard(store, heir.ref)
}
