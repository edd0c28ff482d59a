'use client'

import { useEffect } from 'react'
import type { RefObject } from 'react'

import type { BoardParts } from './board-context.ts'
import { openMenu } from './board-store.ts'

/**
 * A press on a card, beside its link and buttons, shows it closer; the focus makes it the active one; the key for
 * context menus opens its menu.
 */
export function usePointedCard({ store, peek }: BoardParts, root: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const board = root.current
    if (!board) return undefined
    const control = new AbortController()
    const listen = { signal: control.signal }
    board.addEventListener(
      'click',
      ({ target }) => {
        const ref = refOf(target)
        if (ref === null || (target instanceof Element && target.closest('a, button'))) return
        store.set({ active: ref })
        peek(ref)
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
  }, [store, peek, root])
}

function refOf(target: EventTarget | null): number | null {
  const card = target instanceof Element ? target.closest('[data-card]') : null
  return card ? Number(card.getAttribute('data-card')) : null
}
