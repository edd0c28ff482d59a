'use client'

import { usePathname } from 'next/navigation'
import { useLayoutEffect } from 'react'
import type { RefObject } from 'react'

import { hasReturnedTo } from '#components/shell/kept-places.ts'

/** How far a page was scrolled, in pixels, and the address of the link that had the focus. */
type Place = { top: number; href: string | null }

const kept = new Map<string, Place>()
const TOP: Place = { top: 0, href: null }
/** What a person does themselves ends the way back. */
const OWN = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const

/**
 * Back leads to where one was: the page is scrolled as it was left, and its link has the focus again, as soon as they are
 * there. Lists and columns, which scroll by themselves and draw only what is in view, keep their place themselves.
 */
export function usePagePlace(main: RefObject<HTMLElement | null>) {
  const path = usePathname()
  useLayoutEffect(() => {
    const page = main.current
    if (!page) return undefined
    const place = kept.get(path)
    const end = hasReturnedTo(path) && place ? restore(page, place) : null
    const change = (part: Partial<Place>) => kept.set(path, { ...TOP, ...kept.get(path), ...part })
    // while the page is here: when it goes, what it had is gone before anybody is asked
    const onScroll = () => location.pathname === path && change({ top: page.scrollTop })
    const onFocus = ({ target }: FocusEvent) =>
      change({ href: target instanceof Element ? target.getAttribute('href') : null })
    page.addEventListener('scroll', onScroll)
    page.addEventListener('focusin', onFocus)
    return () => {
      end?.()
      page.removeEventListener('scroll', onScroll)
      page.removeEventListener('focusin', onFocus)
    }
  }, [path, main])
}

/** At once, and again with each piece of the page that comes, until all is as it was. Returns what ends it. */
function restore(page: HTMLElement, { top, href }: Place): () => void {
  const observer = new MutationObserver(() => attempt())
  const end = () => {
    observer.disconnect()
    for (const type of OWN) window.removeEventListener(type, end, true)
  }
  const attempt = () => {
    const link = href === null ? null : page.querySelector<HTMLElement>(`a[href="${CSS.escape(href)}"]`)
    page.scrollTop = top
    if (page.scrollTop < top - 1 || (href !== null && !link)) return
    end()
    link?.focus({ preventScroll: true })
  }
  observer.observe(page, { childList: true, subtree: true })
  for (const type of OWN) window.addEventListener(type, end, true)
  attempt()
  return end
}
