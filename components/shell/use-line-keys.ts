'use client'

import { useHotkeys } from './hotkeys.ts'
import type { Hotkey } from './hotkeys.ts'
import { show } from './overlays.ts'

type Setting = {
  /** The page, as the list of keys calls it. */
  title: string
  /** To the filter of the page; without one, the search over everything opens. */
  find?: () => void
}

/** Through the lines of a page without a pointer: the focus goes from link to link, so that Enter opens. */
export function useLineKeys({ title, find }: Setting) {
  useHotkeys(title, [
    { keys: ['j', 'ArrowDown'], what: 'Next line', act: () => go(1) },
    { keys: ['k', 'ArrowUp'], what: 'Previous line', act: () => go(-1) },
    findKey(find),
  ])
}

export const findKey = (find?: () => void): Hotkey => ({
  keys: ['/'],
  what: 'Find',
  act: find ?? (() => show('palette')),
})

/** The first link of each line leads to what the line is about. */
function go(step: number) {
  const lines = [...document.querySelectorAll('#main li')].filter((line) => line.querySelector('a'))
  const at = lines.findIndex((line) => line.contains(document.activeElement))
  const line = lines[at < 0 ? 0 : Math.min(Math.max(at + step, 0), lines.length - 1)]
  line?.querySelector('a')?.focus()
}
