'use client'

import { useMemo } from 'react'

import { announce } from '#components/shell/announcer.tsx'
import { refuse } from '#components/shell/refuse.ts'
import { dismissAll } from '#components/shell/toasts.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'

import type { BoardParts } from '#components/boards/view/board-context.ts'
import { focusCard } from '#components/boards/view/board-store.ts'
import { keepsOrder } from './drop-position.ts'
import { cardOf, laneById, laneOfCard, sectionOf } from './board-snapshot.ts'
import { openSections, stepIn } from './step-in.ts'

export type Carrying = {
  start: (ref: number) => void
  /** By lanes and by places; false when nothing is carried. */
  step: (across: number, down: number) => boolean
  drop: () => boolean
  cancel: () => boolean
}

/** Moving a card by keys, told step by step: picked up with V, carried with arrows, dropped with Enter. */
export function useCarry({ store, snapshot, move }: BoardParts): Carrying {
  return useMemo(
    () => ({
      start(ref) {
        const now = snapshot()
        const card = cardOf(now, ref)
        if (!card) return
        const refusal = whyNotAllowed(now.actor, 'card.move')
        if (refusal) return refuse(refusal)
        const lane = laneOfCard(now, card)
        const index = (laneById(now, lane)?.cards ?? []).findIndex((one) => one.ref === ref)
        const section = sectionOf(now, card)
        const height = document.querySelector<HTMLElement>(`[data-card="${ref}"]`)?.offsetHeight ?? 88
        store.set({
          carry: {
            ref,
            how: 'keys',
            from: lane,
            own: section,
            section,
            lane,
            index: keepsOrder(lane) ? index : null,
            height,
          },
        })
        focusCard(store, ref)
        dismissAll()
        announce(`Picked up #${ref}. Use arrow keys to move, Enter to drop, Escape to cancel.`)
      },
      step(across, down) {
        const { carry } = store.get()
        if (carry?.how !== 'keys' || carry.lane === null) return false
        const now = snapshot()
        const at = now.lanes.findIndex(({ id }) => id === carry.lane)
        const lane = now.lanes[Math.min(Math.max(at + across, 0), now.lanes.length - 1)]
        if (!lane) return true
        const next = keepsOrder(lane.id)
          ? stepIn(lane.rows, carry, down, openSections(now))
          : { index: null, section: carry.own }
        store.set({ carry: { ...carry, ...next, lane: lane.id, stepped: true } })
        return true
      },
      drop() {
        const { carry } = store.get()
        if (carry?.how !== 'keys') return false
        store.set({ carry: null })
        if (carry.lane !== null)
          move(carry.ref, { lane: carry.lane, index: carry.index, section: carry.section })
        return true
      },
      cancel() {
        const { carry } = store.get()
        if (carry?.how !== 'keys') return false
        store.set({ carry: null })
        focusCard(store, carry.ref)
        announce(`#${carry.ref} did not move.`)
        return true
      },
    }),
    [store, snapshot, move],
  )
}
