'use client'

import { useEffect, useRef } from 'react'

/**
 * One tooltip for the whole page: it shows the `data-tip` of whatever is pointed at or focused. A thousand cards cost
 * nothing, and it lies in the top layer, above dialogs. The words are also in the control's name or description.
 */
export function Tips() {
  const layer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const leaving = new AbortController()
    // the page can be drawn and used without it
    void import('./tip-layer.ts').then(
      ({ watchTips }) => {
        if (layer.current && !leaving.signal.aborted) {
          leaving.signal.addEventListener('abort', watchTips(layer.current))
        }
      },
      () => {},
    )
    return () => leaving.abort()
  }, [])
  return (
    <div
      ref={layer}
      popover="manual"
      aria-hidden="true"
      className="pointer-events-none fixed m-0 max-w-72 rounded-sm border-0 bg-inverse px-2 py-1 text-xs text-on-inverse shadow-float no-print"
    />
  )
}
