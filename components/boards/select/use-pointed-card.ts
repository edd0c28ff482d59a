'use client'

import { useEffect } from 'react'
import type { RefObject } from 'react'

import { peekedNow } from '#components/issues/page/use-peek.ts'
import { may } from '#lib/domain/permissions.ts'

import type { BoardParts } from '#components/boards/view/board-context.ts'
import { openMenu } from '#components/boards/view/board-store.ts'
import type { BoardStore } from '#components/boards/view/board-store.ts'
import { selectUpTo, toggleSelected } from './selection.ts'

/**
 * A press on a card, beside its link and buttons, shows it closer; the focus makes it the active one; the key for
 * context menus opens its menu.
 */
export function usePointedCard({ store, snapshot, peek }: BoardParts, root: RefObject<HTMLElement | null>) {
  // the panel goes along with the active card: keys mean what is seen
  useEffect(() => {
    let before = store.get().active
    return store.subscribe(() => {
      const { active } = store.get()
      if (active === before) return
      before = active
      const peeked = peekedNow()
      if (active !== null && peeked !== null && peeked !== active) peek(active)
    })
  }, [store, peek])
  useEffect(() => {
    const board = root.current
    if (!board) return undefined
    const control = new AbortController()
    const listen = { signal: control.signal }
    board.addEventListener(
      'click',
      (event) => {
        const { target } = event
        const ref = refOf(target)
        if (ref === null || (target instanceof Element && target.closest('a, button'))) return
        if (may(snapshot().actor, 'issue.edit')) {
          if (event.shiftKey) return selectUpTo(store, snapshot(), ref)
          if (event.metaKey || event.ctrlKey || isMore(event, store)) return toggleSelected(store, ref)
        }
        store.set({ active: ref })
        peek(ref)
      },
      listen,
    )
    // a held Shift would mark the text between two presses
    board.addEventListener(
      'mousedown',
      (event) => {
        if (event.shiftKey && refOf(event.target) !== null) event.preventDefault()
      },
      listen,
    )
    board.addEventListener(
      'focusin',
      ({ target }) => {
        const ref = refOf(target)
        if (ref !== null && ref !== store.get().active) store.set({ active: ref })
      },
      listen,
    )
    board.addEventListener(
      'keydown',
      (event) => {
        const ref = refOf(event.target)
        if (ref === null || !(event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))) return
        event.preventDefault()
        openMenu(store, ref)
      },
      listen,
    )
    return () => control.abort()
  }, [store, snapshot, peek, root])
}

/** A finger has no keys to hold: once a card is selected, the next taps select more. */
const isMore = (event: MouseEvent, store: BoardStore): boolean =>
  'pointerType' in event && event.pointerType === 'touch' && store.get().selected.size > 0

function refOf(target: EventTarget | null): number | null {
  const card = target instanceof Element ? target.closest('[data-card]') : null
  return card ? Number(card.getAttribute('data-card')) : null
}
