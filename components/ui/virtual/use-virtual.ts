'use client'

import { useEffect, useLayoutEffect, useReducer, useState } from 'react'

import { onAnotherTry } from '#components/ui/popups/another-try.ts'
import { useStore } from '#components/ui/store.ts'

import { fetchLibrary, virtualLibrary } from './library.ts'
import { stillRows } from './still.ts'
import type { Asked, Options, Virtual } from './types.ts'

/** Only the rows in view exist. What follows them comes right behind the page, and takes over what the server has drawn. */
export function useVirtual(asked: Asked): Virtual {
  const library = useStore(virtualLibrary, (now) => now.library)
  const redraw = useReducer((times: number) => times + 1, 0)[1]
  const options: Options | null = library && {
    ...asked,
    // what was scrolled before it came stays as it is
    initialOffset: () => placeOf(asked) || (asked.initialOffset ?? 0),
    observeElementRect: library.observeElementRect,
    observeElementOffset: library.observeElementOffset,
    scrollToFn: library.elementScroll,
    onChange: redraw,
  }
  const [instance, begin] = useState(() => library && options && new library.Virtualizer(options))
  if (library && options && !instance) begin(new library.Virtualizer(options))
  if (instance && options) instance.setOptions(options)
  useLayoutEffect(() => {
    if (!instance) return undefined
    const { _didMount: mounted } = instance
    return mounted()
  }, [instance])
  useLayoutEffect(() => {
    if (!instance) return
    const { _willUpdate: follow } = instance
    follow()
  })
  const isMissing = library === null
  useEffect(() => {
    if (!isMissing) return undefined
    return onAnotherTry(() => void fetchLibrary().catch(() => {}))
  }, [isMissing])
  return instance ?? stillRows(asked)
}

function placeOf({ getScrollElement, horizontal }: Asked): number {
  const scroller = getScrollElement()
  return (horizontal ? scroller?.scrollLeft : scroller?.scrollTop) ?? 0
}
