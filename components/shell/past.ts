'use client'

import { usePathname, useSearchParams } from 'next/navigation'

import { createStore } from '#components/ui/store.ts'
import { pastIn } from '#lib/kit/past.ts'

/** The moment that the page shows, as its address says; null for now. */
export const useAt = (): string | null => pastIn(usePathname(), useSearchParams())

/** The same at this moment, for what is done with keys; where there is no address, nothing is past. */
export const atNow = (): string | null =>
  typeof location === 'undefined' ? null : pastIn(location.pathname, new URLSearchParams(location.search))

/** The page of the past that was shown last, until a page of now is shown that is no issue opened from it. */
export type LeftPast = { at: string; address: string }

type LookBack = {
  /** The slider is open on a page that shows now, and shall take the focus. */
  isOpen: boolean
  isWanted: boolean
  left: LeftPast | null
}
export const lookBack = createStore<LookBack>({ isOpen: false, isWanted: false, left: null })

export const openLookBack = () => lookBack.set({ isOpen: true, isWanted: true })
